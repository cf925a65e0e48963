/* The log (PL011), reports and stopping. */
#include "machine.h"

enum { UART_FLAGS = 0x18, UART_FULL = 1 << 5, PANIC_CODE = 70 };
#define SYSTEM_OFF 0x84000008ul
enum { EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026 }; /* semihosting */

static int stopping;

static void put(char character) {
	while (*(volatile u32 *)linear(BOARD_CONSOLE + UART_FLAGS) & UART_FULL) continue;
	*(volatile u32 *)linear(BOARD_CONSOLE) = (u8)character;
}

void print(const char *text) {
	while (*text) put(*text++);
}

void printNumber(u64 value, u32 base) {
	char digits[24];
	u32 count = 0;
	do digits[count++] = "0123456789abcdef"[value % base];
	while (value /= base);
	while (count) put(digits[--count]);
}

void machine_log(u32 word, u32 count) {
	for (u32 i = 0; i < count; i++) put(word >> 8 * i);
}

/* Ends QEMU with that exit code: through the firmware when it is 0, else through semihosting, which must be enabled. */
void stop(s32 code) {
	if (code && !stopping++) {
		u64 block[] = {APPLICATION_EXIT, code & 255};
		register u64 operation __asm__("x0") = EXIT_EXTENDED;
		register u64 argument __asm__("x1") = (u64)block;
		__asm__ volatile("hlt #0xf000" ::"r"(operation), "r"(argument) : "memory");
	}
	register u64 function __asm__("x0") = SYSTEM_OFF;
	if (bootedAtEl2) __asm__ volatile("smc #0" : "+r"(function)::"memory");
	else __asm__ volatile("hvc #0" : "+r"(function)::"memory");
	for (;;) __asm__ volatile("wfi");
}

/* Reports all RAM that is not free: the kernel's, the machine's, images, regions, page tables and blocks. Never returns to the kernel. */
void machine_halt(s32 code) {
	u64 used = global(GLOBAL_RAM_END) - global(GLOBAL_RAM_FIRST);
	for (u32 row = 1; row < REGION_COUNT; row++)
		if (*regionWord(row, REGION_STATE) == EXTENT_FREE) used -= *regionWord(row, REGION_PAGES);
	print("tessera: memory ");
	printNumber(used * PAGE / 1024, 10);
	print(" KiB\n");
	stop(code);
}

void panic(u64 esr, u64 place, u64 address, u64 link) {
	const u64 values[] = {esr, place, address, link};
	const char *const names[] = {"esr ", " at ", " address ", " link "};
	if (stopping) stop(0);
	print("tessera: machine panic: ");
	for (u32 i = 0; i < 4; i++) print(names[i]), printNumber(values[i], 16);
	print("\n");
	stop(PANIC_CODE);
}
