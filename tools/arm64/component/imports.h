/* The functions that a component imports from "kernel": each is one trap. The machine wipes every register that carries no
 * result, so all are clobbered. */
#pragma once
#include "services.h"
#include "layout.h"
#include "wasm.h"

#define WINDOW(k) (((u64)(k) + 1) << 33)
#define OWN_ADDRESS WINDOW(MEMORY_OWN)
#define CLOBBERED                                                                                                     \
	"x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17", "x26", "x27", "x28", "x29", "x30", "memory", "cc" FLOATING_CLOBBERED
#ifdef FLOATING
#define FLOATING_CLOBBERED                                                                                            \
	, "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14", "v15", "v16", "v17", "v18", \
		"v19", "v20", "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31"
#else
#define FLOATING_CLOBBERED
#endif

/* Puts `count` result words (registers) where the ABI wants them, and touches nothing else. */
static inline void keepWords(u32 count, u32 w0, u32 w1, u32 w2, u32 w3, u32 w4, u32 w5) {
	u32 *words = (u32 *)(OWN_ADDRESS + RESULT_WORDS);
	if (count & 4) {
		words[0] = w0, words[1] = w1, words[2] = w2, words[3] = w3;
		if (count & 3) words[4] = w4;
		if (count & 2) words[5] = w5;
	} else if (count & 2) {
		words[0] = w0, words[1] = w1;
		if (count & 1) words[2] = w2;
	} else if (count & 1) {
		words[0] = w0;
	}
}

/* The message registers of a trap: x19 = method or count, x20..x25 = words. */
#define WORD(number) register u32 x##number __asm__("x" #number)
#define TRAP_RESULT(status)                                                                                           \
	if (UNLIKELY((status) & 7) && (s32)(status) > 0) keepWords((status) & 7, x20, x21, x22, x23, x24, x25);           \
	return (status)
#define ALWAYS static inline __attribute__((always_inline))
/* Components that use floating point take slower paths, which look at all six words. */
#ifdef FLOATING
#define FAST_CALL(fast) TRAP_CALL
#define NO_WORD = 0
#define UNSET "+r"
#else
#define FAST_CALL(fast) (fast)
#define NO_WORD
#define UNSET "=r"
#endif
#define TRAP_CALLING(trap, ...)                                                                                       \
	WORD(0);                                                                                                          \
	WORD(1) = gate;                                                                                                   \
	__asm__ volatile("svc %[immediate]"                                                                               \
					 : "=r"(x0), "+r"(x1), "+r"(x19), __VA_ARGS__                                                     \
					 : [immediate] "i"(FAST_CALL(trap))                                                               \
					 : "x2", "x3", "x4", "x5", "x6", "x7", "x8", CLOBBERED);                                          \
	TRAP_RESULT(x0)

/* The fast paths zero the registers of words that are not given: nothing is set for them here. */
ALWAYS u32 kernel_call0(u32 gate, u32 method) {
	WORD(19) = method;
	WORD(20) NO_WORD;
	WORD(21) NO_WORD;
	WORD(22) NO_WORD;
	WORD(23) NO_WORD;
	WORD(24) NO_WORD;
	WORD(25) NO_WORD;
	TRAP_CALLING(TRAP_CALL0, UNSET(x20), UNSET(x21), UNSET(x22), UNSET(x23), UNSET(x24), UNSET(x25));
}

ALWAYS u32 kernel_call4(u32 gate, u32 method, u32 w0, u32 w1, u32 w2, u32 w3) {
	WORD(19) = method;
	WORD(20) = w0;
	WORD(21) = w1;
	WORD(22) = w2;
	WORD(23) = w3;
	WORD(24) NO_WORD;
	WORD(25) NO_WORD;
	TRAP_CALLING(TRAP_CALL4, "+r"(x20), "+r"(x21), "+r"(x22), "+r"(x23), UNSET(x24), UNSET(x25));
}

#define MESSAGE(r19, r20, r21, r22, r23, r24, r25)                                                                    \
	WORD(19) = (r19);                                                                                                 \
	WORD(20) = (r20);                                                                                                 \
	WORD(21) = (r21);                                                                                                 \
	WORD(22) = (r22);                                                                                                 \
	WORD(23) = (r23);                                                                                                 \
	WORD(24) = (r24);                                                                                                 \
	WORD(25) = (r25)
#define WORDS "+r"(x20), "+r"(x21), "+r"(x22), "+r"(x23), "+r"(x24), "+r"(x25)

ALWAYS u32 kernel_call6(u32 gate, u32 method, u32 w0, u32 w1, u32 w2, u32 w3, u32 w4, u32 w5) {
	MESSAGE(method, w0, w1, w2, w3, w4, w5);
	TRAP_CALLING(TRAP_CALL6, WORDS);
}

/* These are functions of their own: what they clobber would otherwise be saved by every function that may call them. */
__attribute__((noinline)) static u32 kernel_callWith(u32 gate, u32 method, u32 w0, u32 w1, u32 w2, u32 w3, u32 w4, u32 w5, u32 capabilities, u32 loan, u32 offset,
						   u32 length) {
	MESSAGE(method, w0, w1, w2, w3, w4, w5);
	WORD(0);
	WORD(1) = gate;
	WORD(2) = capabilities;
	WORD(3) = loan;
	WORD(4) = offset;
	WORD(5) = length;
	__asm__ volatile("svc %[trap]"
					 : "=r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5), "+r"(x19), WORDS
					 : [trap] "i"(TRAP_CALL_WITH)
					 : "x6", "x7", "x8", CLOBBERED);
	TRAP_RESULT(x0);
}

__attribute__((noinline)) static u32 kernel_system(u32 number, u32 a0, u32 a1, u32 a2, u32 a3, u32 a4, u32 a5) {
	MESSAGE(0, 0, 0, 0, 0, 0, 0);
	WORD(0) = number;
	WORD(1) = a0;
	WORD(2) = a1;
	WORD(3) = a2;
	WORD(4) = a3;
	WORD(5) = a4;
	WORD(6) = a5;
	__asm__ volatile("svc %[trap]"
					 : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3), "+r"(x4), "+r"(x5), "+r"(x6), "+r"(x19), WORDS
					 : [trap] "i"(TRAP_SYSTEM)
					 : "x7", "x8", CLOBBERED);
	keepWords(x19, x20, x21, 0, 0, 0, 0);
	return x0;
}

/* Traps with at most two arguments and no words. */
ALWAYS u64 trapShort(const u32 trap, u32 a0, u32 a1) {
	register u64 x0 __asm__("x0") = a0;
	register u64 x1 __asm__("x1") = a1;
	__asm__ volatile("svc %[trap]"
					 : "+r"(x0), "+r"(x1)
					 : [trap] "i"(trap)
					 : "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x19", "x20", "x21", "x22", "x23", "x24", "x25", CLOBBERED);
	return x0;
}
ALWAYS u32 kernel_notify(u32 signal) { return trapShort(TRAP_NOTIFY, signal, 0); }
ALWAYS u32 kernel_wait(void) { return trapShort(TRAP_WAIT, 0, 0); }
ALWAYS u32 kernel_batch(u32 offset, u32 count) { return trapShort(TRAP_BATCH, offset, count); }
ALWAYS u64 kernel_clock(void) { return trapShort(TRAP_CLOCK, 0, 0); }
