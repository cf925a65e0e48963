/* The immediates of `svc` by which a component's stubs (runtime/) name what they want from the machine (entry.S). One bit each for the fast
 * paths, so that one instruction tells them apart; the others are multiples of 32. */
#pragma once
#define TRAP_CALL0 1
#define TRAP_REPLY0 2
#define TRAP_CALL4 4
#define TRAP_REPLY6 8
#define TRAP_CALL6 16
#define TRAPS_SLOW 8 /* the highest of these, divided by 32 */
#ifndef __ASSEMBLER__
enum { TRAP_CALL = 32, TRAP_REPLY = 64 /* of components that use floating point */, TRAP_CALL_WITH = 96, TRAP_SYSTEM = 128, TRAP_WAIT = 160, TRAP_FINISH = 192, TRAP_CLOCK = 224, TRAP_BATCH = 256, TRAP_NOTIFY = 1024 };
#endif
