/** Signals: bits that add up until they are taken, in one activation. */
import { COPY, DELETE, PROCESS_STOP, SIGNAL } from '../../../../abi/calls.ts';
import { INVALID_CAPABILITY, MISSING_RIGHT, OK, SERVER_GONE } from '../../../../abi/errors.ts';
import { RIGHT_COPY } from '../../../../abi/rights.ts';
import { notify } from '../../../../sdk/kernel.ts';
import { DO_INSPECT, INSPECT_BITS, INSPECT_NOTIFICATIONS } from '../../protocol.ts';
import { takeBits } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import { carriedOut, forgetScripts, order, outcome } from '../scripts.ts';
import { ACCOUNT, BEYOND, BIT_FIRST, EMPTY, END, IDLE, IMAGE_SUBJECT, NEXT, SCRATCH, sys } from '../stage.ts';
import { ask, gateSlot, makeAndStart, processSlot, start, unmakeAll } from '../subjects.ts';

const HIGH: i32 = 0;
const LOW: i32 = 1;
const SLOT: i32 = SCRATCH;
const OTHER: i32 = SCRATCH + 1;
const OWN: i32 = SCRATCH + 2;
const POOR: i32 = SCRATCH + 3;
const ALL_BITS: i32 = -1;

function upwards(): i32 {
	expect('makeHigh', makeAndStart(HIGH, IMAGE_SUBJECT, 160), OK);
	expect('makeLow', makeAndStart(LOW, IMAGE_SUBJECT, 60), OK);
	return IDLE;
}

function atOnce(): i32 {
	sys(SIGNAL, processSlot(HIGH), SLOT, 6);
	sys(SIGNAL, processSlot(HIGH), OTHER, ALL_BITS);
	expect('higherRunsAtOnce', notify(SLOT), OK);
	expect('higherHasRun', ask(HIGH, DO_INSPECT, INSPECT_NOTIFICATIONS), 1);
	expect('higherGotBits', ask(HIGH, DO_INSPECT, INSPECT_BITS), 6);
	notify(OTHER);
	expect('allBits', ask(HIGH, DO_INSPECT, INSPECT_BITS), ALL_BITS);
	notify(SLOT);
	expect('onceForEach', ask(HIGH, DO_INSPECT, INSPECT_NOTIFICATIONS), 3);
	expect('bitsDoNotStay', ask(HIGH, DO_INSPECT, INSPECT_BITS), 6);
	sys(DELETE, SLOT);
	sys(DELETE, OTHER);
	return NEXT;
}

function refusals(): i32 {
	expect('notifyEmpty', notify(EMPTY), INVALID_CAPABILITY);
	expect('notifySlotZero', notify(0), INVALID_CAPABILITY);
	expect('notifyBeyondTable', notify(BEYOND), INVALID_CAPABILITY);
	expect('notifyMinusOne', notify(-1), INVALID_CAPABILITY);
	expect('notifyGate', notify(gateSlot(HIGH)), INVALID_CAPABILITY);
	expect('notifyAccount', notify(ACCOUNT), INVALID_CAPABILITY);
	sys(SIGNAL, processSlot(LOW), SLOT, 1);
	sys(COPY, SLOT, POOR, RIGHT_COPY);
	expect('notifyWithoutRaise', notify(POOR), MISSING_RIGHT);
	sys(DELETE, POOR);
	return NEXT;
}

/** Four signals to a lower subject are one activation. */
function coalescing(): i32 {
	sys(SIGNAL, processSlot(LOW), OTHER, 12);
	forgetScripts();
	order(LOW, DO_INSPECT, INSPECT_BITS);
	order(LOW, DO_INSPECT, INSPECT_NOTIFICATIONS);
	expect('notifyLower', notify(SLOT), OK);
	notify(OTHER);
	notify(SLOT);
	notify(OTHER);
	expect('lowerHasNotRun', carriedOut(LOW), 0);
	return IDLE;
}

function coalesced(): i32 {
	expect('bitsAddUp', outcome(LOW, 0), 13);
	expect('oneActivation', outcome(LOW, 1), 1);
	expect('stop', sys(PROCESS_STOP, processSlot(LOW)), OK);
	expect('notifyStopped', notify(SLOT), SERVER_GONE);
	forgetScripts();
	order(LOW, DO_INSPECT, INSPECT_BITS);
	expect('startAgain', start(LOW), OK);
	return IDLE;
}

function forgotten(): i32 {
	expect('stoppedHearsNothing', carriedOut(LOW), 0);
	sys(DELETE, SLOT);
	sys(DELETE, OTHER);
	takeBits();
	sys(SIGNAL, 0, OWN, BIT_FIRST);
	expect('notifySelf', notify(OWN), OK);
	expect('notWithinActivation', takeBits() & BIT_FIRST, 0);
	return IDLE;
}

function toSelf(): i32 {
	expect('afterActivation', takeBits() & BIT_FIRST, BIT_FIRST);
	sys(DELETE, OWN);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function signals(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('signals');
			return upwards();
		case 1:
			return atOnce();
		case 2:
			return refusals();
		case 3:
			return coalescing();
		case 4:
			return coalesced();
		case 5:
			return forgotten();
		default:
			return toSelf();
	}
}
