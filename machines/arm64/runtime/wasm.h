/* What the C that wasm2c emits needs, for the kernel and for components alike. Memories lie at fixed addresses, inside windows whose
 * other pages are never mapped, so that no access is checked in code. */
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WASM_RT_CORE_TYPES_DEFINED
typedef uint8_t u8;
typedef int8_t s8;
typedef uint16_t u16;
typedef int16_t s16;
typedef uint32_t u32;
typedef int32_t s32;
typedef uint64_t u64;
typedef int64_t s64;
typedef float f32;
typedef double f64;

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define WASM_RT_MEMCHECK_GUARD_PAGES 1
#define WASM_RT_USE_SEGUE 0
#define wasm_rt_memcpy __builtin_memcpy
#define wasm_rt_trap(cause) __builtin_trap()

typedef struct {
	u8 *data;
	u64 pages, max_pages, size;
} wasm_rt_memory_t;
typedef const char *wasm_rt_func_type_t;
typedef void (*wasm_rt_function_ptr_t)(void);
typedef struct {
	wasm_rt_function_ptr_t fn;
} wasm_rt_tailcallee_t;
typedef struct {
	wasm_rt_func_type_t func_type;
	wasm_rt_function_ptr_t func;
	wasm_rt_tailcallee_t func_tailcallee;
	void *module_instance;
} wasm_rt_funcref_t;
typedef struct {
	wasm_rt_funcref_t *data;
	u32 max_size, size;
} wasm_rt_funcref_table_t;
typedef void *wasm_rt_externref_t;
typedef struct {
	wasm_rt_externref_t *data;
	u32 max_size, size;
} wasm_rt_externref_table_t;
#define wasm_rt_funcref_null_value ((wasm_rt_funcref_t){0})
#define wasm_rt_externref_null_value ((wasm_rt_externref_t)0)

/* Memories exist already; tables never grow, and lie together behind the instance. */
#define wasm_rt_allocate_memory(memory, initial, maximum, is64, page) ((void)0)
#define wasm_rt_grow_memory(memory, delta) ((delta) == 0 ? (u32)(memory)->pages : ~0u)
#define placeTable(table, offset, elements) ((table)->data = TABLES + (offset), (table)->size = (elements))

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

/* Loads and stores at base + index + offset. Own memory is the component's alone. Regions are shared with others or are devices: there
 * every access happens, once, in order and at its width. */
#define LOAD(name, stored, wide, result)                                                                              \
	static inline result own_##name(u8 *base, u32 index, u32 offset) {                                                \
		typedef stored __attribute__((aligned(1))) unaligned;                                                         \
		stored value = *(unaligned *)(base + index + offset);                                                         \
		FORCE_READ(value);                                                                                            \
		return (result)(wide)value;                                                                                   \
	}                                                                                                                 \
	static inline result region_##name(u8 *base, u32 index, u32 offset) {                                             \
		typedef stored __attribute__((aligned(1))) unaligned;                                                         \
		return (result)(wide) * (volatile unaligned *)(base + index + offset);                                        \
	}
#define STORE(name, stored, given)                                                                                    \
	static inline void own_##name(u8 *base, u32 index, u32 offset, given value) {                                     \
		typedef stored __attribute__((aligned(1))) unaligned;                                                         \
		*(unaligned *)(base + index + offset) = (stored)value;                                                        \
	}                                                                                                                 \
	static inline void region_##name(u8 *base, u32 index, u32 offset, given value) {                                  \
		typedef stored __attribute__((aligned(1))) unaligned;                                                         \
		*(volatile unaligned *)(base + index + offset) = (stored)value;                                               \
	}
LOAD(i32_load, u32, u32, u32)
LOAD(i64_load, u64, u64, u64)
LOAD(f32_load, f32, f32, f32)
LOAD(f64_load, f64, f64, f64)
LOAD(i32_load8_s, s8, s32, u32)
LOAD(i64_load8_s, s8, s64, u64)
LOAD(i32_load8_u, u8, u32, u32)
LOAD(i64_load8_u, u8, u64, u64)
LOAD(i32_load16_s, s16, s32, u32)
LOAD(i64_load16_s, s16, s64, u64)
LOAD(i32_load16_u, u16, u32, u32)
LOAD(i64_load16_u, u16, u64, u64)
LOAD(i64_load32_s, s32, s64, u64)
LOAD(i64_load32_u, u32, u64, u64)
STORE(i32_store, u32, u32)
STORE(i64_store, u64, u64)
STORE(f32_store, f32, f32)
STORE(f64_store, f64, f64)
STORE(i32_store8, u8, u32)
STORE(i32_store16, u16, u32)
STORE(i64_store8, u8, u64)
STORE(i64_store16, u16, u64)
STORE(i64_store32, u32, u64)

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int value, size_t length);
int memcmp(const void *left, const void *right, size_t length);
