/* From the high half to init's first instruction: describes memory and init to the kernel (docs/reference/02-machine.md). */
#include "system.h" /* generated: describeSystem, KERNEL_HASH */
#include "time.h"

enum { TREE_NODE = 1, TREE_PROPERTY = 3, TREE_END = 9 };
extern u8 parts[], imageEnd[];
static u8 machineTree[TREE_BYTES] __attribute__((aligned(PAGE))); /* for init, which knows what the image was built for */
static u8 denseTables[(DENSE_END + PAGE - 1) / PAGE * PAGE] __attribute__((aligned(PAGE)));
/* A core's structure is the top of its kernel stack. */
struct {
	u8 stack[PAGE * 2 - sizeof(struct core)];
	struct core core;
} cores[1] __attribute__((aligned(PAGE)));
int bootedAtEl2;

static u32 big32(const u8 *at) { return __builtin_bswap32(*(const u32 *)at); }

/* Size of the RAM at BOARD_RAM: the `reg` of the device tree's node `memory@...` (two cells each). */
static u64 ramBytes(const u8 *tree) {
	const u8 *at = tree + big32(tree + 8), *strings = tree + big32(tree + 12);
	for (int inMemory = 0;; at = (const u8 *)(((u64)at + 3) & ~3ul)) {
		u32 token = big32(at);
		at += 4;
		if (token == TREE_END) return 0;
		if (token == TREE_NODE) {
			inMemory = *(const u64 *)at << 8 == *(const u64 *)"memory@" << 8;
			while (*at++) continue;
		} else if (token == TREE_PROPERTY) {
			int found = inMemory && *(const u32 *)(strings + big32(at + 4)) == *(const u32 *)"reg";
			if (found) return (u64)big32(at + 16) << 32 | big32(at + 20);
			at += 8 + big32(at);
		}
	}
}

static u32 pageOf(const u8 *address) { return ((u64)address - LINEAR_BASE) / PAGE; }

struct context *bootSystem(u64 tree, u64 exceptionLevel) {
	bootedAtEl2 = exceptionLevel == 8;
	dropIdentity();
	for (u32 at = 0; at < DENSE_END; at += PAGE) mapKernelPage(at, (u64)(denseTables + at) - LINEAR_BASE);
	core()->contexts = (u64)contextOf(0);
	core()->global = (u64)kernelWord(GLOBAL_BASE);
	core()->protectedEntry = WINDOW((u64)MEMORY_CODE) + ENTRY_FIRST + ENTER_PROTECTED * ENTRY_STRIDE;
	core()->stack = STACK_TOP;
	print("tessera: kernel " KERNEL_HASH "\n");
	for (u32 i = 0; i < TREE_BYTES / 8; i++) ((u64 *)machineTree)[i] = ((const u64 *)linear(tree))[i];
	u32 refused = describeSystem(pageOf(machineTree), pageOf(parts), pageOf(imageEnd), (BOARD_RAM + ramBytes(linear(tree))) / PAGE);
	if (refused) {
		print("tessera: the kernel refused what system.h describes; the exit code is the line\n");
		stop(refused);
	}
	interruptInitialise();
	timeInitialise();
	return serviceNext();
}
