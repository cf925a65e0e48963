/* Performs a program of kernel entries (see program.ts) on the native build of kernel.wasm, and writes what came of it. */
#include <stdio.h>
#include <stdlib.h>

#include "kernel.h"
#include "memory.h"

enum { MARK, RESET, HASH, FIRST_ENTRY };
#define VALUES_MOST 9

static w2c_kernel kernel;
/* Over all uses of machine functions since the last reset. */
static uint32_t effects;

static void record(uint32_t function, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
	const uint32_t words[] = {function, a, b, c, d};
	for (int index = 0; index < 5; index++) effects = (((effects << 5) | (effects >> 27)) ^ words[index]) * 0x9e3779b1u;
}

/* The machine functions, numbered as in MACHINE_FUNCTIONS. */
struct w2c_machine;
void w2c_machine_back(struct w2c_machine *m, u32 a, u32 b, u32 c) { (void)m; record(0, a, b, c, 0); memory_back(a, c); }
void w2c_machine_unback(struct w2c_machine *m, u32 a, u32 b) { (void)m; record(1, a, b, 0, 0); memory_unback(a, b); }
void w2c_machine_clear(struct w2c_machine *m, u32 a, u32 b, u32 c, u32 d) { (void)m; record(2, a, b, c, d); }
void w2c_machine_mapping(struct w2c_machine *m, u32 a, u32 b) { (void)m; record(3, a, b, 0, 0); }
void w2c_machine_reset(struct w2c_machine *m, u32 a) { (void)m; record(4, a, 0, 0, 0); }
void w2c_machine_forget(struct w2c_machine *m, u32 a) { (void)m; record(5, a, 0, 0, 0); }
void w2c_machine_copy(struct w2c_machine *m, u32 a, u32 b, u32 c, u32 d, u32 e, u32 f, u32 g) {
	(void)m;
	record(6, a, b, c, d);
	record(6, e, f, g, 0);
}
void w2c_machine_lineEnable(struct w2c_machine *m, u32 a, u32 b) { (void)m; record(7, a, b, 0, 0); }
void w2c_machine_lineRaise(struct w2c_machine *m, u32 a) { (void)m; record(8, a, 0, 0, 0); }
void w2c_machine_log(struct w2c_machine *m, u32 a, u32 b) { (void)m; record(9, a, b, 0, 0); }
void w2c_machine_halt(struct w2c_machine *m, u32 a) { (void)m; record(10, a, 0, 0, 0); }

/* The entries, in the order of ENTRIES followed by BOOT_ENTRIES (test/kernel/kernel.ts), which is how they are numbered. */
static uint32_t enter(uint32_t entry, const uint32_t *v) {
	switch (entry) {
		case __COUNTER__: return w2c_kernel_next(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_call(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_callWith(&kernel, v[0], v[1], v[2], v[3], v[4], v[5]);
		case __COUNTER__: return w2c_kernel_reply(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_notify(&kernel, v[0]);
		case __COUNTER__: return w2c_kernel_notifySwitch(&kernel, v[0], v[1], v[2], v[3]);
		case __COUNTER__: return w2c_kernel_system(&kernel, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8]);
		case __COUNTER__: return w2c_kernel_wait(&kernel, v[0], v[1], v[2]);
		case __COUNTER__: return w2c_kernel_finish(&kernel, v[0]);
		case __COUNTER__: return w2c_kernel_preempt(&kernel, v[0]);
		case __COUNTER__: return w2c_kernel_expire(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_tick(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_interrupt(&kernel, v[0]);
		case __COUNTER__: return w2c_kernel_interruptSwitch(&kernel, v[0], v[1], v[2], v[3]);
		case __COUNTER__: return w2c_kernel_fault(&kernel, v[0], v[1], v[2]);
		case __COUNTER__: return w2c_kernel_callSlow(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_replySlow(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_bootBegin(&kernel, v[0], v[1], v[2], v[3], v[4]);
		case __COUNTER__: return w2c_kernel_bootExtent(&kernel, v[0], v[1], v[2]);
		case __COUNTER__: return w2c_kernel_bootProcess(&kernel, v[0], v[1], v[2], v[3], v[4], v[5]);
		case __COUNTER__: return w2c_kernel_bootRegion(&kernel, v[0], v[1], v[2], v[3], v[4], v[5]);
		case __COUNTER__: return w2c_kernel_bootPrepare(&kernel, v[0], v[1]);
		case __COUNTER__: return w2c_kernel_bootMemory(&kernel, v[0], v[1], v[2]);
		case __COUNTER__: return w2c_kernel_bootMap(&kernel, v[0], v[1], v[2], v[3]);
		case __COUNTER__: return w2c_kernel_bootEnd(&kernel);
		default: fprintf(stderr, "entry %u?\n", entry); exit(2);
	}
}

static void put(uint32_t word) {
	if (fwrite(&word, sizeof word, 1, stdout) != 1) exit(2);
}

int main(void) {
	wasm2c_kernel_instantiate(&kernel, NULL);
	memory_mark();
	uint32_t operation, count, values[VALUES_MOST];
	while (fread(&operation, sizeof operation, 1, stdin) == 1) {
		if (operation == MARK) memory_mark();
		else if (operation == RESET) {
			memory_reset();
			effects = 0;
		} else if (operation == HASH) put(memory_hash() ^ effects);
		else {
			if (fread(&count, sizeof count, 1, stdin) != 1 || count > VALUES_MOST) exit(2);
			if (fread(values, sizeof *values, count, stdin) != count) exit(2);
			put(enter(operation - FIRST_ENTRY, values));
		}
	}
	return 0;
}
