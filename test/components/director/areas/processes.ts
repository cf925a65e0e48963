/** Processes: created empty, configured, started, stopped, restarted, destroyed; and every refusal on the way. */
import {
	CONFIGURE_BUDGET,
	CONFIGURE_HANDLER,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
	COPY,
	DELETE,
	EXTENT_MERGE,
	EXTENT_SPLIT,
	GATE,
	MOVE,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_DESTROY,
	PROCESS_READ,
	PROCESS_RESTART,
	PROCESS_REVOKE,
	PROCESS_START,
	PROCESS_STOP,
	READ_PROCESS_FAULT,
	READ_PROCESS_LABEL,
	READ_PROCESS_PRIORITY,
	READ_PROCESS_STATE,
	STATE_STARTED,
	STATE_STOPPED,
} from '../../../../abi/calls.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../../../abi/errors.ts';
import { RIGHT_CONFIGURE, RIGHT_COPY, RIGHT_SPLIT, RIGHT_START, RIGHT_STOP } from '../../../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES, SLOTS_MOST } from '../../../../kernel/layout.ts';
import { call0, notify } from '../../../../sdk/kernel.ts';
import { DO_ECHO, DO_INSPECT, DO_LOAD, DO_STORE, INSPECT_CALLS, INSPECT_INITS } from '../../protocol.ts';
import { sleep } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import {
	ACCOUNT,
	BIT_FIRST,
	EMPTY,
	END,
	FREE_RAM,
	IDLE,
	IMAGE_SUBJECT,
	NEXT,
	ROW_NONE,
	ROW_REGION,
	SCRATCH,
	SELF,
	sys,
} from '../stage.ts';
import {
	ask,
	build,
	gateSlot,
	give,
	processRow,
	processSlot,
	regionRow,
	setPriority,
	signalSlot,
	state,
	unmakeAll,
} from '../subjects.ts';

const S: i32 = 0;
const OTHER: i32 = SCRATCH;
const GATE_SLOT: i32 = SCRATCH + 1;
const ROW: i32 = 210;
/** An address in its memory that a subject does not use. */
const UNUSED: i32 = 0x9000;
const MINUS_ONE: i32 = -1;

function creating(): i32 {
	sys(EXTENT_SPLIT, ACCOUNT, FREE_RAM, ROW_REGION, PROCESS_BLOCK_PAGES + 1);
	expect('rowZero', sys(PROCESS_CREATE, ACCOUNT, 0, ROW_REGION, 16, OTHER), NOT_AVAILABLE);
	expect('rowUnknown', sys(PROCESS_CREATE, ACCOUNT, ROW_NONE, ROW_REGION, 16, OTHER), NOT_AVAILABLE);
	expect('rowInUse', sys(PROCESS_CREATE, ACCOUNT, 1, ROW_REGION, 16, OTHER), NOT_AVAILABLE);
	expect('noExtent', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION + 1, 16, OTHER), NOT_AVAILABLE);
	expect('extentTooLarge', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION, 16, OTHER), INVALID_ARGUMENT);
	sys(EXTENT_SPLIT, ACCOUNT, ROW_REGION, ROW_REGION + 1, 1);
	expect('tooFewSlots', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION, 1, OTHER), INVALID_ARGUMENT);
	expect('tooManySlots', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION, SLOTS_MOST + 1, OTHER), INVALID_ARGUMENT);
	expect('occupied', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION, 16, ACCOUNT), SLOT_OCCUPIED);
	expect('withoutAccount', sys(PROCESS_CREATE, EMPTY, ROW, ROW_REGION, 16, OTHER), INVALID_CAPABILITY);
	expect('create', sys(PROCESS_CREATE, ACCOUNT, ROW, ROW_REGION, 16, OTHER), OK);
	expect('createdStopped', sys(PROCESS_READ, OTHER, READ_PROCESS_STATE), STATE_STOPPED);
	expect('startWithoutMemories', sys(PROCESS_START, OTHER), WRONG_STATE);
	sys(PROCESS_CONFIGURE, OTHER, CONFIGURE_PRIORITY, 50);
	sys(PROCESS_CONFIGURE, OTHER, CONFIGURE_BUDGET, 1000, 1_000_000);
	expect('startStillWithoutMemories', sys(PROCESS_START, OTHER), WRONG_STATE);
	expect('destroyNeedsSpend', sys(PROCESS_DESTROY, EMPTY, ROW), INVALID_CAPABILITY);
	expect('stopStopped', sys(PROCESS_STOP, OTHER), WRONG_STATE);
	expect('destroyUnknown', sys(PROCESS_DESTROY, ACCOUNT, ROW_NONE), NOT_AVAILABLE);
	expect('destroyFree', sys(PROCESS_DESTROY, ACCOUNT, ROW + 1), NOT_AVAILABLE);
	expect('destroyStarted', sys(PROCESS_DESTROY, ACCOUNT, 2), WRONG_STATE);
	expect('destroy', sys(PROCESS_DESTROY, ACCOUNT, ROW), OK);
	expect('destroyedIsGone', sys(PROCESS_READ, OTHER, READ_PROCESS_STATE), INVALID_CAPABILITY);
	sys(DELETE, OTHER);
	sys(EXTENT_MERGE, ACCOUNT, ROW_REGION, ROW_REGION + 1);
	expect('extentBack', sys(EXTENT_MERGE, ACCOUNT, FREE_RAM, ROW_REGION), OK);
	return NEXT;
}

function configuring(): i32 {
	expect('build', build(S, IMAGE_SUBJECT), OK);
	const s = processSlot(S);
	expect('startWithoutPriority', sys(PROCESS_START, s), WRONG_STATE);
	expect('priorityZero', setPriority(S, 0), INVALID_ARGUMENT);
	expect('priorityTooHigh', setPriority(S, 256), INVALID_ARGUMENT);
	expect('priority', setPriority(S, 255), OK);
	expect('priorityRead', sys(PROCESS_READ, s, READ_PROCESS_PRIORITY), 255);
	expect('budgetTooSmall', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, 999, 1_000_000), INVALID_ARGUMENT);
	expect('budgetNegative', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, MINUS_ONE, MINUS_ONE), INVALID_ARGUMENT);
	expect('periodBelowBudget', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, 1000, 999), INVALID_ARGUMENT);
	expect('budgetBeyondMachine', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, 1_000_000, 1_000_000), QUOTA_EXCEEDED);
	expect('budgetSmallest', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, 1000, 1_000_000), OK);
	expect('budget', sys(PROCESS_CONFIGURE, s, CONFIGURE_BUDGET, 20_000_000, 1_000_000_000), OK);
	expect('worstCaseZero', sys(PROCESS_CONFIGURE, s, CONFIGURE_WORST_CASE, 0), INVALID_ARGUMENT);
	expect('worstCaseNegative', sys(PROCESS_CONFIGURE, s, CONFIGURE_WORST_CASE, MINUS_ONE), INVALID_ARGUMENT);
	expect('worstCase', sys(PROCESS_CONFIGURE, s, CONFIGURE_WORST_CASE, 1_000_000), OK);
	expect('patienceTooGreat', sys(PROCESS_CONFIGURE, s, CONFIGURE_PATIENCE, 256), INVALID_ARGUMENT);
	expect('patience', sys(PROCESS_CONFIGURE, s, CONFIGURE_PATIENCE, 255), OK);
	expect('unknownField', sys(PROCESS_CONFIGURE, s, 99, 1), INVALID_ARGUMENT);
	expect('configureNothing', sys(PROCESS_CONFIGURE, EMPTY, CONFIGURE_PRIORITY, 1), INVALID_CAPABILITY);
	expect('configureSlotZero', sys(PROCESS_CONFIGURE, 0, CONFIGURE_PRIORITY, 1), INVALID_CAPABILITY);
	expect('configureActive', sys(PROCESS_CONFIGURE, SELF, CONFIGURE_PRIORITY, 100), WRONG_STATE);
	expect('budgetActive', sys(PROCESS_CONFIGURE, SELF, CONFIGURE_BUDGET, 1_000_000, 1_000_000_000), WRONG_STATE);
	expect('worstCaseActive', sys(PROCESS_CONFIGURE, SELF, CONFIGURE_WORST_CASE, 100), WRONG_STATE);
	// A greater budget is there at once only as far as the small one was: the rest comes a period from now.
	return sleep(1_000_000_000);
}

function handlers(): i32 {
	const s = processSlot(S);
	sys(GATE, 0, GATE_SLOT, 32);
	expect('handlerBadgeTooGreat', sys(PROCESS_CONFIGURE, s, CONFIGURE_HANDLER, GATE_SLOT), INVALID_ARGUMENT);
	sys(DELETE, GATE_SLOT);
	sys(GATE, 0, GATE_SLOT, 31);
	expect('handler', sys(PROCESS_CONFIGURE, s, CONFIGURE_HANDLER, GATE_SLOT), OK);
	expect('handlerNotGate', sys(PROCESS_CONFIGURE, s, CONFIGURE_HANDLER, ACCOUNT), INVALID_CAPABILITY);
	sys(COPY, GATE_SLOT, OTHER, RIGHT_COPY);
	expect('handlerNeedsCall', sys(PROCESS_CONFIGURE, s, CONFIGURE_HANDLER, OTHER), MISSING_RIGHT);
	expect('handlerNone', sys(PROCESS_CONFIGURE, s, CONFIGURE_HANDLER, 0), OK);
	sys(DELETE, OTHER);
	sys(DELETE, GATE_SLOT);
	return NEXT;
}

function rights(): i32 {
	const s = processSlot(S);
	sys(COPY, s, OTHER, RIGHT_COPY);
	expect('configureNeedsRight', sys(PROCESS_CONFIGURE, OTHER, 99, 1), MISSING_RIGHT);
	expect('startNeedsRight', sys(PROCESS_START, OTHER), MISSING_RIGHT);
	expect('restartNeedsRight', sys(PROCESS_RESTART, OTHER), MISSING_RIGHT);
	expect('stopNeedsRight', sys(PROCESS_STOP, OTHER), MISSING_RIGHT);
	expect('gateNeedsConfigure', sys(GATE, OTHER, GATE_SLOT, 1), MISSING_RIGHT);
	expect('readNeedsNone', sys(PROCESS_READ, OTHER, READ_PROCESS_STATE), STATE_STOPPED);
	expect('readUnknown', sys(PROCESS_READ, OTHER, 99), INVALID_ARGUMENT);
	expect('readNothing', sys(PROCESS_READ, EMPTY, READ_PROCESS_STATE), INVALID_CAPABILITY);
	expect('readMyself', sys(PROCESS_READ, 0, READ_PROCESS_STATE), STATE_STARTED);
	expect('label', sys(PROCESS_READ, OTHER, READ_PROCESS_LABEL), 0);
	expect('noFaultYet', sys(PROCESS_READ, OTHER, READ_PROCESS_FAULT), 0);
	expect('startNothing', sys(PROCESS_START, EMPTY), INVALID_CAPABILITY);
	expect('restartSlotZero', sys(PROCESS_RESTART, 0), INVALID_CAPABILITY);
	sys(DELETE, OTHER);
	sys(COPY, s, OTHER, RIGHT_START | RIGHT_STOP);
	setPriority(S, 160);
	expect('startWithStart', sys(PROCESS_START, OTHER), OK);
	expect('startTwice', sys(PROCESS_START, OTHER), WRONG_STATE);
	expect('restartStarted', sys(PROCESS_RESTART, OTHER), WRONG_STATE);
	expect('startIsNotConfigure', sys(PROCESS_CONFIGURE, OTHER, CONFIGURE_PRIORITY, 1), MISSING_RIGHT);
	sys(DELETE, OTHER);
	return IDLE;
}

function restarting(): i32 {
	const s = processSlot(S);
	expect('initRuns', ask(S, DO_INSPECT, INSPECT_INITS), 1);
	expect('storeSomething', ask(S, DO_STORE, UNUSED, 42), 0);
	expect('stays', ask(S, DO_LOAD, UNUSED), 42);
	sys(GATE, 0, GATE_SLOT, BIT_FIRST);
	give(S, GATE_SLOT, 9);
	expect('stop', sys(PROCESS_STOP, s), OK);
	expect('stopped', state(S), STATE_STOPPED);
	expect('restart', sys(PROCESS_RESTART, s), OK);
	expect('memoryIsFresh', ask(S, DO_LOAD, UNUSED), 0);
	expect('callsForgotten', ask(S, DO_INSPECT, INSPECT_CALLS), 2);
	expect('capabilitiesStay', give(S, GATE_SLOT, 9), SLOT_OCCUPIED);
	expect('echoes', ask(S, DO_ECHO, 0, 0, 0, 0, 0, 7), 7);
	sys(DELETE, GATE_SLOT);
	return NEXT;
}

/** Who pays for a process can always get hold of it, whoever holds it now. */
function takingBack(): i32 {
	const s = processSlot(S);
	sys(COPY, ACCOUNT, GATE_SLOT, RIGHT_SPLIT);
	expect('revokeNeedsSpend', sys(PROCESS_REVOKE, GATE_SLOT, ROW_NONE, 0), MISSING_RIGHT);
	sys(DELETE, GATE_SLOT);
	expect('revokeUnknown', sys(PROCESS_REVOKE, ACCOUNT, ROW_NONE, OTHER), NOT_AVAILABLE);
	expect('revokeFree', sys(PROCESS_REVOKE, ACCOUNT, ROW, OTHER), NOT_AVAILABLE);
	expect('revokeOccupied', sys(PROCESS_REVOKE, ACCOUNT, processRow(S), ACCOUNT), SLOT_OCCUPIED);
	expect('revoke', sys(PROCESS_REVOKE, ACCOUNT, processRow(S), OTHER), OK);
	expect('revokedProcess', sys(PROCESS_READ, s, READ_PROCESS_STATE), INVALID_CAPABILITY);
	expect('revokedGate', call0(gateSlot(S), DO_ECHO), INVALID_CAPABILITY);
	expect('revokedSignal', notify(signalSlot(S)), INVALID_CAPABILITY);
	expect('revokedRunsOn', sys(PROCESS_READ, OTHER, READ_PROCESS_STATE), STATE_STARTED);
	expect('freshStops', sys(PROCESS_STOP, OTHER), OK);
	expect('freshStarts', sys(PROCESS_START, OTHER), OK);
	sys(DELETE, s);
	sys(MOVE, OTHER, s);
	return NEXT;
}

function destroying(): i32 {
	const s = processSlot(S);
	sys(COPY, s, OTHER, RIGHT_CONFIGURE);
	sys(PROCESS_STOP, s);
	expect('destroyStopped', sys(PROCESS_DESTROY, ACCOUNT, processRow(S)), OK);
	expect('copiesDie', sys(PROCESS_CONFIGURE, OTHER, CONFIGURE_PATIENCE, 1), INVALID_CAPABILITY);
	sys(DELETE, OTHER);
	expect('rowAgain', sys(PROCESS_CREATE, ACCOUNT, processRow(S), regionRow(S), 8, OTHER), OK);
	expect('oldStaysDead', sys(PROCESS_READ, s, READ_PROCESS_STATE), INVALID_CAPABILITY);
	sys(DELETE, OTHER);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function processes(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('processes');
			return creating();
		case 1:
			return configuring();
		case 2:
			return handlers();
		case 3:
			return rights();
		case 4:
			return restarting();
		case 5:
			return takingBack();
		default:
			return destroying();
	}
}
