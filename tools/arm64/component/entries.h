/* Where the machine enters a component, after the code that wasm2c emitted: one activation each. An activation that the component
 * does not export ends at once; a call of a component without `protected` is a fault. */
#pragma once

/* What the machine must know; then from offset 24 a slot of 8 bytes for each kind of activation (ENTER_*); the last is enterProtected
 * itself, which the linker script puts next. */
#define TEXT(x) TEXT_(x)
#define TEXT_(x) #x
#define SLOT(function) "b " #function "\n nop\n"
__asm__(".section .entry, \"ax\"\n .word " TEXT(IMAGE_FLAGS) ", nativePages, 0, 0, 0, 0\n" SLOT(enterInit) SLOT(enterNotified) SLOT(enterFaulted)
			".text\n");

#define ACTIVATION __attribute__((noreturn, used)) static void

__attribute__((noreturn)) ALWAYS void finish(void) {
	__asm__ volatile("svc %[trap]" ::[trap] "i"(TRAP_FINISH) : "memory");
	__builtin_unreachable();
}

ACTIVATION enterInit(void) {
	instantiate();
#ifdef EXPORTS_init
	component_init();
#endif
	finish();
}

ACTIVATION enterNotified(u32 bits) {
#ifdef EXPORTS_notified
	component_notified(bits);
#endif
	finish();
}

ACTIVATION enterFaulted(u32 child) {
#ifdef EXPORTS_faulted
	component_faulted(child);
#endif
	finish();
}

#ifdef FLOATING
#define FAST_REPLY(fast) TRAP_REPLY
#define WITH_WORDS(count) 1
#else
#define FAST_REPLY(fast) (fast)
#define WITH_WORDS(count) (count)
#endif

/* Ends a protected call with `count` result words; the registers of those that it does not give are zero. A function of its own, because
 * of the registers that it writes. */
__attribute__((noreturn, noinline)) static void replyWords(u32 status, u32 count) {
	const u32 *words = (const u32 *)(OWN_ADDRESS + RESULT_WORDS);
	WORD(1) = status;
	WORD(20) = count > 0 ? words[0] : 0;
	WORD(21) = count > 1 ? words[1] : 0;
	WORD(22) = count > 2 ? words[2] : 0;
	WORD(23) = count > 3 ? words[3] : 0;
	WORD(24) = count > 4 ? words[4] : 0;
	WORD(25) = count > 5 ? words[5] : 0;
	__asm__ volatile("svc %[trap]"
					 :
					 : [trap] "i"(FAST_REPLY(TRAP_REPLY6)), "r"(x1), "r"(x20), "r"(x21), "r"(x22), "r"(x23), "r"(x24), "r"(x25)
					 : "memory");
	__builtin_unreachable();
}

__attribute__((noreturn)) ALWAYS void reply(u32 status) {
	WORD(1) = status;
	if (WITH_WORDS(status & 7)) replyWords(status, status & 7);
	__asm__ volatile("svc %[trap]" : : [trap] "i"(FAST_REPLY(TRAP_REPLY0)), "r"(x1) : "memory");
	__builtin_unreachable();
}

__attribute__((section(".entry.protected"))) ACTIVATION enterProtected(u32 badge) {
#ifdef EXPORTS_protected
	MESSAGE_IN;
	reply(component_protected(badge, MESSAGE_PARAMETERS));
#else
	__builtin_trap();
#endif
}
