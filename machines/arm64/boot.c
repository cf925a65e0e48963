/* From the high half to init's first instruction: describes memory and init to the kernel (docs/reference/02-machine.md). */
#include "boot.h"
#include "time.h"

extern u8 parts[], imageEnd[];
static u8 denseTables[(DENSE_END + PAGE - 1) / PAGE * PAGE] __attribute__((aligned(PAGE)));
/* A core's structure is the top of its kernel stack. */
struct {
	u8 stack[PAGE * 2 - sizeof(struct core)];
	struct core core;
} cores[1] __attribute__((aligned(PAGE)));
int bootedAtEl2;

/* The kernel refused something at boot, which only a broken image can cause. */
static void must(u32 status, const char *what) {
	if (status == 0) return;
	print("tessera: boot: ");
	print(what);
	print(" refused with -");
	printNumber(-status, 10);
	print("\n");
	stop(1);
}

static u32 big32(const u8 *at) { return __builtin_bswap32(*(const u32 *)at); }

/* Size of the RAM at RAM_BASE: the `reg` of the device tree's node `memory@...` (two cells each). */
static u64 ramBytes(const u8 *tree) {
	const u8 *at = tree + big32(tree + 8), *strings = tree + big32(tree + 12);
	for (int inMemory = 0;;) {
		u32 token = big32(at);
		at += 4;
		if (token == 1) {
			inMemory = __builtin_memcmp(at, "memory@", 7) == 0;
			while (*at++) continue;
		} else if (token == 3) {
			if (inMemory && __builtin_memcmp(strings + big32(at + 4), "reg", 4) == 0) return (u64)big32(at + 16) << 32 | big32(at + 20);
			at += 8 + big32(at);
		} else if (token == 9) {
			return 0;
		}
		at = (const u8 *)(((u64)at + 3) & ~3ul);
	}
}

static u32 pageOf(const u8 *address) { return ((u64)address - LINEAR_BASE) / PAGE; }

static void prepare(u32 row, u32 pages) {
	for (u32 step = 0; step * REGION_STEP < pages; step++) must(kernel_bootPrepare(row, step), "bootPrepare");
}

static void describeParts(void) {
	for (u32 i = 0; i < partCount; i++) {
		const struct part *part = &partList[i];
		int manifest = i == partCount - 1;
		u32 row = manifest ? ROW_MANIFEST : ROW_IMAGES + i, slot = manifest ? SLOT_MANIFEST : SLOT_IMAGES + i;
		must(kernel_bootRegion(row, pageOf(parts) + part->offset, part->pages, part->kind, ROW_FREE_RAM, slot), "bootRegion");
		prepare(row, part->pages);
	}
}

static void describeMemory(u32 row, u32 memory, u32 pages) {
	must(kernel_bootMemory(row, ROW_FREE_RAM, pages), "bootMemory");
	prepare(row, pages);
	must(kernel_bootMap(ROW_PROCESS_INIT, row, memory, RIGHT_READ | RIGHT_WRITE), "bootMap");
}

static void describeSystem(u32 ramEnd) {
	u32 first = pageOf(imageEnd);
	must(kernel_bootBegin(1, parameters.cpuShare, parameters.slots, RAM_BASE / PAGE, ramEnd), "bootBegin");
	must(kernel_bootExtent(ROW_INIT_BLOCK, first, PROCESS_BLOCK_PAGES), "bootExtent");
	must(kernel_bootExtent(ROW_FREE_RAM, first + PROCESS_BLOCK_PAGES, ramEnd - first - PROCESS_BLOCK_PAGES), "bootExtent");
	must(kernel_bootProcess(ROW_PROCESS_INIT, ROW_INIT_BLOCK, parameters.initSlots, parameters.initPriority, parameters.initBudget,
			 parameters.initPeriod), "bootProcess");
	describeParts();
	describeMemory(ROW_INIT_MEMORY, MEMORY_OWN, parameters.initMemory);
	describeMemory(ROW_INIT_NATIVE, MEMORY_NATIVE, partList[0].native);
	must(kernel_bootMap(ROW_PROCESS_INIT, ROW_MANIFEST, 1, RIGHT_READ), "bootMap");
	must(kernel_bootMap(ROW_PROCESS_INIT, ROW_IMAGES, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE), "bootMap");
	must(kernel_bootEnd(), "bootEnd");
}

static void initialiseCore(struct core *c) {
	c->contexts = (u64)contextOf(0);
	c->global = (u64)kernelWord(GLOBAL_BASE);
	c->protectedEntry = WINDOW((u64)MEMORY_CODE) + ENTRY_FIRST + ENTER_PROTECTED * ENTRY_STRIDE;
	c->stack = WINDOW((u64)MEMORY_NATIVE);
}

struct context *bootSystem(u64 tree, u64 exceptionLevel) {
	bootedAtEl2 = exceptionLevel == 8;
	dropIdentity();
	for (u32 page = 0; page < (DENSE_END + PAGE - 1) / PAGE; page++) mapKernelPage(page * PAGE, (u64)(denseTables + page * PAGE) - LINEAR_BASE);
	initialiseCore(core());
	print("tessera: kernel ");
	print(kernelHash);
	print("\n");
	describeSystem((RAM_BASE + ramBytes(linear(tree))) / PAGE);
	interruptInitialise();
	timeInitialise();
	return serviceNext();
}

/* All RAM that is not free: the kernel's, the machine's, images, regions, page tables and blocks. */
u64 memoryUsed(void) {
	u64 free = 0;
	for (u32 row = 1; row < REGION_COUNT; row++)
		if (*regionWord(row, REGION_STATE) == EXTENT_FREE) free += *regionWord(row, REGION_PAGES);
	return global(GLOBAL_RAM_END) - global(GLOBAL_RAM_FIRST) - free;
}
