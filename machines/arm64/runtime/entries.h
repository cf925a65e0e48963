/* Where the machine enters a component, after the code that wasm2c emitted: one activation each. An activation that the component
 * does not export ends at once; a call of a component without `protected` is a fault. */
#pragma once

/* Slot k, 8 bytes each, is where activations of kind k start (ENTER_*); slot 0 says what the machine must know. */
#define TEXT(x) TEXT_(x)
#define TEXT_(x) #x
#define ENTRY(function) "add sp, sp, #" TEXT(STACK_BYTES) "\n b " #function "\n"
__asm__(".section .entry, \"ax\"\n .word " TEXT(IMAGE_FLAGS) ", nativePages\n" ENTRY(enterInit) ENTRY(enterNotified) ENTRY(enterFaulted)
			ENTRY(enterProtected) ".text\n");

#define ACTIVATION __attribute__((noreturn, used)) static void

__attribute__((noreturn)) ALWAYS void finish(void) {
	trapShort(TRAP_FINISH, 0, 0);
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

/* Ends a protected call. With result words the registers of those that it does not give are zero. */
__attribute__((noreturn)) ALWAYS void reply(u32 status) {
	register u64 x8 __asm__("x8") = TRAP_REPLY0;
	register u32 x1 __asm__("x1") = status;
	u32 count = (s32)status < 0 ? 0 : status & 7;
	if (count) {
		const u32 *words = (const u32 *)(OWN_ADDRESS + RESULT_WORDS);
		register u32 x20 __asm__("x20") = words[0];
		register u32 x21 __asm__("x21") = count > 1 ? words[1] : 0;
		register u32 x22 __asm__("x22") = count > 2 ? words[2] : 0;
		register u32 x23 __asm__("x23") = count > 3 ? words[3] : 0;
		register u32 x24 __asm__("x24") = count > 4 ? words[4] : 0;
		register u32 x25 __asm__("x25") = count > 5 ? words[5] : 0;
		x8 = TRAP_REPLY6;
		__asm__ volatile("svc #0" ::"r"(x1), "r"(x8), "r"(x20), "r"(x21), "r"(x22), "r"(x23), "r"(x24), "r"(x25) : "memory");
	}
	__asm__ volatile("svc #0" ::"r"(x1), "r"(x8) : "memory");
	__builtin_unreachable();
}

ACTIVATION enterProtected(u32 badge) {
#ifdef EXPORTS_protected
	register u32 x19 __asm__("x19");
	register u32 x20 __asm__("x20");
	register u32 x21 __asm__("x21");
	register u32 x22 __asm__("x22");
	register u32 x23 __asm__("x23");
	register u32 x24 __asm__("x24");
	register u32 x25 __asm__("x25");
	__asm__ volatile("" : "=r"(x19), "=r"(x20), "=r"(x21), "=r"(x22), "=r"(x23), "=r"(x24), "=r"(x25));
	reply(component_protected(badge, x19, x20, x21, x22, x23, x24, x25));
#else
	__builtin_trap();
#endif
}
