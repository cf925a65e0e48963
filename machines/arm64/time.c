/* The generic timer. The virtual timer counts the current process's limit down; the physical one wakes for OUT_ALARM. */
#include "machine.h"

#define ENABLE 1
#define NEVER (~0ul)
#define NANOSECONDS_PER_SECOND 1000000000ul

static u64 counter(void) {
	u64 ticks;
	__asm__ volatile("isb; mrs %0, cntvct_el0" : "=r"(ticks));
	return ticks;
}

void timeInitialise(void) {
	u64 frequency;
	__asm__ volatile("mrs %0, cntfrq_el0" : "=r"(frequency));
	core()->nanoseconds = (NANOSECONDS_PER_SECOND << 16) / frequency;
	core()->ticks = frequency < NANOSECONDS_PER_SECOND ? (frequency << 32) / NANOSECONDS_PER_SECOND << 32 : NEVER;
	core()->alarm = 0;
	__asm__ volatile("msr cntkctl_el1, xzr"); /* no clock and no timer at EL0 */
	__asm__ volatile("msr cntv_tval_el0, %0; msr cntv_ctl_el0, %1" ::"r"(0x7ffffffful), "r"((u64)ENABLE));
	setAlarm();
	__asm__ volatile("msr cntp_ctl_el0, %0" ::"r"((u64)ENABLE));
}

/* Nanoseconds since boot. */
u64 now(void) { return (__uint128_t)counter() * core()->nanoseconds >> 16; }

/* Nanoseconds that the current process has left of its limit. */
u32 left(void) {
	u64 ticks;
	__asm__ volatile("mrs %0, cntv_tval_el0" : "=r"(ticks));
	s32 signedTicks = (s32)ticks;
	return signedTicks <= 0 ? 0 : (u64)signedTicks * core()->nanoseconds >> 16;
}

static u64 ticksOf(u64 nanoseconds) { return (__uint128_t)nanoseconds * core()->ticks >> 64; }

/* Starts to count OUT_LIMIT down. */
void setLimit(void) {
	u64 ticks = ticksOf(global(GLOBAL_OUT_LIMIT));
	__asm__ volatile("msr cntv_tval_el0, %0" ::"r"(ticks));
}

/* Nobody executes: no limit. */
void clearLimit(void) { __asm__ volatile("msr cntv_tval_el0, %0" ::"r"(0x7ffffffful)); }

/* Sets the alarm to OUT_ALARM, unless it is already. */
void setAlarm(void) {
	u64 time = global64(GLOBAL_OUT_ALARM_64);
	if (time == core()->alarm) return;
	core()->alarm = time;
	u64 ticks = time == NEVER ? NEVER >> 1 : ticksOf(time) + 1;
	__asm__ volatile("msr cntp_cval_el0, %0" ::"r"(ticks));
}
