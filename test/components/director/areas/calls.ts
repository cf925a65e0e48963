/** Protected calls: admission in its order, words both ways, nesting, and what a client sees of a server that fails. */
import {
	COPY,
	DELETE,
	INSTALL,
	PROCESS_RESTART,
	PROCESS_STOP,
	REVOKE,
	STATE_FAULTED,
	STATE_STARTED,
	STATE_STOPPED,
} from '../../../../abi/calls.ts';
import { RESULT_WORDS } from '../../../../abi/component.ts';
import {
	BUDGET,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	OK,
	PRIORITY,
	SERVER_FAULT,
	SERVER_GONE,
} from '../../../../abi/errors.ts';
import { RIGHT_COPY, RIGHT_TRANSFER, RIGHTS_ALL } from '../../../../abi/rights.ts';
import { call0, call4, call6 } from '../../../../sdk/kernel.ts';
import {
	DO_CALL0,
	DO_CALL4,
	DO_ECHO,
	DO_INSPECT,
	DO_SHIFT,
	DO_STATUS,
	DO_SYSTEM,
	DO_TRAP,
	INSPECT_BADGE,
	INSPECT_CALLS,
} from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import { forgetScripts, order, outcome, outcomeWord } from '../scripts.ts';
import { ACCOUNT, BEYOND, EMPTY, END, IDLE, IMAGE_SUBJECT, NEXT, ROW_GRANT, SCRATCH, sys, word } from '../stage.ts';
import {
	answer,
	ask,
	build,
	CALL_FAILED,
	gateSlot,
	give,
	make,
	makeAndStart,
	processSlot,
	setPriority,
	setWorstCase,
	start,
	state,
	unmakeAll,
	wake,
} from '../subjects.ts';

/** A server, a server of that server, a client below the director. */
const SERVER: i32 = 0;
const UPPER: i32 = 1;
const CLIENT: i32 = 2;
/** One that has declared no worst case. */
const MUTE: i32 = 3;
/** Slots in the subjects' tables. */
const SLOT_UPPER: i32 = 5;
const SLOT_SERVER: i32 = 6;
const SLOT_LOWER: i32 = 7;
const SLOT_PROCESS: i32 = 8;
const ALL_ONES: i32 = -1;
/** A server's own server takes less than the server may. */
const UPPER_WORST_CASE: i32 = 500_000;

function making(): i32 {
	expect('makeServer', make(SERVER, IMAGE_SUBJECT, 160), OK);
	expect('notStarted', call0(gateSlot(SERVER), DO_ECHO), SERVER_GONE);
	expect('start', start(SERVER), OK);
	expect('makeUpperServer', makeAndStart(UPPER, IMAGE_SUBJECT, 170), OK);
	setWorstCase(UPPER, UPPER_WORST_CASE);
	expect('makeClient', makeAndStart(CLIENT, IMAGE_SUBJECT, 60), OK);
	expect('makeMute', build(MUTE, IMAGE_SUBJECT), OK);
	setPriority(MUTE, 150);
	start(MUTE);
	expect('noWorstCaseNoCalls', call0(gateSlot(MUTE), DO_ECHO), SERVER_GONE);
	give(SERVER, gateSlot(UPPER), SLOT_UPPER);
	give(UPPER, gateSlot(SERVER), SLOT_LOWER);
	give(UPPER, processSlot(SERVER), SLOT_PROCESS);
	give(CLIENT, gateSlot(SERVER), SLOT_SERVER);
	return IDLE;
}

function words(): i32 {
	expect('sixWordsIn', ask(SERVER, DO_ECHO, 11, ALL_ONES, 33, 44, 55, 66), 66);
	expect('firstWordBack', answer(0), 11);
	expect('negativeWordBack', answer(1), ALL_ONES);
	expect('fifthWordBack', answer(4), 55);
	expect('badge', ask(UPPER, DO_INSPECT, INSPECT_BADGE), UPPER);
	expect('call4', call4(gateSlot(SERVER), DO_ECHO, 1, 2, 3, 4), 6);
	expect('call4Words', word(4), 4);
	expect('call4HasNoSixthWord', word(0), 0);
	expect('call0', call0(gateSlot(SERVER), DO_ECHO), 6);
	expect('call0HasNoWords', word(1), 0);
	store<i32>(RESULT_WORDS, 1234);
	expect('status', call6(gateSlot(SERVER), DO_STATUS, 40, 0, 0, 0, 0, 0), 40);
	expect('statusWithoutWords', word(0), 1234);
	expect('statusLosesItsSign', call6(gateSlot(SERVER), DO_STATUS, -8, 0, 0, 0, 0, 0), 0x7ffffff8);
	expect('twoWordsOnly', call6(gateSlot(SERVER), DO_STATUS, 2, 0, 0, 0, 0, 0), 2);
	return NEXT;
}

function admission(): i32 {
	expect('gateEmpty', call0(EMPTY, 0), INVALID_CAPABILITY);
	expect('gateSlotZero', call0(0, 0), INVALID_CAPABILITY);
	expect('gateBeyondTable', call0(BEYOND, 0), INVALID_CAPABILITY);
	expect('gateMinusOne', call4(-1, 0, 0, 0, 0, 0), INVALID_CAPABILITY);
	expect('gateIsAccount', call0(ACCOUNT, 0), INVALID_CAPABILITY);
	expect('gateIsProcess', call0(processSlot(SERVER), 0), INVALID_CAPABILITY);
	sys(COPY, gateSlot(SERVER), SCRATCH, RIGHT_COPY | RIGHT_TRANSFER);
	expect('gateWithoutCall', call0(SCRATCH, 0), MISSING_RIGHT);
	sys(DELETE, SCRATCH);
	sys(COPY, gateSlot(SERVER), SCRATCH, RIGHTS_ALL, ROW_GRANT);
	expect('gateUnderGrant', call0(SCRATCH, DO_ECHO), 6);
	sys(REVOKE, ACCOUNT, ROW_GRANT);
	expect('gateRevoked', call0(SCRATCH, DO_ECHO), INVALID_CAPABILITY);
	sys(DELETE, SCRATCH);
	expect('lowerPriority', call0(gateSlot(CLIENT), 0), PRIORITY);
	expect('callsSoFar', ask(SERVER, DO_INSPECT, INSPECT_CALLS), 8);
	return NEXT;
}

function nesting(): i32 {
	expect('nested', ask(SERVER, DO_CALL4, SLOT_UPPER, DO_ECHO, 21, 22, 23, 24), 6);
	expect('nestedWords', answer(1), 21);
	expect('upwardsOnly', ask(UPPER, DO_CALL0, SLOT_LOWER, DO_ECHO), PRIORITY);
	expect('nestedDownwards', ask(SERVER, DO_CALL4, SLOT_UPPER, DO_CALL0, SLOT_LOWER, DO_ECHO), 6);
	expect('nestedDownwardsRefused', answer(0), PRIORITY);
	expect('nestedTrap', ask(SERVER, DO_CALL0, SLOT_UPPER, DO_TRAP), SERVER_FAULT);
	expect('upperFaulted', state(UPPER), STATE_FAULTED);
	expect('serverLives', state(SERVER), STATE_STARTED);
	expect('nestedGone', ask(SERVER, DO_CALL0, SLOT_UPPER, DO_ECHO), SERVER_GONE);
	expect('upperRestarts', sys(PROCESS_RESTART, processSlot(UPPER)), OK);
	expect('nestedAfterRestart', ask(SERVER, DO_CALL0, SLOT_UPPER, DO_ECHO), 6);
	return NEXT;
}

function failing(): i32 {
	expect('trap', call0(gateSlot(SERVER), DO_TRAP), SERVER_FAULT);
	expect('trapFaults', state(SERVER), STATE_FAULTED);
	expect('goneAfterTrap', call0(gateSlot(SERVER), DO_ECHO), SERVER_GONE);
	expect('restart', sys(PROCESS_RESTART, processSlot(SERVER)), OK);
	expect('callBeforeInit', call0(gateSlot(SERVER), DO_ECHO), 6);
	expect('stopsItself', call4(gateSlot(SERVER), DO_SYSTEM | (PROCESS_STOP << DO_SHIFT), 0, 0, 0, 0), SERVER_GONE);
	expect('stopped', state(SERVER), STATE_STOPPED);
	expect('goneAfterStop', call0(gateSlot(SERVER), DO_ECHO), SERVER_GONE);
	expect('startAgain', start(SERVER), OK);
	return IDLE;
}

/** The server's own server stops it in the middle of the director's call. */
function stoppedDuringCall(): i32 {
	const stop = DO_SYSTEM | (PROCESS_STOP << DO_SHIFT);
	expect('stoppedByItsServer', ask(SERVER, DO_CALL4, SLOT_UPPER, stop, SLOT_PROCESS), SERVER_GONE * CALL_FAILED);
	expect('stoppedAtLast', state(SERVER), STATE_STOPPED);
	expect('stopperLives', ask(UPPER, DO_ECHO, 1, 0, 0, 0, 0, 2), 2);
	expect('startsOnceMore', start(SERVER), OK);
	return IDLE;
}

function fromBelow(): i32 {
	forgetScripts();
	order(CLIENT, DO_CALL4, SLOT_SERVER, DO_ECHO, 5, 6, 7, 8);
	order(CLIENT, DO_CALL4, SLOT_SERVER, DO_CALL4, SLOT_UPPER, DO_ECHO, 9, 10);
	order(CLIENT, DO_CALL0, SLOT_SERVER, DO_TRAP);
	order(CLIENT, DO_CALL0, SLOT_SERVER, DO_ECHO);
	order(CLIENT, DO_ECHO, 0, 0, 0, 0, 0, 99);
	wake(CLIENT);
	return IDLE;
}

function fromBelowDone(): i32 {
	expect('clientCalls', outcome(CLIENT, 0), 6);
	expect('clientGetsWords', outcomeWord(CLIENT, 0, 4), 8);
	expect('clientNested', outcomeWord(CLIENT, 1, 0), 6);
	expect('clientSeesTrap', outcome(CLIENT, 2), SERVER_FAULT);
	expect('clientSeesGone', outcome(CLIENT, 3), SERVER_GONE);
	expect('clientLives', outcome(CLIENT, 4), 99);
	sys(PROCESS_RESTART, processSlot(SERVER));
	return IDLE;
}

function worstCases(): i32 {
	expect('worstCase', setWorstCase(SERVER, 0x7fffffff), OK);
	expect('worstCaseNotCovered', call0(gateSlot(SERVER), DO_ECHO), BUDGET);
	expect('worstCaseBack', setWorstCase(SERVER, 2_000_000), OK);
	expect('worstCaseCovered', call0(gateSlot(SERVER), DO_ECHO), 6);
	expect('installedGateStillOfUse', sys(INSTALL, processSlot(CLIENT), gateSlot(UPPER), 9, RIGHTS_ALL), OK);
	sys(COPY, gateSlot(SERVER), SCRATCH, RIGHTS_ALL);
	expect('unmake', unmakeAll(1), OK);
	expect('gateOfDestroyed', call0(SCRATCH, DO_ECHO), INVALID_CAPABILITY);
	sys(DELETE, SCRATCH);
	return END;
}

export function calls(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('calls');
			return making();
		case 1:
			return words();
		case 2:
			return admission();
		case 3:
			return nesting();
		case 4:
			return failing();
		case 5:
			return stoppedDuringCall();
		case 6:
			return fromBelow();
		case 7:
			return fromBelowDone();
		default:
			return worstCases();
	}
}
