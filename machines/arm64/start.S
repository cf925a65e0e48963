/* From the boot loader (EL2 or EL1, MMU off, x0 = device tree) to C in the high half. */
#include "machine.h"
	.macro adr_l register, symbol
	adrp \register, \symbol
	add \register, \register, :lo12:\symbol
	.endm

	.section .head, "ax"
	.global _start
_start: // the header of a Linux `Image`, so that every loader knows where to put it
	b boot
	.word 0
	.quad IMAGE_BASE - BOARD_RAM // text_offset
	.quad imageSize
	.quad 2 // flags: 4 KiB pages
	.quad 0, 0, 0
	.ascii "ARM\x64"
	.word 0

boot:
	msr daifset, #15
	mov x20, x0
	mrs x21, currentel
	cmp x21, #8
	b.ne 1f
	bl leaveEl2
1:	ldr x22, =0x30d00800 // SCTLR: only the bits that read as one
	msr sctlr_el1, x22
	isb
	msr cpacr_el1, xzr
	adr_l x1, bssStart
	adr_l x2, bssEnd
2:	stp xzr, xzr, [x1], #16
	cmp x1, x2
	b.lo 2b
	adr_l x19, cores + 2 * PAGE - CORE_BYTES
	mov sp, x19
	bl earlyTables // x0 = TTBR1, x1 = TTBR0
	msr ttbr1_el1, x0
	msr ttbr0_el1, x1
	ldr x0, =0x00000004ff // MAIR: 0 = normal write-back, 1 = device nGnRE
	msr mair_el1, x0
	/* TCR: 39-bit halves, 4 KiB pages, walks cached and inner shareable, 40-bit physical addresses */
	ldr x0, =(25 | 25 << 16 | 0x35 << 8 | 0xb5 << 24 | 2 << 32)
	msr tcr_el1, x0
	tlbi vmalle1
	ic iallu
	dsb sy
	isb
	ldr x0, =(0x30d00800 | 1 | 4 | 1 << 12 | 1 << 19) // MMU, caches, writable memory is never executed
	msr sctlr_el1, x0
	isb
	ldr x0, =high
	br x0
high:
	mov x0, #LINEAR_BASE
	add x19, x19, x0
	mov sp, x19
	msr tpidr_el1, x19
	ldr x0, =vectors
	msr vbar_el1, x0
	mov x0, x20
	mov x1, x21
	bl bootSystem
	b resume

leaveEl2:
	mov x0, #(1 << 31) // EL1 is AArch64
	msr hcr_el2, x0
	mov x0, #3 // EL1 may use the physical timer and counter
	msr cnthctl_el2, x0
	msr cntvoff_el2, xzr
	msr cptr_el2, xzr
	mrs x0, id_aa64pfr0_el1
	tst x0, #(15 << 24)
	b.eq 1f
	mov x0, #9 // EL1 may use the system registers of the interrupt controller
	msr s3_4_c12_c9_5, x0 // ICC_SRE_EL2
	isb
	msr s3_4_c12_c11_0, xzr // ICH_HCR_EL2
1:	mov x0, #0x3c5 // EL1h, everything masked
	msr spsr_el2, x0
	msr elr_el2, x30
	eret
