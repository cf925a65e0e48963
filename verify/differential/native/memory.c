#include "memory.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "wasm-rt.h"

/* All that a 32-bit address and offset can name. */
#define RESERVED ((size_t)8 << 30)
#define DENSE_BYTES 208896u
#define PAGE_BYTES 4096u
/* One block a process, one set of tables a region. */
#define PIECES_MOST 1280

struct piece {
	uint32_t address;
	uint32_t bytes;
	uint8_t *copy;
};

static uint8_t *memory;
static struct piece pieces[PIECES_MOST], marked[PIECES_MOST];
static int piece_count, marked_count;
static uint8_t marked_dense[DENSE_BYTES];

static void fail(const char *what) {
	fprintf(stderr, "%s\n", what);
	exit(2);
}

static void touched(int number, siginfo_t *information, void *context) {
	(void)number, (void)context;
	fprintf(stderr, "the kernel touches memory that is not backed: 0x%lx\n", (long)((uint8_t *)information->si_addr - memory));
	_exit(3);
}

void wasm_rt_allocate_memory(wasm_rt_memory_t *target, uint64_t count, uint64_t most, bool is64, uint32_t pageSize) {
	(void)most, (void)is64;
	memory = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (memory == MAP_FAILED) fail("no address space");
	mprotect(memory, DENSE_BYTES, PROT_READ | PROT_WRITE);
	target->data = memory;
	target->size = count * pageSize;
	struct sigaction action = {.sa_sigaction = touched, .sa_flags = SA_SIGINFO};
	sigaction(SIGSEGV, &action, NULL);
}

void wasm_rt_free_memory(wasm_rt_memory_t *target) { (void)target; }
bool wasm_rt_is_initialized(void) { return true; }
void wasm_rt_trap(wasm_rt_trap_t trap) {
	fprintf(stderr, "the kernel traps: %d\n", (int)trap);
	exit(4);
}

/* Where the piece that starts at `address` is, or should be: they are kept in order. */
static int place_of(uint32_t address) {
	int index = 0;
	while (index < piece_count && pieces[index].address < address) index++;
	return index;
}

void memory_back(uint32_t address, uint32_t pages) {
	int index = place_of(address);
	if (piece_count == PIECES_MOST) fail("the kernel backs more than it can have");
	if (index < piece_count && pieces[index].address == address) fail("the kernel backs the same memory twice");
	memmove(&pieces[index + 1], &pieces[index], (size_t)(piece_count - index) * sizeof *pieces);
	pieces[index] = (struct piece){address, pages * PAGE_BYTES, NULL};
	piece_count++;
	mprotect(memory + address, pages * PAGE_BYTES, PROT_READ | PROT_WRITE);
}

void memory_unback(uint32_t address, uint32_t pages) {
	int index = place_of(address);
	if (index == piece_count || pieces[index].address != address || pieces[index].bytes != pages * PAGE_BYTES)
		fail("the kernel takes away backing that is not there");
	piece_count--;
	memmove(&pieces[index], &pieces[index + 1], (size_t)(piece_count - index) * sizeof *pieces);
	madvise(memory + address, pages * PAGE_BYTES, MADV_DONTNEED);
	mprotect(memory + address, pages * PAGE_BYTES, PROT_NONE);
}

void memory_mark(void) {
	for (int index = 0; index < marked_count; index++) free(marked[index].copy);
	memcpy(marked_dense, memory, DENSE_BYTES);
	marked_count = piece_count;
	for (int index = 0; index < piece_count; index++) {
		marked[index] = pieces[index];
		marked[index].copy = malloc(pieces[index].bytes);
		if (marked[index].copy == NULL) fail("no memory");
		memcpy(marked[index].copy, memory + pieces[index].address, pieces[index].bytes);
	}
}

void memory_reset(void) {
	while (piece_count > 0) memory_unback(pieces[piece_count - 1].address, pieces[piece_count - 1].bytes / PAGE_BYTES);
	memcpy(memory, marked_dense, DENSE_BYTES);
	for (int index = 0; index < marked_count; index++) {
		memory_back(marked[index].address, marked[index].bytes / PAGE_BYTES);
		memcpy(memory + marked[index].address, marked[index].copy, marked[index].bytes);
	}
}

static uint32_t hash_words(uint32_t hash, uint32_t address, uint32_t bytes) {
	for (uint32_t offset = 0; offset < bytes; offset += 4) {
		uint32_t word;
		memcpy(&word, memory + address + offset, 4);
		hash = (((hash << 5) | (hash >> 27)) ^ word) * 0x9e3779b1u;
	}
	return hash;
}

uint32_t memory_hash(void) {
	uint32_t hash = hash_words(0, 0, DENSE_BYTES);
	for (int index = 0; index < piece_count; index++)
		hash = hash_words(hash ^ pieces[index].address, pieces[index].address, pieces[index].bytes);
	return hash;
}
