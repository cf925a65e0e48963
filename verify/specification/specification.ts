/**
 * The specification as a program: the entries of `kernel.wasm`, over the same tables, written from docs/reference/01-kernel.md. For every
 * state that the invariants allow and all arguments, state, result and uses of the machine's functions are those of the kernel.
 */
import * as number from '../../abi/calls.ts';
import { NO_SUCH_CALL, OK, WRONG_STATE } from '../../abi/errors.ts';
import { GLOBAL_CURRENT, GLOBAL_OUT_WORDS } from '../../kernel/layout.ts';
import { accountCreate, accountDestroy, accountGive, accountRead, accountRevoke } from './accounts.ts';
import { faultCurrent } from './activations.ts';
import * as capabilities from './capabilities.ts';
import { configure } from './configure.ts';
import * as control from './control.ts';
import * as entries from './entries.ts';
import { extentMerge, extentSplit } from './extents.ts';
import * as mappings from './mappings.ts';
import * as processes from './processes.ts';
import { publishPreemption } from './ready.ts';
import * as regions from './regions.ts';
import { global, setGlobal } from './state.ts';

export { bootBegin, bootEnd, bootExtent, bootMap, bootMemory, bootPrepare, bootProcess, bootRegion } from './boot.ts';
// The kernel's slow paths are the same to the specification, which knows no fast ones.
export { call, call as callSlow, callWith, reply, reply as replySlow } from './calls.ts';
export { finish, interrupt, notify, preempt } from './entries.ts';

function time(low: u32, high: u32): u64 {
	return ((<u64>high) << 32) | <u64>low;
}

export function notifySwitch(left: u32, slot: u32, nowLow: u32, nowHigh: u32): i32 {
	return entries.notifySwitch(left, slot, time(nowLow, nowHigh));
}

export function interruptSwitch(left: u32, line: u32, nowLow: u32, nowHigh: u32): i32 {
	return entries.interruptSwitch(left, line, time(nowLow, nowHigh));
}

export function next(nowLow: u32, nowHigh: u32): i32 {
	return entries.next(time(nowLow, nowHigh));
}

export function expire(nowLow: u32, nowHigh: u32): i32 {
	return entries.expire(time(nowLow, nowHigh));
}

export function tick(nowLow: u32, nowHigh: u32): i32 {
	return entries.tick(time(nowLow, nowHigh));
}

export function wait(left: u32, nowLow: u32, nowHigh: u32): i32 {
	return entries.wait(left, time(nowLow, nowHigh));
}

export function fault(cause: u32, place: u32, left: u32): i32 {
	faultCurrent(cause, place, left);
	return OK;
}

/**
 * `system` first sets OUT_WORDS to 0, at last sets OUT_PREEMPT. Without a current process it returns WRONG_STATE. A caller that goes on
 * re-checks its mappings, as it may have ended some of them itself.
 */
export function system(
	call: i32,
	a0: u32,
	a1: u32,
	a2: u32,
	a3: u32,
	a4: u32,
	a5: u32,
	nowLow: u32,
	nowHigh: u32,
): i32 {
	const caller = global(GLOBAL_CURRENT);
	if (caller === 0) return WRONG_STATE;
	setGlobal(GLOBAL_OUT_WORDS, 0);
	const result = perform(caller, call, a0, a1, a2, a3, a4, a5, time(nowLow, nowHigh));
	if (global(GLOBAL_CURRENT) !== 0) mappings.recheckMappings(caller);
	publishPreemption();
	return result;
}

/** The call of that number; an unknown number: NO_SUCH_CALL. */
function perform(caller: u32, call: i32, a0: u32, a1: u32, a2: u32, a3: u32, a4: u32, a5: u32, now: u64): i32 {
	switch (call) {
		case number.COPY:
			return capabilities.copy(caller, a0, a1, a2, a3);
		case number.MOVE:
			return capabilities.move(caller, a0, a1);
		case number.DELETE:
			return capabilities.remove(caller, a0);
		case number.REVOKE:
			return capabilities.revoke(caller, a0, a1);
		case number.INSTALL:
			return capabilities.install(caller, a0, a1, a2, a3, a4);
		case number.IDENTIFY:
			return capabilities.identify(caller, a0);
		case number.RECEIVE:
			return capabilities.receive(caller, a0);
		case number.REPLY_CAPABILITY:
			return capabilities.replyCapability(caller, a0, a1);
		case number.GATE:
			return capabilities.gate(caller, a0, a1, a2);
		case number.SIGNAL:
			return capabilities.signal(caller, a0, a1, a2);
		case number.PROCESS_CREATE:
			return processes.processCreate(caller, a0, a1, a2, a3, a4);
		case number.PROCESS_CONFIGURE:
			return configure(caller, a0, a1, a2, a3, now);
		case number.PROCESS_START:
			return processes.processStart(caller, a0);
		case number.PROCESS_STOP:
			return processes.processStop(caller, a0);
		case number.PROCESS_RESTART:
			return processes.processRestart(caller, a0);
		case number.PROCESS_DESTROY:
			return processes.processDestroy(caller, a0, a1);
		case number.PROCESS_READ:
			return processes.processRead(caller, a0, a1);
		case number.PROCESS_LABEL:
			return processes.processLabel(caller, a0, a1, a2);
		case number.PROCESS_REVOKE:
			return processes.processRevoke(caller, a0, a1, a2);
		case number.EXTENT_SPLIT:
			return extentSplit(caller, a0, a1, a2, a3);
		case number.EXTENT_MERGE:
			return extentMerge(caller, a0, a1, a2);
		case number.REGION_CREATE:
			return regions.regionCreate(caller, a0, a1, a2, a3, a4);
		case number.REGION_PREPARE:
			return regions.regionPrepare(caller, a0, a1, a2);
		case number.REGION_MAP:
			return mappings.regionMap(caller, a0, a1, a2, a3);
		case number.REGION_UNMAP:
			return mappings.regionUnmap(caller, a0, a1);
		case number.REGION_CLEAR:
			return regions.regionClear(caller, a0, a1);
		case number.REGION_REVOKE:
			return regions.regionRevoke(caller, a0, a1, a2);
		case number.REGION_DESTROY:
			return regions.regionDestroy(caller, a0, a1);
		case number.REGION_HAND_ON:
			return regions.regionHandOn(caller, a0, a1, a2);
		case number.REGION_DEVICE:
			return regions.regionDevice(caller, a0, a1, a2, a3, a4, a5);
		case number.REGION_READ:
			return regions.regionRead(caller, a0, a1);
		case number.REGION_LABEL:
			return regions.regionLabel(caller, a0, a1, a2, a3);
		case number.ACCOUNT_CREATE:
			return accountCreate(caller, a0, a1, a2, a3);
		case number.ACCOUNT_GIVE:
			return accountGive(caller, a0, a1, a2, a3);
		case number.ACCOUNT_DESTROY:
			return accountDestroy(caller, a0, a1);
		case number.ACCOUNT_READ:
			return accountRead(caller, a0, a1);
		case number.ACCOUNT_REVOKE:
			return accountRevoke(caller, a0, a1, a2);
		case number.INTERRUPT_CREATE:
			return control.interruptCreate(caller, a0, a1, a2);
		case number.INTERRUPT_BIND:
			return control.interruptBind(caller, a0, a1);
		case number.INTERRUPT_ACKNOWLEDGE:
			return control.interruptAcknowledge(caller, a0);
		case number.INTERRUPT_RAISE:
			return control.interruptRaise(caller, a0);
		case number.FLOW_SET:
			return control.flowSet(caller, a0, a1, a2, a3);
		case number.LOG:
			return control.log(caller, a0, a1, a2, a3, a4, a5);
		case number.HALT:
			return control.halt(caller, a0, a1);
		case number.ALARM:
			return control.alarm(caller, time(a0, a1), a2, now);
		case number.LOAN_READ:
			return mappings.loanRead(caller, a0, a1, a2);
		case number.LOAN_WRITE:
			return mappings.loanWrite(caller, a0, a1, a2);
		case number.LOAN_SIZE:
			return mappings.loanSize(caller);
		default:
			return NO_SUCH_CALL;
	}
}
