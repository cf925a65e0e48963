/* The interrupt controller: GICv2 or GICv3 of QEMU's `virt` machine. Lines are interrupt numbers (INTID). */
#include "time.h"

#define DISTRIBUTOR 0x08000000
#define PROCESSOR_INTERFACE 0x08010000
#define REDISTRIBUTOR 0x080a0000
#define PRIVATE_FRAME 0x10000
#define CONTROL 0x000
#define TYPE 0x004
#define GROUP 0x080
#define ENABLE 0x100
#define DISABLE 0x180
#define PEND 0x200
#define PRIORITIES 0x400
#define TARGET 0x800
#define WAKER 0x14
#define WAKER_SLEEPS 4
#define AFFINITY_ROUTING (1 << 4)

#define LINE_LIMIT 27 /* virtual timer */
#define LINE_ALARM 30 /* physical timer */
#define LINE_FIRST_SHARED 32
#define LINE_SPURIOUS 1020
/* Devices come before the timers, so that a flood of alarms cannot delay a device. Both above the mask. */
#define PRIORITY_DEVICE 0x80
#define PRIORITY_TIMER 0xa0
#define PRIORITY_MASK 0xf0

static u32 version;

static volatile u32 *device(u64 base, u32 offset) { return (volatile u32 *)linear(base + offset); }

static void initialiseProcessor2(void) {
	*device(PROCESSOR_INTERFACE, 4) = PRIORITY_MASK;
	*device(PROCESSOR_INTERFACE, 0) = 1;
}

static void initialiseProcessor3(void) {
	volatile u32 *waker = device(REDISTRIBUTOR, WAKER);
	*waker = 0;
	while (*waker & WAKER_SLEEPS) continue;
	*device(REDISTRIBUTOR + PRIVATE_FRAME, GROUP) = ~0u;
	__asm__ volatile("msr s3_0_c12_c12_5, %0; isb" ::"r"(7ul));            /* ICC_SRE_EL1 */
	__asm__ volatile("msr s3_0_c4_c6_0, %0" ::"r"((u64)PRIORITY_MASK));    /* ICC_PMR_EL1 */
	__asm__ volatile("msr s3_0_c12_c12_7, %0; isb" ::"r"(1ul));            /* ICC_IGRPEN1_EL1 */
}

/* Private lines are the redistributor's on version 3, the distributor's on version 2. */
static u64 baseOf(u32 line) {
	return version == 3 && line < LINE_FIRST_SHARED ? REDISTRIBUTOR + PRIVATE_FRAME : DISTRIBUTOR;
}
static void setBit(u32 line, u32 registers) { *device(baseOf(line), registers + line / 32 * 4) = 1u << line % 32; }
static void setPriority(u32 line, u8 priority) { *(volatile u8 *)device(baseOf(line), PRIORITIES + line) = priority; }

void interruptInitialise(void) {
	u64 features;
	__asm__("mrs %0, id_aa64pfr0_el1" : "=r"(features));
	version = features >> 24 & 15 ? 3 : 2;
	*device(DISTRIBUTOR, CONTROL) = version == 3 ? AFFINITY_ROUTING | 3 : 1;
	if (version == 3) initialiseProcessor3();
	else initialiseProcessor2();
	u32 lines = 32 * ((*device(DISTRIBUTOR, TYPE) & 31) + 1);
	for (u32 line = LINE_FIRST_SHARED; line < lines; line++) {
		setPriority(line, PRIORITY_DEVICE);
		if (version == 2) *(volatile u8 *)device(DISTRIBUTOR, TARGET + line) = 1;
		else if (line % 32 == 0) *device(DISTRIBUTOR, GROUP + line / 8) = ~0u;
	}
	setPriority(LINE_LIMIT, PRIORITY_TIMER);
	setPriority(LINE_ALARM, PRIORITY_TIMER);
	setBit(LINE_LIMIT, ENABLE);
	setBit(LINE_ALARM, ENABLE);
}

/* Kernel imports: lines below 32 are the machine's own. */
void machine_lineEnable(u32 line, u32 on) {
	if (line >= LINE_FIRST_SHARED) setBit(line, on ? ENABLE : DISABLE);
}
void machine_lineRaise(u32 line) {
	if (line >= LINE_FIRST_SHARED) setBit(line, PEND);
}

static u32 acknowledge(void) {
	u64 line;
	if (version == 2) return *device(PROCESSOR_INTERFACE, 0xc) & 0x3ff;
	__asm__ volatile("mrs %0, s3_0_c12_c12_0" : "=r"(line)); /* ICC_IAR1_EL1 */
	return line;
}

static void complete(u32 line) {
	if (version == 2) *device(PROCESSOR_INTERFACE, 0x10) = line;
	else __asm__ volatile("msr s3_0_c12_c12_1, %0" ::"r"((u64)line)); /* ICC_EOIR1_EL1 */
}

/* One alarm at a time: if more are due the timer still asks, and devices come first. */
static int alarm(void) {
	u64 time = now();
	kernel_tick(time, time >> 32);
	setAlarm();
	return 0;
}

static int limit(void) {
	u64 time = now();
	if (global(GLOBAL_CURRENT) == 0) {
		clearLimit();
		return 0;
	}
	if (left() != 0) return 0; /* set anew since it asked */
	if (!kernel_expire(time, time >> 32)) return 1;
	setLimit();
	return 0;
}

int interruptTake(void) {
	u32 line = acknowledge();
	if (line >= LINE_SPURIOUS) return 0;
	int ended = 0;
	if (line == LINE_LIMIT) ended = limit();
	else if (line == LINE_ALARM) ended = alarm();
	else kernel_interrupt(line);
	complete(line);
	if (ended) return 1;
	if (!global(GLOBAL_OUT_PREEMPT) || global(GLOBAL_CURRENT) == 0) return 0;
	kernel_preempt(left());
	return 1;
}
