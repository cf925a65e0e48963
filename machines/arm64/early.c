/* The kernel's own page tables. `earlyTables` runs at physical addresses with the MMU off: it must not follow a pointer
 * that the linker computed. */
#include "machine.h"

enum { ENTRIES = 512, GIGABYTE_SHIFT = 30, BLOCK_SHIFT = 21, TABLE = 3, BLOCK = 1 };
/* Accessed, inner shareable, MAIR 0; accessed, MAIR 1. */
enum { NORMAL = 1 << 10 | 3 << 8, DEVICE = 1 << 10 | 1 << 2, READ_ONLY = 1 << 7 };
#define NO_USER_EXECUTE (1ul << 54)
#define NO_EXECUTE (3ul << 53)

typedef u64 table[ENTRIES] __attribute__((aligned(PAGE)));
static table top, ram, image, window, identity, dense, blocks[2], open;
/* Of the kernel's linear memory the dense tables (one L3 table) and the process blocks (two) are reachable where they are backed. Of the page
 * tables of regions two pages are, those it touched last, both in one range of 2 MiB: L3 tables for all would take 256 KiB. */
static u32 opened[2], openNext, openRange;
extern u8 textStart[], textEnd[], constantsEnd[];
struct tables { u64 kernel, user; };

static u64 pageRights(u64 address) {
	if (address < (u64)textStart || address >= (u64)constantsEnd) return NORMAL | NO_EXECUTE;
	if (address < (u64)textEnd) return NORMAL | READ_ONLY | NO_USER_EXECUTE;
	return NORMAL | READ_ONLY | NO_EXECUTE;
}

struct tables earlyTables(void) {
	top[0] = DEVICE | NO_EXECUTE | BLOCK;
	top[BOARD_RAM >> GIGABYTE_SHIFT] = (u64)ram | TABLE;
	top[(KERNEL_BASE - LINEAR_BASE) >> GIGABYTE_SHIFT] = (u64)window | TABLE;
	ram[0] = (u64)image | TABLE;
	for (u64 i = 1; i < ENTRIES; i++) ram[i] = (BOARD_RAM + (i << BLOCK_SHIFT)) | NORMAL | NO_EXECUTE | BLOCK;
	for (u64 i = 0, at = BOARD_RAM; i < ENTRIES; i++, at += PAGE) image[i] = at | pageRights(at) | TABLE;
	window[0] = (u64)dense | TABLE;
	for (u64 i = 0; i < 2; i++) window[(BLOCK_BASE >> BLOCK_SHIFT) + i] = (u64)blocks[i] | TABLE;
	identity[BOARD_RAM >> GIGABYTE_SHIFT] = BOARD_RAM | NORMAL | READ_ONLY | BLOCK; /* executable, so not writable */
	return (struct tables){(u64)top, (u64)identity};
}

/* After the jump to the high half: the identity mapping goes; what is left is an empty user address space. */
void dropIdentity(void) {
	identity[BOARD_RAM >> GIGABYTE_SHIFT] = 0;
	__asm__ volatile("dsb ishst; tlbi vmalle1; dsb ish; isb" ::: "memory");
}

static void barrier(void) { __asm__ volatile("dsb ishst; isb" ::: "memory"); }

static void forgetKernelPage(u32 address) {
	__asm__ volatile("dsb ishst; tlbi vaae1, %0; dsb ish; isb" ::"r"((KERNEL_BASE + address) / PAGE & 0xfffffffffff) : "memory");
}

void mapKernelPage(u32 address, u64 physical) {
	if (address >= TABLES_BASE) return; /* opened when it is touched */
	u64 *leaf = address < DENSE_END ? dense : blocks[(address - BLOCK_BASE) >> BLOCK_SHIFT];
	leaf[address / PAGE % ENTRIES] = physical | NORMAL | NO_EXECUTE | TABLE;
	barrier();
}

static void close(u32 i) {
	if (opened[i] == 0) return;
	open[opened[i] / PAGE % ENTRIES] = 0;
	forgetKernelPage(opened[i]);
	opened[i] = 0;
}

void unmapKernelPage(u32 address) {
	for (u32 i = 0; i < 2; i++)
		if (opened[i] == address) close(i);
	if (address >= TABLES_BASE) return;
	blocks[(address - BLOCK_BASE) >> BLOCK_SHIFT][address / PAGE % ENTRIES] = 0;
	forgetKernelPage(address);
}

/* The kernel touched a page that is not mapped: 1 if it was a table of a region and can be reached now, 0 = a fault. */
int openTable(u64 virtual, u64 esr) {
	if ((esr & 0xfc00003c) != 0x94000004) return 0; /* not a data access of EL1 to what is not mapped */
	u64 address = (virtual - KERNEL_BASE) & ~(PAGE - 1ul);
	if (address < TABLES_BASE || address >= TABLES_BASE + TABLES_COUNT * TABLES_STRIDE) return 0;
	u32 row = (address - TABLES_BASE) / TABLES_STRIDE, index = address % TABLES_STRIDE / PAGE;
	if (index >= *regionWord(row, REGION_TABLE_PAGES)) return 0;
	u64 physical = (u64)(*regionWord(row, REGION_TABLES) + index) * PAGE;
	u32 i = openNext ^= 1;
	close(i);
	if (opened[!i] >> BLOCK_SHIFT != address >> BLOCK_SHIFT) close(!i);
	if (openRange != 0) window[openRange] = 0;
	openRange = address >> BLOCK_SHIFT;
	opened[i] = address;
	open[address / PAGE % ENTRIES] = physical | NORMAL | NO_EXECUTE | TABLE;
	window[address >> BLOCK_SHIFT] = ((u64)open - LINEAR_BASE) | TABLE;
	barrier();
	return 1;
}
