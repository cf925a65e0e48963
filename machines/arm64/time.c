/* The generic timer: starting it, and the alarm (the physical timer). */
#include "time.h"

#define ENABLE 1ul
#define NANOSECONDS_PER_SECOND 1000000000ul

void timeInitialise(void) {
	u64 frequency;
	__asm__ volatile("mrs %0, cntfrq_el0" : "=r"(frequency));
	core()->nanoseconds = (NANOSECONDS_PER_SECOND << 16) / frequency;
	core()->ticks = frequency < NANOSECONDS_PER_SECOND ? (frequency << 32) / NANOSECONDS_PER_SECOND << 32 : NEVER;
	__asm__ volatile("msr cntkctl_el1, xzr"); /* no clock and no timer at EL0 */
	clearLimit();
	__asm__ volatile("msr cntv_ctl_el0, %0" ::"r"(ENABLE));
	writeAlarm(NEVER);
	setAlarm();
	__asm__ volatile("msr cntp_ctl_el0, %0" ::"r"(ENABLE));
}

/* Not before `time` nanoseconds since boot. */
void writeAlarm(u64 time) {
	core()->alarm = time;
	__asm__ volatile("msr cntp_cval_el0, %0" ::"r"(time == NEVER ? NEVER >> 1 : ticksOf(time) + 1));
}
