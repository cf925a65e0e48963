/** `system`: the kernel calls by number. Each line is one row of docs/reference/01-kernel.md. */
import * as number from '../abi/calls.ts';
import { NO_SUCH_CALL, WRONG_STATE } from '../abi/errors.ts';
import { accountCreate, accountDestroy, accountGive, accountRead, accountRevoke } from './account.ts';
import { alarm } from './alarm.ts';
import { copySlot, deleteSlot, identify, install, moveSlot, receive, replyCapability, revoke } from './capability.ts';
import { configure } from './configure.ts';
import { flowSet, halt, writeLog } from './control.ts';
import { extentMerge, extentSplit } from './extent.ts';
import { gateCreate } from './gate.ts';
import { interruptAcknowledge, interruptBind, interruptCreate, interruptRaise } from './interrupt.ts';
import { GLOBAL_CURRENT, GLOBAL_OUT_WORDS } from './layout.ts';
import { loanRead, loanSize, loanWrite } from './loan.ts';
import { recheckMappings, regionMap, regionUnmap } from './mapping.ts';
import {
	processCreate,
	processDestroy,
	processLabel,
	processRead,
	processRevoke,
	processStart,
	processStop,
} from './process.ts';
import { publishPreemption } from './ready.ts';
import {
	regionClear,
	regionCreate,
	regionDestroy,
	regionDevice,
	regionHandOn,
	regionLabel,
	regionPrepare,
	regionRead,
	regionRevoke,
} from './region.ts';
import { signalCreate } from './signal.ts';
import { global, setGlobal } from './table.ts';

/** Performs a call of the current process; its result. */
export function system(call: i32, a0: u32, a1: u32, a2: u32, a3: u32, a4: u32, a5: u32, now: u64): i32 {
	const caller = global(GLOBAL_CURRENT);
	if (caller === 0) return WRONG_STATE;
	setGlobal(GLOBAL_OUT_WORDS, 0);
	const result = dispatch(caller, call, a0, a1, a2, a3, a4, a5, now);
	// It may have destroyed or revoked what it has mapped itself, and it goes on without passing through `next`.
	if (global(GLOBAL_CURRENT) !== 0) recheckMappings(caller);
	publishPreemption();
	return result;
}

function dispatch(caller: u32, call: i32, a0: u32, a1: u32, a2: u32, a3: u32, a4: u32, a5: u32, now: u64): i32 {
	switch (call) {
		case number.COPY:
			return copySlot(caller, a0, a1, a2, a3);
		case number.MOVE:
			return moveSlot(caller, a0, a1);
		case number.DELETE:
			return deleteSlot(caller, a0);
		case number.REVOKE:
			return revoke(caller, a0, a1);
		case number.INSTALL:
			return install(caller, a0, a1, a2, a3, a4);
		case number.IDENTIFY:
			return identify(caller, a0);
		case number.RECEIVE:
			return receive(caller, a0);
		case number.REPLY_CAPABILITY:
			return replyCapability(caller, a0, a1);
		case number.GATE:
			return gateCreate(caller, a0, a1, a2);
		case number.SIGNAL:
			return signalCreate(caller, a0, a1, a2);
		case number.PROCESS_CREATE:
			return processCreate(caller, a0, a1, a2, a3, a4);
		case number.PROCESS_CONFIGURE:
			return configure(caller, a0, a1, a2, a3, now);
		case number.PROCESS_START:
			return processStart(caller, a0, false);
		case number.PROCESS_STOP:
			return processStop(caller, a0);
		case number.PROCESS_RESTART:
			return processStart(caller, a0, true);
		case number.PROCESS_DESTROY:
			return processDestroy(caller, a0, a1);
		case number.PROCESS_READ:
			return processRead(caller, a0, a1);
		case number.PROCESS_LABEL:
			return processLabel(caller, a0, a1, a2);
		case number.PROCESS_REVOKE:
			return processRevoke(caller, a0, a1, a2);
		case number.EXTENT_SPLIT:
			return extentSplit(caller, a0, a1, a2, a3);
		case number.EXTENT_MERGE:
			return extentMerge(caller, a0, a1, a2);
		case number.REGION_CREATE:
			return regionCreate(caller, a0, a1, a2, a3, a4);
		case number.REGION_PREPARE:
			return regionPrepare(caller, a0, a1, a2);
		case number.REGION_MAP:
			return regionMap(caller, a0, a1, a2, a3);
		case number.REGION_UNMAP:
			return regionUnmap(caller, a0, a1);
		case number.REGION_CLEAR:
			return regionClear(caller, a0, a1);
		case number.REGION_REVOKE:
			return regionRevoke(caller, a0, a1, a2);
		case number.REGION_DESTROY:
			return regionDestroy(caller, a0, a1);
		case number.REGION_HAND_ON:
			return regionHandOn(caller, a0, a1, a2);
		case number.REGION_DEVICE:
			return regionDevice(caller, a0, a1, a2, a3, a4, a5);
		case number.REGION_READ:
			return regionRead(caller, a0, a1);
		case number.REGION_LABEL:
			return regionLabel(caller, a0, a1, a2, a3);
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
			return interruptCreate(caller, a0, a1, a2);
		case number.INTERRUPT_BIND:
			return interruptBind(caller, a0, a1);
		case number.INTERRUPT_ACKNOWLEDGE:
			return interruptAcknowledge(caller, a0);
		case number.INTERRUPT_RAISE:
			return interruptRaise(caller, a0);
		case number.FLOW_SET:
			return flowSet(caller, a0, a1, a2, a3);
		case number.LOG:
			return writeLog(caller, a0, a1, a2, a3, a4, a5);
		case number.HALT:
			return halt(caller, a0, a1);
		case number.ALARM:
			return alarm(caller, ((<u64>a1) << 32) | <u64>a0, a2, now);
		case number.LOAN_READ:
			return loanRead(caller, a0, a1, a2);
		case number.LOAN_WRITE:
			return loanWrite(caller, a0, a1, a2);
		case number.LOAN_SIZE:
			return loanSize(caller);
		default:
			return NO_SUCH_CALL;
	}
}
