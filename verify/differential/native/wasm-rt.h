/* What the output of wasm2c needs, and no more: one memory, no tables, traps that end the program. */
#ifndef TESSERA_DIFFERENTIAL_WASM_RT_H
#define TESSERA_DIFFERENTIAL_WASM_RT_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define wasm_rt_memcpy memcpy
/* No check in the code: memory.c reserves all that 32 bits can address, as a machine with an MMU does. */
#define WASM_RT_MEMCHECK_GUARD_PAGES 1
#define WASM_RT_USE_SEGUE 0
#define WASM_RT_STACK_DEPTH_COUNT 0

typedef enum { WASM_RT_TRAP_OOB, WASM_RT_TRAP_UNREACHABLE, WASM_RT_TRAP_CALL_INDIRECT, WASM_RT_TRAP_DIV_BY_ZERO, WASM_RT_TRAP_INT_OVERFLOW } wasm_rt_trap_t;
typedef enum { WASM_RT_I32, WASM_RT_I64 } wasm_rt_type_t;
typedef const char *wasm_rt_func_type_t;

typedef struct {
	uint8_t *data;
	uint64_t size;
} wasm_rt_memory_t;

/* The kernel has no tables; wasm2c mentions their types. */
typedef void (*wasm_rt_function_ptr_t)(void);
typedef struct {
	wasm_rt_function_ptr_t fn;
} wasm_rt_tailcallee_t;
typedef struct {
	wasm_rt_func_type_t func_type;
	wasm_rt_function_ptr_t func;
} wasm_rt_funcref_t;
typedef void *wasm_rt_externref_t;
typedef struct {
	wasm_rt_funcref_t *data;
	uint32_t size;
} wasm_rt_funcref_table_t;
typedef struct {
	wasm_rt_externref_t *data;
	uint32_t size;
} wasm_rt_externref_table_t;
static const wasm_rt_funcref_t wasm_rt_funcref_null_value;
static const wasm_rt_externref_t wasm_rt_externref_null_value;

void wasm_rt_trap(wasm_rt_trap_t trap) __attribute__((noreturn));
void wasm_rt_allocate_memory(wasm_rt_memory_t *memory, uint64_t pages, uint64_t most, bool is64, uint32_t pageSize);
void wasm_rt_free_memory(wasm_rt_memory_t *memory);
bool wasm_rt_is_initialized(void);

#endif
