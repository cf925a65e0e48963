/* In C, where nothing but WebAssembly itself keeps a pointer from going wild: null, far outside, and through the kernel's hands. */
#include "tessera.h"

enum { WARDEN = 1, ANSWERER = 2, BYSTANDER = 3, ACCOUNT = 4, LOAN_BOTH = 12 << 8, ROUNDS = 2000 };

static uint32_t state = 2463534242u;
static char target[64];

static uint32_t random_word(void) {
	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state;
}

/* The kernel is told to read and write through pointers that are none. */
static void through_the_kernel(void) {
	for (int round = 0; round < ROUNDS; round++) {
		int32_t wild = (int32_t)random_word();
		tessera_call_with(ANSWERER, 1, wild, 0, 0, 0, 0, 0, 0, LOAN_BOTH, wild, (int32_t)random_word());
		tessera_batch(wild, (int32_t)(random_word() % 80));
		tessera_system((int32_t)(random_word() % 100), ACCOUNT, wild, wild, wild, wild, wild);
		tessera_notify(wild);
	}
}

TESSERA_INIT {
	through_the_kernel();
	for (uint32_t i = 0; i < sizeof target; i++) target[i] = (char)random_word();
	/* Static data and stack are its own to destroy; then past the end of everything. */
	volatile char *at = target;
	for (;;) *at++ = 1;
}

TESSERA_PROTECTED {
	(void)badge, (void)method, (void)w0, (void)w1, (void)w2, (void)w3, (void)w4, (void)w5;
	return *(volatile int32_t *)0xfffffff0u;
}
