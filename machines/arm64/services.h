/* The immediates of `svc` by which a component's stubs (runtime/) name what they want from the machine (entry.S). One bit each for the fast
 * paths, so that one instruction tells them apart; the others are multiples of 32. */
#pragma once
#define TRAP_CALL0 1
#define TRAP_REPLY0 2
#define TRAP_CALL4 4
#define TRAP_REPLY6 8
#define TRAP_CALL6 16
#define TRAP_CALL 32 /* call and reply of components that use floating point */
#define TRAP_REPLY 64
#define TRAP_CALL_WITH 96
#define TRAP_NOTIFY 128
#define TRAP_SYSTEM 160
#define TRAP_WAIT 192
#define TRAP_FINISH 224
#define TRAP_CLOCK 256
#define TRAP_BATCH 288
#define TRAPS_SLOW 9 /* the highest, divided by 32 */
