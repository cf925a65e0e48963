/*
 * Components in C. Build: put component.c and manifest.ts into a folder; the builder runs clang --target=wasm32.
 * There is no C library. Entry points are the functions init, notified, protected_call and faulted, marked with
 * TESSERA_INIT and so on. Static data, and after it the C stack, lie in memory 0.
 *
 * Every int32_t result of the kernel: negative is one of the errors below. The calls themselves: docs/reference/01-kernel.md.
 */
#ifndef TESSERA_H
#define TESSERA_H

#include <stdint.h>

#define TESSERA_KERNEL(name) __attribute__((import_module("kernel"), import_name(#name))) extern

/* The nine functions of the kernel (sdk/kernel.ts). */
TESSERA_KERNEL(call0) int32_t tessera_call0(int32_t gate, int32_t method);
TESSERA_KERNEL(call4) int32_t tessera_call4(int32_t gate, int32_t method, int32_t w0, int32_t w1, int32_t w2, int32_t w3);
TESSERA_KERNEL(call6) int32_t tessera_call6(int32_t gate, int32_t method, int32_t w0, int32_t w1, int32_t w2, int32_t w3,
	int32_t w4, int32_t w5);
TESSERA_KERNEL(callWith) int32_t tessera_call_with(int32_t gate, int32_t method, int32_t w0, int32_t w1, int32_t w2,
	int32_t w3, int32_t w4, int32_t w5, int32_t capabilities, int32_t loan, int32_t offset, int32_t length);
TESSERA_KERNEL(notify) int32_t tessera_notify(int32_t signal);
TESSERA_KERNEL(system) int32_t tessera_system(int32_t number, int32_t a0, int32_t a1, int32_t a2, int32_t a3, int32_t a4,
	int32_t a5);
TESSERA_KERNEL(clock) int64_t tessera_clock(void);
TESSERA_KERNEL(wait) int32_t tessera_wait(void);
TESSERA_KERNEL(batch) int32_t tessera_batch(int32_t offset, int32_t count);

/* Entry points; each is optional. */
#define TESSERA_INIT __attribute__((export_name("init"))) void init(void)
#define TESSERA_NOTIFIED __attribute__((export_name("notified"))) void notified(uint32_t bits)
#define TESSERA_FAULTED __attribute__((export_name("faulted"))) void faulted(int32_t child)
#define TESSERA_PROTECTED \
	__attribute__((export_name("protected"))) int32_t protected_call(int32_t badge, int32_t method, int32_t w0, int32_t w1, \
		int32_t w2, int32_t w3, int32_t w4, int32_t w5)

/* Result words of a call, and the answer of a server: code 0..2^28-1, count of result words 0..6. */
#define TESSERA_RESULT_WORDS ((volatile int32_t *)64)
static inline int32_t tessera_word(uint32_t index) { return TESSERA_RESULT_WORDS[index]; }
static inline void tessera_set_word(uint32_t index, int32_t value) { TESSERA_RESULT_WORDS[index] = value; }
static inline int32_t tessera_answer(int32_t code, uint32_t count) { return code << 3 | (int32_t)(count & 7); }
static inline int32_t tessera_code(int32_t status) { return status < 0 ? status : status >> 3; }

/*
 * Regions: memories 1..12 of the component, through accessors, because C knows one memory only. The linker turns them into single
 * instructions. tessera_region1_load32(offset), _store32(offset, value), _read(pointer, offset, length) out of the region,
 * _write(offset, pointer, length) into it, _fill(offset, value, length).
 */
#define TESSERA_ACCESSOR(memory, name) __attribute__((import_module("memory" #memory), import_name(#name))) extern
#define TESSERA_REGION(memory) \
	TESSERA_ACCESSOR(memory, load8) uint32_t tessera_region##memory##_load8(uint32_t offset); \
	TESSERA_ACCESSOR(memory, load16) uint32_t tessera_region##memory##_load16(uint32_t offset); \
	TESSERA_ACCESSOR(memory, load32) uint32_t tessera_region##memory##_load32(uint32_t offset); \
	TESSERA_ACCESSOR(memory, load64) uint64_t tessera_region##memory##_load64(uint32_t offset); \
	TESSERA_ACCESSOR(memory, store8) void tessera_region##memory##_store8(uint32_t offset, uint32_t value); \
	TESSERA_ACCESSOR(memory, store16) void tessera_region##memory##_store16(uint32_t offset, uint32_t value); \
	TESSERA_ACCESSOR(memory, store32) void tessera_region##memory##_store32(uint32_t offset, uint32_t value); \
	TESSERA_ACCESSOR(memory, store64) void tessera_region##memory##_store64(uint32_t offset, uint64_t value); \
	TESSERA_ACCESSOR(memory, fill) void tessera_region##memory##_fill(uint32_t offset, uint32_t value, uint32_t length); \
	TESSERA_ACCESSOR(memory, read) void tessera_region##memory##_read(void *pointer, uint32_t offset, uint32_t length); \
	TESSERA_ACCESSOR(memory, write) void tessera_region##memory##_write(uint32_t offset, const void *pointer, uint32_t length);

TESSERA_REGION(1)
TESSERA_REGION(2)
TESSERA_REGION(3)
TESSERA_REGION(4)
TESSERA_REGION(5)
TESSERA_REGION(6)
TESSERA_REGION(7)
TESSERA_REGION(8)
TESSERA_REGION(9)
TESSERA_REGION(10)
TESSERA_REGION(11)
TESSERA_REGION(12)

/* Numbers of tessera_system (abi/calls.ts). */
#define TESSERA_COPY 1
#define TESSERA_MOVE 2
#define TESSERA_DELETE 3
#define TESSERA_REVOKE 4
#define TESSERA_INSTALL 5
#define TESSERA_IDENTIFY 6
#define TESSERA_RECEIVE 7
#define TESSERA_REPLY_CAPABILITY 8
#define TESSERA_GATE 10
#define TESSERA_SIGNAL 11
#define TESSERA_PROCESS_CREATE 20
#define TESSERA_PROCESS_CONFIGURE 21
#define TESSERA_PROCESS_START 22
#define TESSERA_PROCESS_STOP 23
#define TESSERA_PROCESS_RESTART 24
#define TESSERA_PROCESS_DESTROY 25
#define TESSERA_PROCESS_READ 26
#define TESSERA_PROCESS_LABEL 27
#define TESSERA_PROCESS_REVOKE 28
#define TESSERA_EXTENT_SPLIT 30
#define TESSERA_EXTENT_MERGE 31
#define TESSERA_REGION_CREATE 32
#define TESSERA_REGION_PREPARE 33
#define TESSERA_REGION_MAP 34
#define TESSERA_REGION_UNMAP 35
#define TESSERA_REGION_CLEAR 36
#define TESSERA_REGION_REVOKE 37
#define TESSERA_REGION_DESTROY 38
#define TESSERA_REGION_HAND_ON 39
#define TESSERA_REGION_DEVICE 40
#define TESSERA_REGION_READ 41
#define TESSERA_REGION_LABEL 42
#define TESSERA_ACCOUNT_CREATE 50
#define TESSERA_ACCOUNT_GIVE 51
#define TESSERA_ACCOUNT_DESTROY 52
#define TESSERA_ACCOUNT_READ 53
#define TESSERA_ACCOUNT_REVOKE 54
#define TESSERA_INTERRUPT_CREATE 60
#define TESSERA_INTERRUPT_BIND 61
#define TESSERA_INTERRUPT_ACKNOWLEDGE 62
#define TESSERA_INTERRUPT_RAISE 63
#define TESSERA_FLOW_SET 70
#define TESSERA_LOG 71
#define TESSERA_HALT 72
#define TESSERA_ALARM 80
#define TESSERA_LOAN_READ 90
#define TESSERA_LOAN_WRITE 91
#define TESSERA_LOAN_SIZE 92
#define TESSERA_CONFIGURE_PRIORITY 1
#define TESSERA_CONFIGURE_BUDGET 2
#define TESSERA_CONFIGURE_WORST_CASE 3
#define TESSERA_CONFIGURE_HANDLER 4
#define TESSERA_CONFIGURE_PATIENCE 5
#define TESSERA_READ_PROCESS_STATE 1
#define TESSERA_READ_PROCESS_FAULT 2
#define TESSERA_READ_PROCESS_TIME 3
#define TESSERA_READ_PROCESS_LABEL 4
#define TESSERA_READ_PROCESS_PRIORITY 5
#define TESSERA_STATE_FREE 0
#define TESSERA_STATE_STOPPED 1
#define TESSERA_STATE_STARTED 2
#define TESSERA_STATE_FAULTED 3
#define TESSERA_CAUSE_TRAP 1
#define TESSERA_CAUSE_MEMORY 2
#define TESSERA_CAUSE_BAD_CALL 3
#define TESSERA_CAUSE_OVERRUN 4
#define TESSERA_CAUSE_STACK 5
#define TESSERA_READ_REGION_PAGES 1
#define TESSERA_READ_REGION_KIND 2
#define TESSERA_READ_REGION_LABEL 3
#define TESSERA_READ_REGION_PAGE 4
#define TESSERA_READ_ACCOUNT_SLOTS 1
#define TESSERA_READ_ACCOUNT_CPU 2
#define TESSERA_READ_ACCOUNT_PAGES 3
#define TESSERA_READ_ACCOUNT_PROCESSES 4
#define TESSERA_READ_ACCOUNT_CEILING 5

/* Errors (abi/errors.ts). */
#define TESSERA_OK 0
#define TESSERA_INVALID_CAPABILITY (-1)
#define TESSERA_MISSING_RIGHT (-2)
#define TESSERA_INVALID_ARGUMENT (-3)
#define TESSERA_SLOT_OCCUPIED (-4)
#define TESSERA_NOT_AVAILABLE (-5)
#define TESSERA_QUOTA_EXCEEDED (-6)
#define TESSERA_PRIORITY (-7)
#define TESSERA_BUDGET (-8)
#define TESSERA_FORBIDDEN_FLOW (-9)
#define TESSERA_SERVER_FAULT (-10)
#define TESSERA_SERVER_GONE (-11)
#define TESSERA_WRONG_STATE (-12)
#define TESSERA_RETIRED (-13)
#define TESSERA_OUT_OF_BOUNDS (-14)
#define TESSERA_SERVER_BUSY (-15)
#define TESSERA_NO_SUCH_CALL (-16)

/* Rights and resources (abi/rights.ts). */
#define TESSERA_KIND_NONE 0
#define TESSERA_KIND_GATE 1
#define TESSERA_KIND_SIGNAL 2
#define TESSERA_KIND_REGION 3
#define TESSERA_KIND_ACCOUNT 4
#define TESSERA_KIND_PROCESS 5
#define TESSERA_KIND_INTERRUPT 6
#define TESSERA_KIND_CONTROL 7
#define TESSERA_RIGHT_COPY 1
#define TESSERA_RIGHT_TRANSFER 2
#define TESSERA_RIGHT_CALL 4
#define TESSERA_RIGHT_RAISE 4
#define TESSERA_RIGHT_READ 4
#define TESSERA_RIGHT_WRITE 8
#define TESSERA_RIGHT_EXECUTE 16
#define TESSERA_RIGHT_ADDRESS 32
#define TESSERA_RIGHT_SPEND 4
#define TESSERA_RIGHT_SPLIT 8
#define TESSERA_RIGHT_CONFIGURE 4
#define TESSERA_RIGHT_START 8
#define TESSERA_RIGHT_STOP 16
#define TESSERA_RIGHT_BIND 4
#define TESSERA_RIGHT_ACKNOWLEDGE 8
#define TESSERA_RIGHT_FLOW 4
#define TESSERA_RIGHT_LABEL 8
#define TESSERA_RIGHT_DEVICE 16
#define TESSERA_RIGHT_LINES 32
#define TESSERA_RIGHT_LOG 64
#define TESSERA_RIGHT_HALT 128
#define TESSERA_RIGHTS_ALL 255
#define TESSERA_RESOURCE_SLOTS 1
#define TESSERA_RESOURCE_CPU 2
#define TESSERA_RESOURCE_PROCESS_ROW 3
#define TESSERA_RESOURCE_REGION_ROW 4
#define TESSERA_RESOURCE_GRANT_ROW 5
#define TESSERA_RESOURCE_ACCOUNT_ROW 6
#define TESSERA_CPU_WHOLE 65536
#define TESSERA_FLOW_CALL 1
#define TESSERA_FLOW_RAISE 2
#define TESSERA_FLOW_READ 4
#define TESSERA_FLOW_WRITE 8
#define TESSERA_FLOW_TRANSFER 16
#define TESSERA_FLOW_ALL 31

/* In `capabilities` of tessera_call_with: give the sent capability away. */
#define TESSERA_CALL_MOVE 0x8000

#endif
