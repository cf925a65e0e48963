#include "tessera.h"

enum { ADD = 1, SUM_OF_LOAN = 2, TO_REGION = 3, CALLS = 4 };

static int32_t calls = 100;
static const char greeting[] = "from C";

/* The bytes that the caller lends, added up: they are copied onto the C stack first. */
static int32_t sum_of_loan(int32_t length) {
	uint8_t bytes[256];
	int32_t sum = 0;
	if (length < 0 || length > (int32_t)sizeof bytes) return TESSERA_INVALID_ARGUMENT;
	int32_t status = tessera_system(TESSERA_LOAN_READ, 0, (int32_t)bytes, length, 0, 0, 0);
	if (status < 0) return status;
	for (int32_t i = 0; i < length; i++) sum += bytes[i];
	return sum;
}

TESSERA_PROTECTED {
	(void)badge, (void)w2, (void)w3, (void)w4, (void)w5;
	calls++;
	switch (method) {
	case ADD:
		tessera_set_word(0, w0 + w1);
		return tessera_answer(0, 1);
	case SUM_OF_LOAN:
		tessera_set_word(0, sum_of_loan(w0));
		return tessera_answer(0, 1);
	case TO_REGION:
		tessera_region2_write((uint32_t)w0, greeting, sizeof greeting);
		return tessera_answer((int32_t)tessera_region2_load8((uint32_t)w0), 0);
	case CALLS:
		return tessera_answer(calls, 0);
	default:
		return tessera_answer(1, 0);
	}
}
