/* The least that a program needs on QEMU's `virt` without a system: memory that is cached, vector registers, a console, and time. What it measures comes as numbers from
 * bench/vectors/measure-arm64.ts. */
#include "program.h"

enum { TABLE_ENTRIES = 512, NORMAL = 0x701, DEVICE = 0x405, ROUNDS = 64 };
static u64 table[TABLE_ENTRIES] __attribute__((aligned(4096)));
static volatile u32 *const console = (volatile u32 *)0x09000000;

/* The first two GiB of addresses are themselves: devices, then RAM. */
static void mapMemory(void) {
	table[0] = DEVICE;
	table[1] = 0x40000000 | NORMAL;
	__asm__ volatile("msr mair_el1, %0; msr tcr_el1, %1; msr ttbr0_el1, %2; isb; msr sctlr_el1, %3; isb" ::"r"(0x00fful), "r"(0x803519ul),
					 "r"(table), "r"(0x30d01805ul));
}

static u64 now(void) {
	u64 ticks;
	__asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(ticks));
	return ticks;
}

static void writeNumber(u64 number) {
	if (number >= 10) writeNumber(number / 10);
	*console = '0' + number % 10;
}

/* Ticks of `ROUNDS` rounds. */
static u64 timed(u32 kernel, u32 length, u32 pixel) {
	u64 start = now();
	program_repeat(kernel, length, pixel, ROUNDS);
	return now() - start;
}

void run(void) {
	mapMemory();
	instantiate();
	for (u32 index = 0; index < sizeof cases / sizeof *cases; index++) {
		const struct measurement *one = &cases[index];
		program_prepare(one->content);
		program_repeat(one->kernel, one->length, one->pixel, 1);
		writeNumber(timed(one->kernel, one->length, one->pixel) - timed(0, one->length, one->pixel));
		*console = '\n';
	}
	/* PSCI SYSTEM_OFF. */
	register u64 x0 __asm__("x0") = 0x84000008;
	__asm__ volatile("hvc #0" ::"r"(x0));
}

/* EL1, as QEMU starts it: a stack, and vector registers for everybody. */
__attribute__((naked, section(".head"))) void _start(void) {
	__asm__("mov x0, #(3 << 20); msr cpacr_el1, x0; isb; adrp x0, stackTop; mov sp, x0; b run");
}
