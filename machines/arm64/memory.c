/* Memory that the kernel asked for: backing of its own tables; zeroing and copying of regions. Zeroing and copying are recorded as
 * work of a process and done before it goes on, in steps short enough not to delay an interrupt. */
#include "machine.h"

#define STEP 512

static const u32 *regionGeneration(u32 row) { return regionWord(row, REGION_GENERATION); }

/* Region row that is mapped as `memory` of a process, 0 = none. */
u32 mappedRegion(u32 process, u32 memory) {
	u32 *mapping = kernelWord(BLOCK_BASE + process * BLOCK_STRIDE + BLOCK_MAPPINGS + memory * MAPPING_STRIDE);
	return mapping[MAPPING_RIGHTS / 4] ? mapping[MAPPING_REGION / 4] : 0;
}

/* `length` is a multiple of the 64 bytes that DC ZVA zeroes on Cortex-A53 and A72. */
static void zero(u8 *destination, u64 length) {
	for (u8 *at = destination; at < destination + length; at += 128)
		__asm__ volatile("dc zva, %0; dc zva, %1" ::"r"(at), "r"(at + 64) : "memory");
}

static void copyBytes(u8 *destination, const u8 *source, u64 length) {
	for (; length >= 16; length -= 16, destination += 16, source += 16) __builtin_memcpy(destination, source, 16);
	for (; length; length--) *destination++ = *source++;
}

/* Does a step of the first item. */
void workStep(struct context *c) {
	struct work *w = &c->work[c->workFirst % WORK_MOST];
	u64 length = w->length < STEP ? w->length : STEP;
	int valid = *w->check[0] == w->generation[0] && *w->check[1] == w->generation[1];
	if (!valid) length = w->length;
	if (!valid && w->source) c->x[0] = OUT_OF_BOUNDS; /* the loan is gone */
	if (valid && w->source) copyBytes(w->destination, w->source, length);
	if (valid && !w->source) zero(w->destination, length);
	w->destination += length;
	w->source += w->source ? length : 0;
	w->length -= length;
	if (w->length) return;
	c->workFirst++;
	if (--c->workCount == 0) core()->workers[processOf(c) / 64] &= ~(1ul << processOf(c) % 64);
	noteSpecial(c);
}

/* Records work for `c`, void when a generation changes; when it has too much of it already, some is done at once. */
static void addWork(struct context *c, u8 *to, const u8 *from, u64 length, const u32 *check0, const u32 *check1) {
	while (c->workCount == WORK_MOST) workStep(c);
	struct work *w = &c->work[(c->workFirst + c->workCount++) % WORK_MOST];
	*w = (struct work){to, from, length, {check0, check1}, {*check0, *check1}};
	core()->workers[processOf(c) / 64] |= 1ul << processOf(c) % 64;
	noteSpecial(c);
}

/* Zeroing is the work of the process that asked; while booting there is none, and it is done at once. */
static void zeroLater(u64 page, u64 count, const u32 *generation) {
	u32 process = global(GLOBAL_CURRENT);
	if (process == 0) zero(linear(page * PAGE), count * PAGE);
	else addWork(contextOf(process), linear(page * PAGE), 0, count * PAGE, generation, generation);
}

/* The generation of the object whose page in the kernel's sparse tables this is. */
static const u32 *tableGeneration(u32 address) {
	if (address >= TABLES_BASE) return regionGeneration((address - TABLES_BASE) / TABLES_STRIDE);
	return kernelWord(PROCESS_BASE + (address - BLOCK_BASE) / BLOCK_STRIDE * PROCESS_STRIDE + PROCESS_GENERATION);
}

void machine_back(u32 address, u32 page, u32 count) {
	for (u32 i = 0; i < count; i++) mapKernelPage(address + i * PAGE, (u64)(page + i) * PAGE);
	zeroLater(page, count, tableGeneration(address));
}

void machine_unback(u32 address, u32 count) {
	for (u32 i = 0; i < count; i++) unmapKernelPage(address + i * PAGE);
}

void machine_clear(u32 row, u32 page, u32 first, u32 count) { zeroLater(page, count, regionGeneration(row)); }

void machine_copy(u32 from, u32 fromMemory, u32 fromOffset, u32 to, u32 toMemory, u32 toOffset, u32 length) {
	u32 source = mappedRegion(from, fromMemory), target = mappedRegion(to, toMemory);
	addWork(contextOf(global(GLOBAL_CURRENT)), regionStart(target) + toOffset, regionStart(source) + fromOffset, length,
		regionGeneration(source), regionGeneration(target));
}

/* Zeroing of region `row` that some preempted process has still to do becomes work of `c`, which is about to see that memory. */
static void adoptFrom(struct context *owner, struct context *c, u32 row) {
	for (u64 i = 0, count = owner == c ? 0 : owner->workCount; i < count; i++) {
		struct work *w = &owner->work[(owner->workFirst + i) % WORK_MOST];
		if (w->source || w->length == 0 || w->check[0] != regionGeneration(row)) continue;
		addWork(c, w->destination, 0, w->length, w->check[0], w->check[1]);
		w->length = 0;
	}
}

static void adopt(struct context *c, u32 row) {
	for (u32 i = 0; i < PROCESS_COUNT / 64; i++)
		for (u64 rest = core()->workers[i]; rest; rest &= rest - 1) adoptFrom(contextOf(i * 64 + __builtin_ctzl(rest)), c, row);
}

/* Reads what the machine must know of the process's code from the first word of its image. */
static void readCode(struct context *c, u32 process) {
	u32 row = mappedRegion(process, MEMORY_CODE);
	c->floating = row ? *(u32 *)regionStart(row) & IMAGE_FLOATING : 0;
	noteSpecial(c);
}

static void dropTranslations(u32 process) {
	__asm__ volatile("dsb ishst; tlbi aside1, %0; dsb ish; isb" ::"r"((u64)process << 48) : "memory");
}

void machine_mapping(u32 process, u32 memory) {
	struct context *c = contextOf(process);
	u32 row = mappedRegion(process, memory);
	if (row) adopt(c, row);
	if (memory == MEMORY_CODE) readCode(c, process);
	dropTranslations(process);
}

void machine_reset(u32 process) {
	struct context *c = contextOf(process);
	const u32 memories[] = {MEMORY_OWN, MEMORY_NATIVE};
	if (core()->floatingOwner == c) core()->floatingOwner = 0;
	c->full = c->batchLeft = 0;
	c->root = *(u64 *)kernelWord(PROCESS_BASE + process * PROCESS_STRIDE + PROCESS_ROOT_64);
	for (u32 i = 0; i < MESSAGE_REGISTERS; i++) c->x[MESSAGE_FIRST + i] = 0;
	readCode(c, process);
	for (u32 i = 0; c->floating && i < 32; i++) c->v[i] = 0;
	/* Copies of an activation that was stopped half-way are void; zeroing of what it has created is not. */
	for (u64 i = 0; i < c->workCount; i++) {
		struct work *w = &c->work[(c->workFirst + i) % WORK_MOST];
		if (w->source) w->length = 0;
	}
	for (u32 i = 0; i < 2; i++) {
		u32 row = mappedRegion(process, memories[i]);
		if (row) addWork(c, regionStart(row), 0, regionBytes(row), regionGeneration(row), regionGeneration(row));
	}
}

void machine_forget(u32 process) {
	if (core()->floatingOwner == contextOf(process)) core()->floatingOwner = 0;
	core()->workers[process / 64] &= ~(1ul << process % 64);
	dropTranslations(process);
}
