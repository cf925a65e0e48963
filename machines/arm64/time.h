/* The generic timer, as every path needs it. The virtual timer counts the current process's limit down. */
#pragma once
#include "machine.h"

#define NEVER (~0ul) /* no time: OUT_ALARM when nobody waits */

/* Nanoseconds since boot. */
static inline u64 now(void) {
	u64 ticks;
	__asm__ volatile("mrs %0, cntvct_el0" : "=r"(ticks));
	return (__uint128_t)ticks * core()->nanoseconds >> 16;
}

/* Nanoseconds that the current process has left of its limit. */
static inline u32 left(void) {
	u64 ticks;
	__asm__ volatile("mrs %0, cntv_tval_el0" : "=r"(ticks));
	u32 positive = (u32)ticks & ~((s32)ticks >> 31);
	return positive * core()->nanoseconds >> 16;
}

static inline u64 ticksOf(u64 nanoseconds) { return (__uint128_t)nanoseconds * core()->ticks >> 64; }

/* Starts to count OUT_LIMIT down. */
static inline void setLimit(void) { __asm__ volatile("msr cntv_tval_el0, %0" ::"r"(ticksOf(global(GLOBAL_OUT_LIMIT)))); }

/* Nobody executes: no limit. */
static inline void clearLimit(void) { __asm__ volatile("msr cntv_tval_el0, %0" ::"r"(0x7ffffffful)); }

void writeAlarm(u64 time);
void timeInitialise(void);

/* Sets the alarm to OUT_ALARM, unless it is already. */
static inline void setAlarm(void) {
	u64 time = *(volatile u64 *)kernelWord(GLOBAL_BASE + GLOBAL_OUT_ALARM_64);
	if (time != core()->alarm) writeAlarm(time);
}
