/** Capabilities in the director's own table: copying, moving, deleting, identifying; rights that only shrink. */
import {
	COPY,
	DELETE,
	GATE,
	HALT,
	IDENTIFY,
	LOG,
	MOVE,
	RECEIVE,
	REPLY_CAPABILITY,
	SIGNAL,
} from '../../../../abi/calls.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NO_SUCH_CALL,
	NOT_AVAILABLE,
	OK,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../../../abi/errors.ts';
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_SIGNAL,
	RIGHT_CALL,
	RIGHT_COPY,
	RIGHT_FLOW,
	RIGHT_TRANSFER,
	RIGHTS_ALL,
} from '../../../../abi/rights.ts';
import { beginArea, expect } from '../report.ts';
import { ACCOUNT, BEYOND, CONTROL, EMPTY, END, NEXT, ROW_NONE, SCRATCH, sys, word } from '../stage.ts';

const A: i32 = SCRATCH;
const B: i32 = SCRATCH + 1;
const C: i32 = SCRATCH + 2;
const D: i32 = SCRATCH + 3;
const BADGE: i32 = 77;
const BITS: i32 = 0x55;
const GATE_RIGHTS: i32 = RIGHT_CALL | RIGHT_COPY | RIGHT_TRANSFER;

/** What IDENTIFY says of a capability. */
function described(kind: i32, rights: i32): i32 {
	return kind | (rights << 8);
}

function making(): i32 {
	expect('gate', sys(GATE, 0, A, BADGE), OK);
	expect('gateIdentified', sys(IDENTIFY, A), described(KIND_GATE, GATE_RIGHTS));
	expect('gateBadge', word(0), BADGE);
	expect('signal', sys(SIGNAL, 0, B, BITS), OK);
	expect('signalIdentified', sys(IDENTIFY, B), described(KIND_SIGNAL, GATE_RIGHTS));
	expect('signalBits', word(0), BITS);
	expect('gateOntoOccupied', sys(GATE, 0, A, 1), SLOT_OCCUPIED);
	expect('gateBadgeTooGreat', sys(GATE, 0, C, -1), INVALID_ARGUMENT);
	expect('gateOccupiedBeforeBadge', sys(GATE, 0, A, -1), SLOT_OCCUPIED);
	expect('gateOfNothing', sys(GATE, EMPTY, C, 1), INVALID_CAPABILITY);
	expect('gateOfAccount', sys(GATE, ACCOUNT, C, 1), INVALID_CAPABILITY);
	expect('signalWithoutBits', sys(SIGNAL, 0, C, 0), INVALID_ARGUMENT);
	expect('signalOntoOccupied', sys(SIGNAL, 0, A, 1), SLOT_OCCUPIED);
	expect('signalOfNothing', sys(SIGNAL, EMPTY, C, 1), INVALID_CAPABILITY);
	return NEXT;
}

function identifying(): i32 {
	expect('identifyEmpty', sys(IDENTIFY, EMPTY), 0);
	expect('identifySlotZero', sys(IDENTIFY, 0), 0);
	expect('identifyBeyondTable', sys(IDENTIFY, BEYOND), 0);
	expect('identifyMinusOne', sys(IDENTIFY, -1), 0);
	expect('identifyControl', sys(IDENTIFY, CONTROL), described(KIND_CONTROL, RIGHTS_ALL));
	expect('identifyAccount', sys(IDENTIFY, ACCOUNT), described(KIND_ACCOUNT, 15));
	return NEXT;
}

function copying(): i32 {
	expect('copy', sys(COPY, A, C, RIGHTS_ALL), OK);
	expect('copyHasSameRights', sys(IDENTIFY, C), described(KIND_GATE, GATE_RIGHTS));
	expect('copyHasSameBadge', word(0), BADGE);
	expect('copyLeavesSource', sys(IDENTIFY, A), described(KIND_GATE, GATE_RIGHTS));
	expect('copyOntoOccupied', sys(COPY, A, C, RIGHTS_ALL), SLOT_OCCUPIED);
	expect('copyOntoItself', sys(COPY, A, A, RIGHTS_ALL), SLOT_OCCUPIED);
	expect('copyOfEmpty', sys(COPY, EMPTY, D, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('copyFromBeyondTable', sys(COPY, BEYOND, D, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('copyFromSlotZero', sys(COPY, 0, D, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('copyToSlotZero', sys(COPY, A, 0, RIGHTS_ALL), INVALID_ARGUMENT);
	expect('copyToBeyondTable', sys(COPY, A, BEYOND, RIGHTS_ALL), INVALID_ARGUMENT);
	expect('copyUnderUnknownGrant', sys(COPY, A, D, RIGHTS_ALL, ROW_NONE), NOT_AVAILABLE);
	expect('copyDestinationBeforeGrant', sys(COPY, A, C, RIGHTS_ALL, ROW_NONE), SLOT_OCCUPIED);
	expect('failedCopyWritesNothing', sys(IDENTIFY, D), 0);
	sys(DELETE, C);
	return NEXT;
}

function shrinking(): i32 {
	expect('copyWithFewerRights', sys(COPY, A, C, RIGHT_CALL | RIGHT_COPY), OK);
	expect('rightsShrink', sys(IDENTIFY, C), described(KIND_GATE, RIGHT_CALL | RIGHT_COPY));
	expect('copyAskingForMore', sys(COPY, C, D, RIGHTS_ALL), OK);
	expect('rightsNeverGrow', sys(IDENTIFY, D), described(KIND_GATE, RIGHT_CALL | RIGHT_COPY));
	sys(DELETE, D);
	expect('copyWithoutAnyRight', sys(COPY, A, D, 0), OK);
	expect('noRightIsStillThere', sys(IDENTIFY, D), described(KIND_GATE, 0));
	expect('copyNeedsCopyRight', sys(COPY, D, EMPTY, RIGHTS_ALL), MISSING_RIGHT);
	expect('copyRightBeforeDestination', sys(COPY, D, A, RIGHTS_ALL), MISSING_RIGHT);
	sys(DELETE, C);
	sys(DELETE, D);
	expect('copyOfControl', sys(COPY, CONTROL, C, RIGHT_FLOW), OK);
	expect('powersShrink', sys(IDENTIFY, C), described(KIND_CONTROL, RIGHT_FLOW));
	expect('logNeedsItsPower', sys(LOG, C, 1, 32), MISSING_RIGHT);
	expect('logOfNothing', sys(LOG, CONTROL, 0), INVALID_ARGUMENT);
	expect('logOfTooMuch', sys(LOG, CONTROL, 17), INVALID_ARGUMENT);
	expect('haltNeedsItsPower', sys(HALT, C, 99), MISSING_RIGHT);
	expect('haltWithNothing', sys(HALT, EMPTY, 99), INVALID_CAPABILITY);
	expect('logPowerBeforeCount', sys(LOG, C, 17), MISSING_RIGHT);
	sys(DELETE, C);
	return NEXT;
}

function moving(): i32 {
	expect('move', sys(MOVE, A, C), OK);
	expect('moveEmptiesSource', sys(IDENTIFY, A), 0);
	expect('moveKeepsRights', sys(IDENTIFY, C), described(KIND_GATE, GATE_RIGHTS));
	expect('moveKeepsBadge', word(0), BADGE);
	expect('moveOfEmpty', sys(MOVE, A, D), INVALID_CAPABILITY);
	expect('moveOntoOccupied', sys(MOVE, B, C), SLOT_OCCUPIED);
	expect('moveOntoItself', sys(MOVE, C, C), SLOT_OCCUPIED);
	expect('moveToSlotZero', sys(MOVE, C, 0), INVALID_ARGUMENT);
	expect('moveToBeyondTable', sys(MOVE, C, BEYOND), INVALID_ARGUMENT);
	expect('failedMoveLeavesSource', sys(IDENTIFY, C), described(KIND_GATE, GATE_RIGHTS));
	sys(COPY, C, D, 0);
	expect('moveNeedsNoRight', sys(MOVE, D, A), OK);
	return NEXT;
}

function deleting(): i32 {
	expect('delete', sys(DELETE, A), OK);
	expect('deletedIsGone', sys(IDENTIFY, A), 0);
	expect('deleteOfEmpty', sys(DELETE, A), OK);
	expect('deleteSlotZero', sys(DELETE, 0), INVALID_ARGUMENT);
	expect('deleteBeyondTable', sys(DELETE, BEYOND), INVALID_ARGUMENT);
	expect('deleteLeavesOthers', sys(IDENTIFY, C), described(KIND_GATE, GATE_RIGHTS));
	expect('receiveBeyondTable', sys(RECEIVE, BEYOND), INVALID_ARGUMENT);
	expect('receive', sys(RECEIVE, A), OK);
	expect('receiveNothing', sys(RECEIVE, 0), OK);
	expect('replyOutsideCall', sys(REPLY_CAPABILITY, A), WRONG_STATE);
	sys(DELETE, B);
	sys(DELETE, C);
	return NEXT;
}

function numbers(): i32 {
	expect('callZero', sys(0), NO_SUCH_CALL);
	expect('callNine', sys(9), NO_SUCH_CALL);
	expect('callThousand', sys(1000), NO_SUCH_CALL);
	expect('callMinusOne', sys(-1), NO_SUCH_CALL);
	expect('callGreatest', sys(0x7fffffff), NO_SUCH_CALL);
	return END;
}

export function capabilities(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('capabilities');
			return making();
		case 1:
			return identifying();
		case 2:
			return copying();
		case 3:
			return shrinking();
		case 4:
			return moving();
		case 5:
			return deleting();
		default:
			return numbers();
	}
}
