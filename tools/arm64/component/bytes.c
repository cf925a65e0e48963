/* The four functions that compilers call without being asked. */
#include "tables.h"

void *memcpy(void *restrict to, const void *restrict from, size_t length) { return memmove(to, from, length); }

/* Backwards when the ranges overlap that way; eight bytes at a time. */
void *memmove(void *to, const void *from, size_t length) {
	u8 *target = to;
	const u8 *source = from;
	u64 word;
	if ((size_t)(target - source) >= length) {
		for (; length >= 8; length -= 8, source += 8, target += 8) {
			__builtin_memcpy(&word, source, 8);
			__builtin_memcpy(target, &word, 8);
		}
		while (length--) *target++ = *source++;
		return to;
	}
	while (length % 8) length--, target[length] = source[length];
	while (length) {
		length -= 8;
		__builtin_memcpy(&word, source + length, 8);
		__builtin_memcpy(target + length, &word, 8);
	}
	return to;
}

void *memset(void *to, int value, size_t length) {
	u8 *target = to;
	u64 word = 0x0101010101010101 * (u8)value;
	for (; length >= 8; length -= 8, target += 8) __builtin_memcpy(target, &word, 8);
	while (length--) *target++ = value;
	return to;
}

int memcmp(const void *left, const void *right, size_t length) {
	const u8 *a = left, *b = right;
	for (; length; length--, a++, b++)
		if (*a != *b) return *a - *b;
	return 0;
}
