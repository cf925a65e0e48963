/* The trap numbers between a component's stubs (runtime/component.c) and the machine (entry.S): x8 at `svc #0`.
 * One bit each for the fast paths, so that one instruction tells them apart; the others are multiples of 16. */
#pragma once
#define TRAP_CALL0 0
#define TRAP_REPLY0 1
#define TRAP_CALL4 2
#define TRAP_REPLY6 4
#define TRAP_CALL6 8
#define TRAP_CALL_WITH 16
#define TRAP_NOTIFY 32
#define TRAP_SYSTEM 48
#define TRAP_WAIT 64
#define TRAP_FINISH 80
#define TRAP_CLOCK 96
#define TRAP_BATCH 112
#define TRAPS_SLOW 7
