/* The log (PL011), reports and stopping. */
#include "machine.h"

#define UART 0x09000000
#define UART_FLAGS 0x18
#define UART_FULL (1 << 5)
#define SYSTEM_OFF 0x84000008ul
#define SEMIHOSTING_EXIT_EXTENDED 0x20ul
#define APPLICATION_EXIT 0x20026ul
#define PANIC_CODE 70

static int stopping;

static void put(char character) {
	while (*(volatile u32 *)linear(UART + UART_FLAGS) & UART_FULL) continue;
	*(volatile u32 *)linear(UART) = (u8)character;
}

void print(const char *text) {
	while (*text) put(*text++);
}

void printNumber(u64 value, u32 base) {
	char digits[24];
	u32 count = 0;
	do digits[count++] = "0123456789abcdef"[value % base];
	while (value /= base);
	while (count) put(digits[--count]);
}

void machine_log(u32 word, u32 count) {
	for (u32 i = 0; i < count; i++) put(word >> 8 * i);
}

/* Ends QEMU with that exit code: through the firmware when it is 0, else through semihosting, which must be enabled. */
void stop(s32 code) {
	if (code && !stopping) {
		stopping = 1;
		u64 block[] = {APPLICATION_EXIT, code & 255};
		register u64 operation __asm__("x0") = SEMIHOSTING_EXIT_EXTENDED;
		register u64 argument __asm__("x1") = (u64)block;
		__asm__ volatile("hlt #0xf000" ::"r"(operation), "r"(argument) : "memory");
	}
	stopping = 1;
	register u64 function __asm__("x0") = SYSTEM_OFF;
	if (bootedAtEl2) __asm__ volatile("smc #0" : "+r"(function)::"memory");
	else __asm__ volatile("hvc #0" : "+r"(function)::"memory");
	for (;;) __asm__ volatile("wfi");
}

/* Kernel import. The kernel's entry still returns; what it leaves is never used. */
void machine_halt(s32 code) {
	print("tessera: memory ");
	printNumber(memoryUsed() * PAGE / 1024, 10);
	print(" KiB\n");
	stop(code);
}

void panic(u64 esr, u64 place, u64 address, u64 link) {
	if (stopping) stop(0);
	print("tessera: machine panic: esr ");
	printNumber(esr, 16);
	print(" at ");
	printNumber(place, 16);
	print(" address ");
	printNumber(address, 16);
	print(" link ");
	printNumber(link, 16);
	print("\n");
	stop(PANIC_CODE);
}
