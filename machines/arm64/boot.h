/* What the build says about the system in the image (tools/arm64/image.ts). */
#pragma once
#include "machine.h"

/* Memory with contents, each on pages of its own behind the machine's code: component images, tables, and last the manifest. */
struct part {
	u32 offset, pages; /* from `parts`, in pages */
	u32 kind, native;  /* MEMORY_IMAGE or MEMORY_NORMAL; pages of native data and stack of an image */
};
extern const struct part partList[];
extern const u32 partCount;

/* Arguments of the kernel's boot entries; init's memory in pages. */
struct parameters {
	u32 cpuShare, slots, initSlots, initPriority, initBudget, initPeriod, initMemory;
};
extern const struct parameters parameters;
extern const char kernelHash[];
