/* The four functions that compilers call without being asked. Blocks of 64 bytes go through eight registers. */
#include "tables.h"

enum { BLOCK = 64 };

/* All of a block is read before any of it is written, so that the ranges may overlap. */
static inline __attribute__((always_inline)) void copyBlock(u8 *to, const u8 *from) {
	u64 a, b, c, d, e, f, g, h;
	__asm__ volatile("ldp %0, %1, [%8]; ldp %2, %3, [%8, #16]; ldp %4, %5, [%8, #32]; ldp %6, %7, [%8, #48]"
					 : "=&r"(a), "=&r"(b), "=&r"(c), "=&r"(d), "=&r"(e), "=&r"(f), "=&r"(g), "=&r"(h)
					 : "r"(from)
					 : "memory");
	__asm__ volatile("stp %0, %1, [%8]; stp %2, %3, [%8, #16]; stp %4, %5, [%8, #32]; stp %6, %7, [%8, #48]" ::"r"(a), "r"(b),
					 "r"(c), "r"(d), "r"(e), "r"(f), "r"(g), "r"(h), "r"(to)
					 : "memory");
}

static inline __attribute__((always_inline)) void copyWord(u8 *to, const u8 *from) {
	u64 word;
	__builtin_memcpy(&word, from, 8);
	__builtin_memcpy(to, &word, 8);
}

void *memcpy(void *restrict to, const void *restrict from, size_t length) { return memmove(to, from, length); }

static void copyBackwards(u8 *target, const u8 *source, size_t length) {
	while (length % 8) length--, target[length] = source[length];
	while (length % BLOCK) length -= 8, copyWord(target + length, source + length);
	while (length) length -= BLOCK, copyBlock(target + length, source + length);
}

/* Backwards when the ranges overlap that way. */
void *memmove(void *to, const void *from, size_t length) {
	u8 *target = to;
	const u8 *source = from;
	if ((size_t)(target - source) < length) {
		copyBackwards(target, source, length);
		return to;
	}
	for (; length >= BLOCK; length -= BLOCK, source += BLOCK, target += BLOCK) copyBlock(target, source);
	for (; length >= 8; length -= 8, source += 8, target += 8) copyWord(target, source);
	while (length--) *target++ = *source++;
	return to;
}

void *memset(void *to, int value, size_t length) {
	u8 *target = to;
	u64 word = 0x0101010101010101 * (u8)value;
	for (; length >= BLOCK; length -= BLOCK, target += BLOCK)
		__asm__ volatile("stp %0, %0, [%1]; stp %0, %0, [%1, #16]; stp %0, %0, [%1, #32]; stp %0, %0, [%1, #48]" ::"r"(word), "r"(target)
						 : "memory");
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
