/* The kernel's memory in the native program: nothing can be touched but the dense tables and what the kernel has had backed. */
#ifndef TESSERA_DIFFERENTIAL_MEMORY_H
#define TESSERA_DIFFERENTIAL_MEMORY_H

#include <stdint.h>

void memory_back(uint32_t address, uint32_t pages);
void memory_unback(uint32_t address, uint32_t pages);
/* Remembers the present contents; goes back to them. */
void memory_mark(void);
void memory_reset(void);
/* Over the dense tables, then every backed piece by address: the same function as in program.ts. */
uint32_t memory_hash(void);

#endif
