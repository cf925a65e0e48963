/* The machine's own structures, shared by its C and assembly files. Layout constants (GLOBAL_*, PROCESS_*, ...) come from
 * layout.h, the prototypes of kernel.wasm's exports from kernel.h; the build generates both (tools/arm64). */
#pragma once
#include "layout.h"
#include "services.h"

/* Physical memory is mapped at LINEAR_BASE + address (first 256 GiB); the kernel's linear memory at KERNEL_BASE, followed by
 * 8 GiB of which only backed pages are mapped, so that no address that WebAssembly can form reaches anything else. */
#define LINEAR_BASE 0xffffff8000000000
#define KERNEL_BASE 0xffffffc000000000
#define IMAGE_BASE (BOARD_RAM + 0x48000)
#define PAGE 4096
/* A component's memory k is at virtual address WINDOW(k) of its own address space. */
#define WINDOW(k) (((k) + 1) << 33)

/* Where activations of kind k enter a component's code: ENTRY_FIRST + k * ENTRY_STRIDE (tools/arm64/component/entries.h). */
#define ENTRY_FIRST 16
#define ENTRY_STRIDE 8
/* Bytes of stack at the start of memory 13, the same for all (tools/arm64/compile.ts puts globals behind it). */
#define STACK_BYTES 8192
#define STACK_TOP (WINDOW((u64)MEMORY_NATIVE) + STACK_BYTES)

/* struct context */
#define CONTEXT_ELR 0
#define CONTEXT_ROOT 16
#define CONTEXT_FULL 32
#define CONTEXT_X 48
/* struct core; its address is also the top of the core's kernel stack, so [sp] is `current` at every entry from EL0 */
#define CORE_CURRENT 0
#define CORE_NANOSECONDS 8
#define CORE_TICKS 16
#define CORE_CONTEXTS 24
#define CORE_PROTECTED 40
#define CORE_ZERO 56
#define CORE_BYTES 128
/* x19 = method, or the number of result words of `system`; x20..x25 = words */
#define MESSAGE_FIRST 19
#define MESSAGE_REGISTERS 7

#ifndef __ASSEMBLER__
#include "wasm.h"
#include "kernel.h"

/* Memory to be zeroed (source 0) or copied before a process goes on; dropped when the generation of an object that it belongs
 * to has changed meanwhile. */
struct work {
	u8 *destination;
	const u8 *source;
	u64 length;
	const u32 *check[2];
	u32 generation[2];
};
#define WORK_MOST 8

/* What the machine keeps of a process, in the 2 KiB that its block reserves. */
struct context {
	u64 elr, sp;
	u64 root;    /* TTBR0 value */
	u64 special; /* not 0: uses floating point, or has work to do first: the fast paths keep out */
	u64 full;    /* all registers are valid (interrupted), otherwise only elr, sp, x0 and the message words */
	u64 spsr;
	u64 x[31];
	u64 floating; /* its code uses floating-point registers */
	u64 batch;    /* offset of the next entry of a batch in progress in its own memory, and how many are left */
	u64 batchLeft, workFirst, workCount;
	struct work work[WORK_MOST];
	__uint128_t v[32];
};

struct core {
	struct context *current; /* of the process that executes */
	u64 nanoseconds; /* per timer tick, times 2^16 */
	u64 ticks;       /* per nanosecond, times 2^64 */
	u64 contexts;    /* context of process 0; the others follow at BLOCK_STRIDE */
	u64 global;      /* the kernel's GLOBAL row */
	u64 protectedEntry, stack;
	u64 zero[2];
	u64 alarm; /* OUT_ALARM that the timer is set to */
	struct context *floatingOwner;
	u64 floatingOn;
	u64 workers[PROCESS_COUNT / 64]; /* bit p: process p has work to do */
};
_Static_assert(sizeof(struct core) == CORE_BYTES && sizeof(struct context) <= 2048, "known to entry.S and to kernel/layout.ts");
_Static_assert(__builtin_offsetof(struct context, x) == CONTEXT_X && __builtin_offsetof(struct core, zero) == CORE_ZERO, "known to entry.S");

static inline struct core *core(void) {
	struct core *c;
	__asm__("mrs %0, tpidr_el1" : "=r"(c));
	return c;
}
static inline u32 *kernelWord(u32 address) { return (u32 *)(KERNEL_BASE + address); }
static inline u32 global(u32 field) { return *(volatile u32 *)kernelWord(GLOBAL_BASE + field); }
static inline u32 *regionWord(u32 row, u32 field) { return kernelWord(REGION_BASE + row * REGION_STRIDE + field); }
static inline u8 *linear(u64 physical) { return (u8 *)(LINEAR_BASE + physical); }
static inline u8 *regionStart(u32 row) { return linear((u64)*regionWord(row, REGION_PAGE) * PAGE); }
static inline u64 regionBytes(u32 row) { return (u64)*regionWord(row, REGION_PAGES) * PAGE; }
#define CONTEXTS (KERNEL_BASE + BLOCK_BASE + BLOCK_MACHINE)
static inline struct context *contextOf(u32 process) { return (struct context *)(CONTEXTS + (u64)process * BLOCK_STRIDE); }
static inline u32 processOf(const struct context *c) { return ((u64)c - CONTEXTS) / BLOCK_STRIDE; }
static inline void noteSpecial(struct context *c) { c->special = c->floating | c->workCount | c->batchLeft; }
#define IMAGE_FLOATING 1 /* in the first word of a code image */

extern int bootedAtEl2;

/* early.c */
void dropIdentity(void);
void mapKernelPage(u32 address, u64 physical);
void unmapKernelPage(u32 address);

/* interrupt.c */
void interruptInitialise(void);
static inline int interruptPending(void) {
	u64 status;
	__asm__ volatile("mrs %0, isr_el1" : "=r"(status));
	return status != 0;
}
/* `interruptTake` takes one interrupt. 0: whoever executes goes on, unless the kernel's OUT fields say otherwise; CALL_NEXT: the kernel must
 * be asked (kernel/fastpath.ts); else the process that it has chosen. */
#define CALL_NEXT 0x7fffffff
u32 interruptTake(void), interruptExpected(void);

/* schedule.c */
/* Lets the kernel choose who executes, and returns that context when it is ready to. */
struct context *serviceNext(void);

/* memory.c */
void workStep(struct context *c);
u32 mappedRegion(u32 process, u32 memory);

/* entry.S */
void floatingSave(__uint128_t *registers), floatingLoad(__uint128_t *registers);

/* console.c */
void print(const char *text);
void printNumber(u64 value, u32 base);
__attribute__((noreturn)) void stop(s32 code), machine_halt(s32 code);
#endif
