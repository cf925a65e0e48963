/** Capabilities that travel with calls and replies, into slots that the receiver has named; and those that are installed. */
import { COPY, DELETE, IDENTIFY, INSTALL, RECEIVE, REPLY_CAPABILITY, SIGNAL } from '../../../../abi/calls.ts';
import { CALL_MOVE } from '../../../../abi/component.ts';
import {
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	SLOT_OCCUPIED,
} from '../../../../abi/errors.ts';
import {
	KIND_SIGNAL,
	RIGHT_COPY,
	RIGHT_RAISE,
	RIGHT_START,
	RIGHT_TRANSFER,
	RIGHTS_ALL,
} from '../../../../abi/rights.ts';
import { callWith } from '../../../../sdk/kernel.ts';
import { DO_ECHO, DO_NOTHING, DO_PREPARE, DO_PREPARED, DO_SHIFT, DO_SYSTEM } from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import { BEYOND, BIT_FIRST, EMPTY, END, IMAGE_SUBJECT, NEXT, ROW_NONE, SCRATCH, sys, word } from '../stage.ts';
import { ask, gateSlot, makeAndStart, processSlot, unmakeAll } from '../subjects.ts';

const SERVER: i32 = 0;
const SENT: i32 = SCRATCH;
const POOR: i32 = SCRATCH + 1;
const RETURNED: i32 = SCRATCH + 2;
const PROCESS: i32 = SCRATCH + 3;
/** Slots in the server's table. */
const THERE: i32 = 20;
const THERE_TOO: i32 = 21;
const SIGNAL_RIGHTS: i32 = RIGHT_RAISE | RIGHT_COPY | RIGHT_TRANSFER;
const WHOLE: i32 = KIND_SIGNAL | (SIGNAL_RIGHTS << 8);
const SLOTS_OF_SUBJECT: i32 = 32;

/** A call that sends `capability` and names `receive` for what comes back. */
function send(capability: i32, receive: i32 = 0, method: i32 = DO_ECHO): i32 {
	return callWith(gateSlot(SERVER), method, 0, 0, 0, 0, 0, 0, capability | (receive << 16), 0, 0, 0);
}

/** The server performs a kernel call. */
function there(number: i32, a0: i32 = 0, a1: i32 = 0): i32 {
	return ask(SERVER, DO_SYSTEM | (number << DO_SHIFT), a0, a1);
}

/** In its next DO_PREPARED call the server attaches its slot to the reply. */
function prepareReply(slot: i32, move: i32): void {
	ask(SERVER, DO_PREPARE | ((DO_SYSTEM | (REPLY_CAPABILITY << DO_SHIFT)) << DO_SHIFT), slot, move);
}

function sending(): i32 {
	expect('makeServer', makeAndStart(SERVER, IMAGE_SUBJECT, 160), OK);
	sys(SIGNAL, 0, SENT, BIT_FIRST);
	sys(COPY, SENT, POOR, RIGHT_RAISE | RIGHT_COPY);
	expect('nobodyReceives', send(SENT), SLOT_OCCUPIED);
	expect('receive', there(RECEIVE, THERE), OK);
	expect('sendEmpty', send(EMPTY), INVALID_CAPABILITY);
	expect('sendWithoutTransfer', send(POOR), MISSING_RIGHT);
	expect('sendToServer', send(SENT), 6);
	expect('arrived', there(IDENTIFY, THERE), WHOLE);
	expect('senderKeeps', sys(IDENTIFY, SENT), WHOLE);
	expect('receivesOnce', send(SENT), SLOT_OCCUPIED);
	there(RECEIVE, THERE);
	expect('receiveSlotFull', send(SENT), SLOT_OCCUPIED);
	there(RECEIVE, THERE_TOO);
	expect('moveToServer', send(SENT | CALL_MOVE), 6);
	expect('movedArrives', there(IDENTIFY, THERE_TOO), WHOLE);
	expect('moveLeavesNothing', sys(IDENTIFY, SENT), 0);
	there(RECEIVE, THERE + 2);
	expect('moveOfTheGateItself', send(gateSlot(SERVER) | CALL_MOVE), INVALID_ARGUMENT);
	sys(COPY, POOR, SENT, 0);
	expect('moveNeedsTransfer', send(SENT | CALL_MOVE), MISSING_RIGHT);
	expect('receiveCancelled', there(RECEIVE, 0), OK);
	expect('receiveBeyondItsTable', there(RECEIVE, SLOTS_OF_SUBJECT), INVALID_ARGUMENT);
	return NEXT;
}

function returning(): i32 {
	prepareReply(THERE, 0);
	expect('returnSlotOccupied', send(0, POOR, DO_PREPARED), SLOT_OCCUPIED);
	expect('returnSlotBeyondTable', send(0, BEYOND, DO_PREPARED), INVALID_ARGUMENT);
	expect('replyWithCapability', send(0, RETURNED, DO_PREPARED), 6);
	expect('attached', word(0), OK);
	expect('returned', sys(IDENTIFY, RETURNED), WHOLE);
	expect('serverKeeps', there(IDENTIFY, THERE), WHOLE);
	sys(DELETE, RETURNED);
	expect('nothingTwice', send(0, RETURNED), 6);
	expect('nothingReturned', sys(IDENTIFY, RETURNED), 0);
	prepareReply(THERE, 1);
	expect('replyUnasked', ask(SERVER, DO_PREPARED), OK);
	expect('unaskedStays', there(IDENTIFY, THERE), WHOLE);
	expect('replyMoving', send(0, RETURNED, DO_PREPARED), 6);
	expect('movedBack', sys(IDENTIFY, RETURNED), WHOLE);
	expect('serverLoses', there(IDENTIFY, THERE), 0);
	prepareReply(EMPTY, 0);
	ask(SERVER, DO_PREPARED);
	expect('replyWithNothing', word(0), INVALID_CAPABILITY);
	ask(SERVER, DO_PREPARE | (DO_NOTHING << DO_SHIFT));
	sys(DELETE, RETURNED);
	return NEXT;
}

/** Both ways in one call. */
function exchanging(): i32 {
	sys(DELETE, SENT);
	sys(SIGNAL, 0, SENT, BIT_FIRST << 1);
	there(RECEIVE, THERE);
	prepareReply(THERE_TOO, 1);
	expect('exchange', send(SENT | CALL_MOVE, RETURNED, DO_PREPARED), 6);
	expect('exchangeGone', sys(IDENTIFY, SENT), 0);
	expect('exchangeThere', there(IDENTIFY, THERE), WHOLE);
	expect('exchangeHere', sys(IDENTIFY, RETURNED), WHOLE);
	expect('exchangeBadge', word(0), BIT_FIRST);
	return NEXT;
}

function installing(): i32 {
	const target = processSlot(SERVER);
	expect('install', sys(INSTALL, target, RETURNED, 10, RIGHT_RAISE), OK);
	expect('installShrinks', there(IDENTIFY, 10), KIND_SIGNAL | (RIGHT_RAISE << 8));
	expect('installNobody', sys(INSTALL, EMPTY, RETURNED, 11, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('installIntoGate', sys(INSTALL, gateSlot(SERVER), RETURNED, 11, RIGHTS_ALL), INVALID_CAPABILITY);
	sys(COPY, target, PROCESS, RIGHT_START | RIGHT_COPY | RIGHT_TRANSFER);
	expect('installNeedsConfigure', sys(INSTALL, PROCESS, RETURNED, 11, RIGHTS_ALL), MISSING_RIGHT);
	expect('installOfEmpty', sys(INSTALL, target, EMPTY, 11, RIGHTS_ALL), INVALID_CAPABILITY);
	expect('installNeedsTransfer', sys(INSTALL, target, POOR, 11, RIGHTS_ALL), MISSING_RIGHT);
	expect('installOccupied', sys(INSTALL, target, RETURNED, 10, RIGHTS_ALL), SLOT_OCCUPIED);
	expect('installSlotZero', sys(INSTALL, target, RETURNED, 0, RIGHTS_ALL), INVALID_ARGUMENT);
	expect('installBeyondItsTable', sys(INSTALL, target, RETURNED, SLOTS_OF_SUBJECT, RIGHTS_ALL), INVALID_ARGUMENT);
	expect('installUnknownGrant', sys(INSTALL, target, RETURNED, 11, RIGHTS_ALL, ROW_NONE), NOT_AVAILABLE);
	expect('installSourceBeforeSlot', sys(INSTALL, target, EMPTY, 0, RIGHTS_ALL), INVALID_CAPABILITY);
	for (let slot = SENT; slot <= PROCESS; slot++) sys(DELETE, slot);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function transfers(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('transfers');
			return sending();
		case 1:
			return returning();
		case 2:
			return exchanging();
		default:
			return installing();
	}
}
