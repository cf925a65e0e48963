/* What the C that wasm2c emits needs, for the kernel and for components alike (tools/arm64/translate.ts). Memories lie at fixed
 * addresses, inside windows whose other pages are never mapped, so that no access is checked in code. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WASM_RT_CORE_TYPES_DEFINED
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef int64_t s64;
typedef float f32;
typedef double f64;

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define WASM_RT_MEMCHECK_GUARD_PAGES 1
#define wasm_rt_memcpy __builtin_memcpy
#define wasm_rt_trap(cause) __builtin_trap()

typedef struct { u8 *data; u64 pages, size; } wasm_rt_memory_t;

/* Memories exist already and never grow. */
#define wasm_rt_allocate_memory(memory, initial, maximum, is64, page) ((void)0)
#define wasm_rt_grow_memory(memory, delta) ((delta) == 0 ? (u32)(memory)->pages : ~0u)

/* A load whose result is not used must still trap. The kernel defines this away: it never reads for the sake of a trap. */
#ifndef FORCE_READ
#define FORCE_READ(value) __asm__ volatile("" ::"r"(value))
#endif

/* The address of memory k. The compiler is not told its value: it would otherwise merge it with row numbers and field offsets, and
 * lose the addressing modes that take all three. */
static inline u8 *memoryBase(u64 address) {
	u8 *base;
	__asm__("mov %0, %1" : "=r"(base) : "i"(address));
	return base;
}

/* Loads and stores at base + index + offset, of any alignment. `space` is `volatile` for regions, which are shared with others or are
 * devices: there every access happens, once, in order and at its width. */
#define ANY(type) typedef type any_##type __attribute__((aligned(1)));
ANY(u8) ANY(s8) ANY(u16) ANY(s16) ANY(u32) ANY(s32) ANY(u64) ANY(f32) ANY(f64)
#define AT(space, stored, base, index, offset) (*(space any_##stored *)((base) + (u32)(index) + (u64)(offset)))
#define READ(space, stored, wide, base, index, offset) ({ stored value = AT(space, stored, base, index, offset); FORCE_READ(value); (wide)value; })
#define WRITE(space, stored, base, index, offset, value) (AT(space, stored, base, index, offset) = (stored)(value))
