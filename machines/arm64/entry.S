/* Exception vectors, the fast paths of `call` and `protected`'s return, and the restoring of registers.
 * Interrupts are off throughout EL1. [sp] is the core's structure at every entry from EL0. */
#include "machine.h"
	.text

	.altmacro
/* \instruction for pairs of registers of \kind from each number of the list, at \base + \offset + \size * number. */
	.macro pairs instruction, kind, size, base, offset, numbers:vararg
	.irp number, \numbers
	onePair \instruction, \kind, \number, %(\number + 1), \base, %(\offset + \size * \number)
	.endr
	.endm
	.macro onePair instruction, kind, first, second, base, offset
	\instruction \kind\first, \kind\second, [\base, #\offset]
	.endm
/* Pairs of zeroes from memory are half as many instructions as moves. */
	.macro zero numbers:vararg
	.irp number, \numbers
	onePair ldp, x, \number, %(\number + 1), sp, CORE_ZERO
	.endr
	.endm
	.macro vectors targets:vararg
	.irp target, \targets
	.balign 128
	b \target
	.endr
	.endm

	.balign 2048
	.global vectors
vectors:
	vectors panicEntry, panicEntry, panicEntry, panicEntry
	vectors kernelFault, panicEntry, panicEntry, panicEntry // of EL1 itself

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

	vectors interruptEntry, panicEntry, panicEntry
	vectors panicEntry, panicEntry, panicEntry, panicEntry // AArch32 has no components

/* Wipes what carries no message: x1..x18, x26..x29. x30 holds a constant, the address after the call of the kernel. */
	.macro wipe
	zero 1, 3, 5, 7, 9, 11, 13, 15, 17, 26, 28
	.endm

/* Leaves EL1 with the context that a C function returns. */
	.macro finishIn function
	bl \function
	b resume
	.endm

/* Keeps x19..x25 in a context. */
	.macro saveMessage context=x9
	pairs stp, x, 8, \context, CONTEXT_X, 19, 21, 23
	str x25, [\context, #CONTEXT_X + 8 * 25]
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
	zero 20, 22
call4:
	zero 24
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
	finishIn callStays
enterSlow: // x0 = server, x9 = its context
	saveMessage
	finishIn callEnters

/* Returns: x1 = status, x20..x25 = result words. */
reply0:
	zero 20, 22, 24
reply6:
	ldr x11, [sp, #CORE_NANOSECONDS]
	nanosecondsLeft
	bl kernel_reply
	cbz w0, nextEntry
	become replySlow
	ldr w10, [x12, #GLOBAL_OUT_PREEMPT]
	cbnz w10, replySlow
	ldp x10, x11, [x9, #CONTEXT_ELR]
	msr elr_el1, x10
	msr sp_el0, x11
	msr spsr_el1, xzr
	zero 1, 3, 5, 7, 9, 11, 13, 15, 26, 28
	ldp x17, x19, [sp, #CORE_ZERO] // x18 is zero whenever a component executes
	eret

replySlow: // x9 = the client's context
	saveMessage
	mov x0, x9
	finishIn replyReturns

nextEntry:
	finishIn serviceNext

/* Every other trap: its handler is a C function of x0..x7. `notify` is the fastest: its stub keeps nothing in the message registers. */
slow:
	ldr x10, [sp, #CORE_CURRENT]
	mrs x11, elr_el1
	mrs x12, sp_el0
	stp x11, x12, [x10, #CONTEXT_ELR]
	tbnz w9, #10, notify
	ubfx x8, x9, #5, #11
	cmp x8, #TRAPS_SLOW
	b.hi faultEntry
	saveMessage x10
	adr x10, services
	ldr x10, [x10, x8, lsl #3]
	blr x10
	b resume
notify:
	finishIn serviceNotify

faultEntry:
	mov x0, x9
	mrs x1, far_el1
	mrs x2, elr_el1
	finishIn serviceFault

interruptEntry:
	ldr x18, [sp, #CORE_CURRENT] // no compiled code uses x18 (-ffixed-x18); it stays zero for components
	pairs stp, x, 8, x18, CONTEXT_X, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28
	str x30, [x18, #CONTEXT_X + 8 * 30]
	str xzr, [x18, #CONTEXT_X + 8 * 18]
	mov x0, x18
	mrs x1, elr_el1
	mrs x2, sp_el0
	stp x1, x2, [x0, #CONTEXT_ELR]
	mov x1, #1
	mrs x2, spsr_el1
	stp x1, x2, [x0, #CONTEXT_FULL]
	finishIn serviceInterrupt

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
	pairs ldp, x, 8, x0, CONTEXT_X, 19, 21, 23
	ldr x25, [x0, #CONTEXT_X + 8 * 25]
	ldr x0, [x0, #CONTEXT_X]
	wipe
	mov x30, xzr
	eret

resumeFull:
	msr spsr_el1, x14
	str xzr, [x0, #CONTEXT_FULL]
	pairs ldp, x, 8, x0, CONTEXT_X, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28
	ldr x30, [x0, #CONTEXT_X + 8 * 30]
	ldp x0, x1, [x0, #CONTEXT_X]
	eret

/* The kernel touches page tables that are not mapped yet; anything else is the end. */
kernelFault:
	sub sp, sp, #160
	pairs stp, x, 8, sp, 0, 0, 2, 4, 6, 8, 10, 12, 14, 16
	stp x18, x30, [sp, #144]
	mrs x0, far_el1
	mrs x1, esr_el1
	bl openTable
	cbz w0, panicEntry
	pairs ldp, x, 8, sp, 0, 0, 2, 4, 6, 8, 10, 12, 14, 16
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

/* floatingSave/floatingLoad(registers): those that only processes with floating-point code can touch. */
	.arch armv8-a+fp
	.macro floating instruction
	pairs \instruction, q, 16, x0, 0, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30
	msr fpsr, xzr // WebAssembly knows neither flags nor modes: both registers stay zero
	ret
	.endm
	.global floatingSave, floatingLoad
floatingSave:
	floating stp
floatingLoad:
	floating ldp
