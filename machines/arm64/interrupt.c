/* The interrupt controller: GICv2 or GICv3. Where it is: layout.h, from the board's device tree. Lines are interrupt numbers (INTID). */
#include "time.h"

/* Registers of the distributor, and of the redistributor for private lines. */
enum { CONTROL = 0, TYPE = 4, GROUP = 0x80, ENABLE = 0x100, DISABLE = 0x180, PEND = 0x200, PRIORITIES = 0x400, TARGETS = 0x800 };
enum { WAKER = 0x14, WAKER_SLEEPS = 4, AFFINITY_ROUTING = 1 << 4 };
/* Registers of the processor interface of version 2. */
enum { INTERFACE_CONTROL = 0, INTERFACE_MASK = 4, ACKNOWLEDGE = 0xc, COMPLETE = 0x10 };
enum { FIRST_SHARED = 32, LINE_SPURIOUS = 1020 };
/* Devices come before the timers, so that a flood of alarms cannot delay a device. Both above the mask. */
enum { PRIORITY_DEVICE = 0x80, PRIORITY_TIMER = 0xa0, PRIORITY_MASK = 0xf0 };

static u32 version, lines;

static volatile u32 *device(u64 base, u32 offset) { return (volatile u32 *)linear(base + offset); }
/* Private lines are the redistributor's on version 3, the distributor's on version 2. */
static u64 baseOf(u32 line) { return version == 3 && line < FIRST_SHARED ? BOARD_PRIVATE_LINES : BOARD_DISTRIBUTOR; }
static void setBit(u32 line, u32 registers) { *device(baseOf(line), registers + line / 32 * 4) = 1u << line % 32; }
static void setByte(u32 line, u32 registers, u8 value) { *((volatile u8 *)device(baseOf(line), registers) + line) = value; }

static void initialiseProcessor(void) {
	if (version == 2) {
		*device(BOARD_PROCESSOR_INTERFACE, INTERFACE_MASK) = PRIORITY_MASK;
		*device(BOARD_PROCESSOR_INTERFACE, INTERFACE_CONTROL) = 1;
		return;
	}
	*device(BOARD_REDISTRIBUTOR, WAKER) = 0;
	while (*device(BOARD_REDISTRIBUTOR, WAKER) & WAKER_SLEEPS) continue;
	*device(BOARD_PRIVATE_LINES, GROUP) = ~0u;
	__asm__ volatile("msr s3_0_c12_c12_5, %0; isb" ::"r"(7ul));         /* ICC_SRE_EL1 */
	__asm__ volatile("msr s3_0_c4_c6_0, %0" ::"r"((u64)PRIORITY_MASK)); /* ICC_PMR_EL1 */
	__asm__ volatile("msr s3_0_c12_c12_7, %0; isb" ::"r"(1ul));         /* ICC_IGRPEN1_EL1 */
}

void interruptInitialise(void) {
	u64 features;
	__asm__("mrs %0, id_aa64pfr0_el1" : "=r"(features));
	version = features >> 24 & 15 ? 3 : 2;
	*device(BOARD_DISTRIBUTOR, CONTROL) = version == 3 ? AFFINITY_ROUTING | 3 : 1;
	initialiseProcessor();
	lines = 32 * ((*device(BOARD_DISTRIBUTOR, TYPE) & 31) + 1);
	for (u32 line = FIRST_SHARED; line < lines; line++) {
		setByte(line, PRIORITIES, PRIORITY_DEVICE);
		if (version == 2) setByte(line, TARGETS, 1);
		else if (line % 32 == 0) *device(BOARD_DISTRIBUTOR, GROUP + line / 8) = ~0u;
	}
	setByte(BOARD_LINE_LIMIT, PRIORITIES, PRIORITY_TIMER);
	setByte(BOARD_LINE_ALARM, PRIORITIES, PRIORITY_TIMER);
	setBit(BOARD_LINE_LIMIT, ENABLE);
	setBit(BOARD_LINE_ALARM, ENABLE);
}

/* Lines below 32 are the machine's own. */
static void setShared(u32 line, u32 registers) {
	if (line >= FIRST_SHARED) setBit(line, registers);
}
void machine_lineEnable(u32 line, u32 on) { setShared(line, on ? ENABLE : DISABLE); }
void machine_lineRaise(u32 line) { setShared(line, PEND); }

static u32 acknowledge(void) {
	u64 line;
	if (version == 2) return *device(BOARD_PROCESSOR_INTERFACE, ACKNOWLEDGE) & 0x3ff;
	__asm__ volatile("mrs %0, s3_0_c12_c12_0" : "=r"(line)); /* ICC_IAR1_EL1 */
	return line;
}

static void complete(u32 line) {
	if (version == 2) *device(BOARD_PROCESSOR_INTERFACE, COMPLETE) = line;
	else __asm__ volatile("msr s3_0_c12_c12_1, %0" ::"r"((u64)line)); /* ICC_EOIR1_EL1 */
}

/* A timer asks. The limit is used up, unless it was set anew since. Of the alarms one at a time: if more are due the timer still asks,
 * and devices come first. */
static void timer(u32 line, u64 time) {
	if (line == BOARD_LINE_ALARM) kernel_tick(time, time >> 32), setAlarm();
	else if (!global(GLOBAL_CURRENT)) clearLimit();
	else if (left() == 0 && kernel_expire(time, time >> 32)) setLimit();
}

u32 interruptTake(void) {
	u32 line = acknowledge();
	u64 time = now();
	if (line >= LINE_SPURIOUS) return 0;
	u32 chosen = line < FIRST_SHARED ? timer(line, time), 0 : kernel_interruptSwitch(left(), line, time, time >> 32);
	complete(line);
	return chosen;
}

/* Is any line of a device enabled? */
u32 interruptExpected(void) {
	for (u32 line = FIRST_SHARED; line < lines; line += 32)
		if (*device(BOARD_DISTRIBUTOR, ENABLE + line / 8)) return 1;
	return 0;
}
