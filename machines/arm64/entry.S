/* Exception vectors, the fast paths of `call` and `protected`'s return, and the restoring of registers.
 * Interrupts are off throughout EL1. [sp] is the core's structure at every entry from EL0. */
#include "machine.h"
	.text

	.macro vector target
	.balign 128
	b \target
	.endm

	.balign 2048
	.global vectors
vectors:
	vector panicEntry
	vector panicEntry
	vector panicEntry
	vector panicEntry
	vector kernelFault // of EL1 itself
	vector panicEntry
	vector panicEntry
	vector panicEntry

	.balign 128 // synchronous, from EL0
	mrs x9, esr_el1
	tbz w9, #30, faultEntry // a trap has class 0x15; others whose bits 4 and 3 are 1 and 0 cannot come from EL0
	tbnz w9, #29, faultEntry
	tbnz w9, #0, call0 // the immediate of the instruction: one bit each (services.h)
	tbnz w9, #1, reply0
	tbnz w9, #2, call4
	tbnz w9, #3, reply6
	tbnz w9, #4, call6
	b slow

	vector interruptEntry
	vector panicEntry
	vector panicEntry
	vector panicEntry // AArch32 has no components
	vector panicEntry
	vector panicEntry
	vector panicEntry

/* Wipes what carries no message: x1..x18, x26..x29. x30 holds a constant, the address after the call of the kernel. Pairs of
 * zeroes from memory are half as many instructions. */
	.macro wipe
	ldp x1, x2, [sp, #CORE_ZERO]
	ldp x3, x4, [sp, #CORE_ZERO]
	ldp x5, x6, [sp, #CORE_ZERO]
	ldp x7, x8, [sp, #CORE_ZERO]
	ldp x9, x10, [sp, #CORE_ZERO]
	ldp x11, x12, [sp, #CORE_ZERO]
	ldp x13, x14, [sp, #CORE_ZERO]
	ldp x15, x16, [sp, #CORE_ZERO]
	ldp x17, x18, [sp, #CORE_ZERO]
	ldp x26, x27, [sp, #CORE_ZERO]
	ldp x28, x29, [sp, #CORE_ZERO]
	.endm

/* Keeps x19..x25 in context x9. */
	.macro saveMessage
	stp x19, x20, [x9, #CONTEXT_X + 8 * 19]
	stp x21, x22, [x9, #CONTEXT_X + 8 * 21]
	stp x23, x24, [x9, #CONTEXT_X + 8 * 23]
	str x25, [x9, #CONTEXT_X + 8 * 25]
	.endm

/* x0 = nanoseconds left of the current limit, not negative. x11 = nanoseconds per tick. */
	.macro nanosecondsLeft
	mrs x10, cntv_tval_el0
	bic w10, w10, w10, asr #31
	mul x10, x10, x11
	lsr x0, x10, #16
	.endm

/* Makes process w0 current: x9 = its context, its address space and limit set; w0 = OUT_ARGUMENT. x12 = GLOBAL row.
 * Goes to \special when it needs more than that; then nothing has been changed. */
	.macro become special
	ldp x10, x12, [sp, #CORE_CONTEXTS]
	add x9, x10, x0, lsl #14 // BLOCK_STRIDE
	ldp x13, x14, [x9, #CONTEXT_ROOT]
	cbnz x14, \special
	ldp w0, w10, [x12, #GLOBAL_OUT_ARGUMENT] // and OUT_LIMIT
	ldr x11, [sp, #CORE_TICKS]
	umulh x10, x10, x11
	msr cntv_tval_el0, x10
	msr ttbr0_el1, x13
	str x9, [sp, #CORE_CURRENT]
	.endm

/* Calls: x1 = gate, x19 = method, x20..x25 = words. Registers x19..x28 survive the kernel's code. */
call0:
	ldp x20, x21, [sp, #CORE_ZERO]
	ldp x22, x23, [sp, #CORE_ZERO]
call4:
	ldp x24, x25, [sp, #CORE_ZERO]
call6:
	ldp x9, x11, [sp, #CORE_CURRENT] // and nanoseconds per tick
	mrs x12, elr_el1
	mrs x13, sp_el0
	stp x12, x13, [x9, #CONTEXT_ELR]
	nanosecondsLeft
	bl kernel_call
	cmp w0, #0
	b.le callSlow
	become enterSlow
	ldp x10, x11, [sp, #CORE_PROTECTED] // and the stack
	msr elr_el1, x10
	msr sp_el0, x11
	msr spsr_el1, xzr
	wipe
	eret

callSlow: // an error (x0), or the call was deferred (0)
	ldr x9, [sp, #CORE_CURRENT]
	saveMessage
	bl callStays
	b resume
enterSlow: // x0 = server, x9 = its context
	saveMessage
	bl callEnters
	b resume

/* Returns: x1 = status, x20..x25 = result words. */
reply0:
	ldp x20, x21, [sp, #CORE_ZERO]
	ldp x22, x23, [sp, #CORE_ZERO]
	ldp x24, x25, [sp, #CORE_ZERO]
reply6:
	ldr x11, [sp, #CORE_NANOSECONDS]
	nanosecondsLeft
	bl kernel_reply
	cbz w0, nextEntry
	become replySlow
	ldr w10, [x12, #GLOBAL_OUT_PREEMPT]
	cbnz w10, replyPreempted
	ldp x10, x11, [x9, #CONTEXT_ELR]
	msr elr_el1, x10
	msr sp_el0, x11
	msr spsr_el1, xzr
	wipe
	mov x19, xzr
	eret

replyPreempted:
replySlow: // x9 = the client's context
	saveMessage
	mov x0, x9
	bl replyReturns
	b resume

nextEntry:
	bl serviceNext
	b resume

/* Every other trap: its handler is a C function of x0..x7. */
slow:
	ldr x10, [sp, #CORE_CURRENT]
	mrs x11, elr_el1
	mrs x12, sp_el0
	stp x11, x12, [x10, #CONTEXT_ELR]
	ubfx x8, x9, #5, #11
	mov x11, x9
	mov x9, x10
	saveMessage
	cmp x8, #TRAPS_SLOW
	b.hi badTrap
	adrp x10, services
	add x10, x10, :lo12:services
	ldr x10, [x10, x8, lsl #3]
	blr x10
	b resume

badTrap:
	mov x9, x11
faultEntry:
	mov x0, x9
	mrs x1, far_el1
	mrs x2, elr_el1
	bl serviceFault
	b resume

interruptEntry:
	stp x0, x1, [sp, #-16]!
	ldr x0, [sp, #16 + CORE_CURRENT]
	stp x2, x3, [x0, #CONTEXT_X + 8 * 2]
	ldp x2, x3, [sp], #16
	stp x2, x3, [x0, #CONTEXT_X]
	stp x4, x5, [x0, #CONTEXT_X + 8 * 4]
	stp x6, x7, [x0, #CONTEXT_X + 8 * 6]
	stp x8, x9, [x0, #CONTEXT_X + 8 * 8]
	stp x10, x11, [x0, #CONTEXT_X + 8 * 10]
	stp x12, x13, [x0, #CONTEXT_X + 8 * 12]
	stp x14, x15, [x0, #CONTEXT_X + 8 * 14]
	stp x16, x17, [x0, #CONTEXT_X + 8 * 16]
	stp x18, x19, [x0, #CONTEXT_X + 8 * 18]
	stp x20, x21, [x0, #CONTEXT_X + 8 * 20]
	stp x22, x23, [x0, #CONTEXT_X + 8 * 22]
	stp x24, x25, [x0, #CONTEXT_X + 8 * 24]
	stp x26, x27, [x0, #CONTEXT_X + 8 * 26]
	stp x28, x29, [x0, #CONTEXT_X + 8 * 28]
	str x30, [x0, #CONTEXT_X + 8 * 30]
	mrs x1, elr_el1
	mrs x2, sp_el0
	stp x1, x2, [x0, #CONTEXT_ELR]
	mov x1, #1
	mrs x2, spsr_el1
	stp x1, x2, [x0, #CONTEXT_FULL]
	bl serviceInterrupt
	b resume

/* x0 = context, as `leave` returned it. */
	.global resume
resume:
	ldp x10, x11, [x0, #CONTEXT_ELR]
	ldr x12, [x0, #CONTEXT_ROOT]
	ldp x13, x14, [x0, #CONTEXT_FULL]
	msr elr_el1, x10
	msr sp_el0, x11
	msr ttbr0_el1, x12
	cbnz x13, resumeFull
	msr spsr_el1, xzr
	ldp x19, x20, [x0, #CONTEXT_X + 8 * 19]
	ldp x21, x22, [x0, #CONTEXT_X + 8 * 21]
	ldp x23, x24, [x0, #CONTEXT_X + 8 * 23]
	ldr x25, [x0, #CONTEXT_X + 8 * 25]
	ldr x0, [x0, #CONTEXT_X]
	wipe
	mov x30, xzr
	eret

resumeFull:
	msr spsr_el1, x14
	str xzr, [x0, #CONTEXT_FULL]
	ldp x2, x3, [x0, #CONTEXT_X + 8 * 2]
	ldp x4, x5, [x0, #CONTEXT_X + 8 * 4]
	ldp x6, x7, [x0, #CONTEXT_X + 8 * 6]
	ldp x8, x9, [x0, #CONTEXT_X + 8 * 8]
	ldp x10, x11, [x0, #CONTEXT_X + 8 * 10]
	ldp x12, x13, [x0, #CONTEXT_X + 8 * 12]
	ldp x14, x15, [x0, #CONTEXT_X + 8 * 14]
	ldp x16, x17, [x0, #CONTEXT_X + 8 * 16]
	ldp x18, x19, [x0, #CONTEXT_X + 8 * 18]
	ldp x20, x21, [x0, #CONTEXT_X + 8 * 20]
	ldp x22, x23, [x0, #CONTEXT_X + 8 * 22]
	ldp x24, x25, [x0, #CONTEXT_X + 8 * 24]
	ldp x26, x27, [x0, #CONTEXT_X + 8 * 26]
	ldp x28, x29, [x0, #CONTEXT_X + 8 * 28]
	ldr x30, [x0, #CONTEXT_X + 8 * 30]
	ldp x0, x1, [x0, #CONTEXT_X]
	eret

/* The kernel touches page tables that are not mapped yet; anything else is the end. */
kernelFault:
	sub sp, sp, #160
	stp x0, x1, [sp]
	stp x2, x3, [sp, #16]
	stp x4, x5, [sp, #32]
	stp x6, x7, [sp, #48]
	stp x8, x9, [sp, #64]
	stp x10, x11, [sp, #80]
	stp x12, x13, [sp, #96]
	stp x14, x15, [sp, #112]
	stp x16, x17, [sp, #128]
	stp x18, x30, [sp, #144]
	mrs x0, far_el1
	bl openTable
	cbz w0, panicEntry
	ldp x0, x1, [sp]
	ldp x2, x3, [sp, #16]
	ldp x4, x5, [sp, #32]
	ldp x6, x7, [sp, #48]
	ldp x8, x9, [sp, #64]
	ldp x10, x11, [sp, #80]
	ldp x12, x13, [sp, #96]
	ldp x14, x15, [sp, #112]
	ldp x16, x17, [sp, #128]
	ldp x18, x30, [sp, #144]
	add sp, sp, #160
	eret

panicEntry:
	msr spsel, #1
	mrs x0, esr_el1
	mrs x1, elr_el1
	mrs x2, far_el1
	mov x3, x30
	b panic

/* floatingSave/floatingLoad(context): the registers that only processes with floating-point code may touch. */
	.arch armv8-a+fp
	.macro floatingAll instruction
	.irp pair, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30
	floatingPair \instruction, \pair
	.endr
	.endm
	.macro floatingPair instruction, first
	.altmacro
	floatingTwo \instruction, \first, %(\first + 1)
	.noaltmacro
	.endm
	.macro floatingTwo instruction, first, second
	\instruction q\first, q\second, [x0, #16 * \first]
	.endm

	.global floatingSave
floatingSave:
	floatingAll stp
	mrs x1, fpcr
	mrs x2, fpsr
	str x1, [x0, #512]
	str x2, [x0, #520]
	ret
	.global floatingLoad
floatingLoad:
	floatingAll ldp
	ldr x1, [x0, #512]
	ldr x2, [x0, #520]
	msr fpcr, x1
	msr fpsr, x2
	ret
