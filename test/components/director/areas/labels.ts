/** Labels and the flow matrix: what it forbids cannot be made, moved, used or kept, from the moment that it is forbidden. */
import {
	CAUSE_MEMORY,
	COPY,
	DELETE,
	FLOW_SET,
	GATE,
	INSTALL,
	INTERRUPT_BIND,
	INTERRUPT_CREATE,
	INTERRUPT_RAISE,
	PROCESS_LABEL,
	PROCESS_READ,
	PROCESS_RESTART,
	READ_PROCESS_FAULT,
	READ_PROCESS_LABEL,
	READ_REGION_LABEL,
	RECEIVE,
	REGION_LABEL,
	REGION_MAP,
	REGION_READ,
	REGION_UNMAP,
	SIGNAL,
} from '../../../../abi/calls.ts';
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	OUT_OF_BOUNDS,
	SERVER_FAULT,
} from '../../../../abi/errors.ts';
import {
	FLOW_ALL,
	FLOW_CALL,
	FLOW_RAISE,
	FLOW_READ,
	FLOW_TRANSFER,
	FLOW_WRITE,
	RIGHT_FLOW,
	RIGHT_LABEL,
	RIGHT_READ,
	RIGHT_WRITE,
	RIGHTS_ALL,
} from '../../../../abi/rights.ts';
import { call0, callWith, notify } from '../../../../sdk/kernel.ts';
import {
	DO_CALL_WITH,
	DO_CALL0,
	DO_ECHO,
	DO_NOTIFY,
	DO_READ_ONLY_LOAD,
	DO_REGION_LOAD,
	DO_REGION_STORE,
	DO_SHIFT,
	DO_SYSTEM,
} from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import {
	ACCOUNT,
	CONTROL,
	EMPTY,
	END,
	IDLE,
	IMAGE_SUBJECT,
	NEXT,
	ROW_NONE,
	ROW_REGION,
	SCRATCH,
	sys,
} from '../stage.ts';
import {
	ask,
	CALL_FAILED,
	gateSlot,
	give,
	makeAndStart,
	makeRegion,
	processSlot,
	setWorstCase,
	signalSlot,
	unmakeAll,
	unmakeRegion,
} from '../subjects.ts';

/** A subject of label SECRET, and one of label PUBLIC that it may call. */
const INSIDE: i32 = 0;
const OUTSIDE: i32 = 1;
const SECRET: i32 = 5;
const PUBLIC: i32 = 6;
const LABELS: i32 = 64;
/** No device of ours is behind this line. */
const LINE: i32 = 78;
/** What is called from inside takes less than the one inside may. */
const OUTSIDE_WORST_CASE: i32 = 500_000;
const REGION: i32 = SCRATCH;
const POOR: i32 = SCRATCH + 1;
const OTHER: i32 = SCRATCH + 2;
const BOTH: i32 = RIGHT_READ | RIGHT_WRITE;
const FAULTED: i32 = SERVER_FAULT * CALL_FAILED;
/** Slots in the subjects' tables. */
const SLOT_GATE: i32 = 5;
const SLOT_SIGNAL: i32 = 6;
const SLOT_REGION: i32 = 7;
const SLOT_RECEIVE: i32 = 8;

function allow(subject: i32, object: i32, operations: i32): i32 {
	return sys(FLOW_SET, CONTROL, subject, object, operations);
}

function refusals(): i32 {
	expect('makeInside', makeAndStart(INSIDE, IMAGE_SUBJECT, 150), OK);
	expect('makeOutside', makeAndStart(OUTSIDE, IMAGE_SUBJECT, 160), OK);
	setWorstCase(OUTSIDE, OUTSIDE_WORST_CASE);
	expect('region', makeRegion(ROW_REGION, 16, REGION), OK);
	expect('flowLabelUnknown', allow(LABELS, 0, FLOW_ALL), INVALID_ARGUMENT);
	expect('flowObjectUnknown', allow(0, LABELS, FLOW_ALL), INVALID_ARGUMENT);
	expect('flowOperationUnknown', allow(SECRET, SECRET, FLOW_ALL + 1), INVALID_ARGUMENT);
	expect('flowWithoutControl', sys(FLOW_SET, EMPTY, SECRET, SECRET, 0), INVALID_CAPABILITY);
	sys(COPY, CONTROL, POOR, RIGHT_LABEL);
	expect('flowNeedsPower', sys(FLOW_SET, POOR, LABELS, 0, 0), MISSING_RIGHT);
	sys(DELETE, POOR);
	sys(COPY, CONTROL, POOR, RIGHT_FLOW);
	expect('labelNeedsPower', sys(PROCESS_LABEL, POOR, processSlot(INSIDE), SECRET), MISSING_RIGHT);
	expect('regionLabelNeedsPower', sys(REGION_LABEL, POOR, ACCOUNT, ROW_REGION, SECRET), MISSING_RIGHT);
	sys(DELETE, POOR);
	expect('labelUnknown', sys(PROCESS_LABEL, CONTROL, processSlot(INSIDE), LABELS), INVALID_ARGUMENT);
	expect('labelNobody', sys(PROCESS_LABEL, CONTROL, EMPTY, SECRET), INVALID_CAPABILITY);
	expect('regionLabelUnknown', sys(REGION_LABEL, CONTROL, ACCOUNT, ROW_REGION, LABELS), INVALID_ARGUMENT);
	expect('regionLabelNoRow', sys(REGION_LABEL, CONTROL, ACCOUNT, ROW_NONE, SECRET), NOT_AVAILABLE);
	return IDLE;
}

/** While both still have label 0, everything is handed out. */
function labelling(): i32 {
	give(INSIDE, gateSlot(OUTSIDE), SLOT_GATE);
	give(INSIDE, signalSlot(OUTSIDE), SLOT_SIGNAL);
	expect('label', sys(PROCESS_LABEL, CONTROL, processSlot(INSIDE), SECRET), OK);
	expect('labelRead', sys(PROCESS_READ, processSlot(INSIDE), READ_PROCESS_LABEL), SECRET);
	sys(PROCESS_LABEL, CONTROL, processSlot(OUTSIDE), PUBLIC);
	expect('regionLabel', sys(REGION_LABEL, CONTROL, ACCOUNT, ROW_REGION, PUBLIC), OK);
	expect('regionLabelRead', sys(REGION_READ, REGION, READ_REGION_LABEL), PUBLIC);
	// Their own memory is of label 0.
	allow(SECRET, 0, FLOW_READ | FLOW_WRITE);
	allow(PUBLIC, 0, FLOW_READ | FLOW_WRITE);
	return NEXT;
}

function calling(): i32 {
	expect('directorMay', ask(INSIDE, DO_ECHO, 0, 0, 0, 0, 0, 1), 1);
	expect('callForbidden', ask(INSIDE, DO_CALL0, SLOT_GATE, DO_ECHO), FORBIDDEN_FLOW);
	expect('raiseForbidden', ask(INSIDE, DO_NOTIFY, SLOT_SIGNAL), FORBIDDEN_FLOW);
	expect('allowCall', allow(SECRET, PUBLIC, FLOW_CALL), OK);
	expect('callAllowed', ask(INSIDE, DO_CALL0, SLOT_GATE, DO_ECHO), 6);
	expect('raiseStillForbidden', ask(INSIDE, DO_NOTIFY, SLOT_SIGNAL), FORBIDDEN_FLOW);
	allow(SECRET, PUBLIC, FLOW_CALL | FLOW_RAISE);
	expect('raiseAllowed', ask(INSIDE, DO_NOTIFY, SLOT_SIGNAL), OK);
	allow(SECRET, PUBLIC, FLOW_RAISE);
	expect('callTakenBack', ask(INSIDE, DO_CALL0, SLOT_GATE, DO_ECHO), FORBIDDEN_FLOW);
	expect('raiseStays', ask(INSIDE, DO_NOTIFY, SLOT_SIGNAL), OK);
	allow(SECRET, PUBLIC, 0);
	expect('raiseTakenBack', ask(INSIDE, DO_NOTIFY, SLOT_SIGNAL), FORBIDDEN_FLOW);
	return NEXT;
}

/** The director has label 0: the matrix binds it as it binds everybody. */
function creating(): i32 {
	allow(0, SECRET, FLOW_ALL & ~FLOW_CALL);
	expect('gateForbidden', sys(GATE, processSlot(INSIDE), OTHER, 1), FORBIDDEN_FLOW);
	expect('useForbidden', call0(gateSlot(INSIDE), DO_ECHO), FORBIDDEN_FLOW);
	allow(0, SECRET, FLOW_ALL & ~FLOW_RAISE);
	expect('signalForbidden', sys(SIGNAL, processSlot(INSIDE), OTHER, 1), FORBIDDEN_FLOW);
	expect('notifyForbidden', notify(signalSlot(INSIDE)), FORBIDDEN_FLOW);
	sys(INTERRUPT_CREATE, CONTROL, LINE, OTHER);
	expect('bindForbidden', sys(INTERRUPT_BIND, OTHER, signalSlot(INSIDE)), FORBIDDEN_FLOW);
	allow(0, SECRET, FLOW_ALL);
	expect('bindAllowed', sys(INTERRUPT_BIND, OTHER, signalSlot(INSIDE)), OK);
	allow(0, SECRET, FLOW_ALL & ~FLOW_RAISE);
	expect('interruptForbidden', sys(INTERRUPT_RAISE, OTHER), FORBIDDEN_FLOW);
	sys(INTERRUPT_BIND, OTHER, 0);
	sys(DELETE, OTHER);
	allow(0, SECRET, FLOW_ALL & ~FLOW_TRANSFER);
	expect('installForbidden', sys(INSTALL, processSlot(INSIDE), ACCOUNT, SLOT_RECEIVE, RIGHTS_ALL), FORBIDDEN_FLOW);
	ask(INSIDE, DO_SYSTEM | (RECEIVE << DO_SHIFT), SLOT_RECEIVE);
	const sent = callWith(gateSlot(INSIDE), DO_ECHO, 0, 0, 0, 0, 0, 0, gateSlot(INSIDE), 0, 0, 0);
	expect('sendForbidden', sent, FORBIDDEN_FLOW);
	allow(0, SECRET, FLOW_ALL);
	expect('installAllowed', sys(INSTALL, processSlot(INSIDE), ACCOUNT, SLOT_RECEIVE, 0), OK);
	expect('mayNotHoldGate', sys(INSTALL, processSlot(INSIDE), gateSlot(OUTSIDE), 10, RIGHTS_ALL), FORBIDDEN_FLOW);
	expect('mayNotHoldSignal', sys(INSTALL, processSlot(INSIDE), signalSlot(OUTSIDE), 10, RIGHTS_ALL), FORBIDDEN_FLOW);
	expect('mayNotHoldRegion', sys(INSTALL, processSlot(INSIDE), REGION, SLOT_REGION, RIGHT_READ), FORBIDDEN_FLOW);
	allow(SECRET, PUBLIC, FLOW_READ);
	expect('mayHoldToRead', sys(INSTALL, processSlot(INSIDE), REGION, SLOT_REGION, RIGHT_READ), OK);
	expect('mayNotHoldToWrite', sys(INSTALL, processSlot(INSIDE), REGION, 11, BOTH), FORBIDDEN_FLOW);
	return NEXT;
}

function mapping(): i32 {
	const inside = processSlot(INSIDE);
	expect('mapForbidden', sys(REGION_MAP, inside, REGION, 1, BOTH), FORBIDDEN_FLOW);
	expect('mapToReadAllowed', sys(REGION_MAP, inside, REGION, 2, RIGHT_READ), OK);
	expect('reads', ask(INSIDE, DO_READ_ONLY_LOAD, 0), 0);
	allow(SECRET, PUBLIC, FLOW_READ | FLOW_WRITE);
	expect('mapAllowed', sys(REGION_MAP, inside, REGION, 1, BOTH), OK);
	expect('writes', ask(INSIDE, DO_REGION_STORE, 0, 12), 0);
	expect('tighten', allow(SECRET, PUBLIC, FLOW_READ), OK);
	expect('noLongerWrites', ask(INSIDE, DO_REGION_STORE, 0, 13), FAULTED);
	expect('tightenedCause', sys(PROCESS_READ, inside, READ_PROCESS_FAULT), CAUSE_MEMORY);
	sys(PROCESS_RESTART, inside);
	expect('stillReads', ask(INSIDE, DO_READ_ONLY_LOAD, 0), 12);
	expect('mappingIsGone', sys(REGION_UNMAP, inside, 1), INVALID_ARGUMENT);
	allow(SECRET, PUBLIC, FLOW_READ | FLOW_WRITE);
	expect('looseningBringsNothingBack', ask(INSIDE, DO_REGION_LOAD, 0), FAULTED);
	sys(PROCESS_RESTART, inside);
	expect('relabelRegion', sys(REGION_LABEL, CONTROL, ACCOUNT, ROW_REGION, 9), OK);
	expect('relabelledIsGone', ask(INSIDE, DO_READ_ONLY_LOAD, 0), FAULTED);
	sys(PROCESS_RESTART, inside);
	sys(REGION_LABEL, CONTROL, ACCOUNT, ROW_REGION, PUBLIC);
	sys(REGION_MAP, inside, REGION, 2, RIGHT_READ);
	expect('readsAgain', ask(INSIDE, DO_READ_ONLY_LOAD, 0), 12);
	return NEXT;
}

/** Memory that is lent is the lender's, whatever the label of who looks at it; but the call must be allowed. */
function lending(): i32 {
	const loan = RIGHT_READ << 8;
	allow(SECRET, PUBLIC, 0);
	expect('lendForbidden', ask(INSIDE, DO_CALL_WITH, SLOT_GATE, DO_ECHO, 0, loan, 2048, 4), FORBIDDEN_FLOW);
	allow(SECRET, PUBLIC, FLOW_CALL);
	expect('lendAllowed', ask(INSIDE, DO_CALL_WITH, SLOT_GATE, DO_ECHO, 0, loan, 2048, 4), 6);
	expect('forbiddenMemoryNotLent', ask(INSIDE, DO_CALL_WITH, SLOT_GATE, DO_ECHO, 0, 2 | loan, 0, 4), OUT_OF_BOUNDS);
	return NEXT;
}

function cleaning(): i32 {
	allow(SECRET, PUBLIC, 0);
	allow(SECRET, 0, 0);
	allow(PUBLIC, 0, 0);
	const error = unmakeRegion(ROW_REGION, REGION);
	expect('unmake', error === OK ? unmakeAll(1) : error, OK);
	return END;
}

export function labels(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('labels');
			return refusals();
		case 1:
			return labelling();
		case 2:
			return calling();
		case 3:
			return creating();
		case 4:
			return mapping();
		case 5:
			return lending();
		default:
			return cleaning();
	}
}
