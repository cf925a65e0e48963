/* What wasm2c's code for function tables, bulk memory and start-up needs besides machines/arm64/wasm.h; the kernel has none of these. */
#pragma once
#include "wasm.h"

typedef const char *wasm_rt_func_type_t;
typedef void (*wasm_rt_function_ptr_t)(void);
typedef struct { wasm_rt_function_ptr_t fn; } wasm_rt_tailcallee_t;
typedef struct {
	wasm_rt_func_type_t func_type;
	wasm_rt_function_ptr_t func;
	wasm_rt_tailcallee_t func_tailcallee;
	void *module_instance;
} wasm_rt_funcref_t;
typedef void *wasm_rt_externref_t;
typedef struct { wasm_rt_funcref_t *data; u32 size; } wasm_rt_funcref_table_t;
typedef struct { wasm_rt_externref_t *data; u32 size; } wasm_rt_externref_table_t;
#define wasm_rt_funcref_null_value ((wasm_rt_funcref_t){0})
#define wasm_rt_externref_null_value ((wasm_rt_externref_t)0)

/* Tables never grow, and lie together behind the instance. */
#define placeTable(table, offset, elements) ((table)->data = TABLES + (offset), (table)->size = (elements))

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int value, size_t length);
int memcmp(const void *left, const void *right, size_t length);
