/** Faults: contained, recorded with their cause, told to the handler; and the subject starts afresh. */
import {
	CAUSE_BAD_CALL,
	CAUSE_MEMORY,
	CAUSE_OVERRUN,
	CAUSE_STACK,
	CAUSE_TRAP,
	CONFIGURE_HANDLER,
	DELETE,
	GATE,
	PROCESS_CONFIGURE,
	PROCESS_READ,
	PROCESS_RESTART,
	PROCESS_START,
	PROCESS_STOP,
	READ_PROCESS_FAULT,
	STATE_FAULTED,
	STATE_STARTED,
} from '../../../../abi/calls.ts';
import { OK, SERVER_FAULT, SERVER_GONE, WRONG_STATE } from '../../../../abi/errors.ts';
import { call0, call4, notify } from '../../../../sdk/kernel.ts';
import {
	DO_DIVIDE,
	DO_ECHO,
	DO_INSPECT,
	DO_LOAD,
	DO_LOOP,
	DO_RECURSE,
	DO_STORE,
	DO_TRAP,
	DO_WAIT,
	INSPECT_CHILD,
	INSPECT_FAULTS,
} from '../../protocol.ts';
import { faultsOf, forgetFaults, lastFaulted, sleep } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import { carriedOut, forgetScripts, order } from '../scripts.ts';
import { END, IDLE, IMAGE_SUBJECT, SCRATCH, sys, word } from '../stage.ts';
import {
	ask,
	gateSlot,
	makeAndStart,
	processSlot,
	setBudget,
	setWorstCase,
	signalSlot,
	state,
	unmakeAll,
	wake,
} from '../subjects.ts';

const SERVER: i32 = 0;
const LOW: i32 = 1;
const HANDLER: i32 = 2;
const OUTSIDE: i32 = 0x7ffffff0;
const BADGE: i32 = 17;
const MILLISECOND: i32 = 1_000_000;

/** The server does something it does not survive; the cause that the kernel recorded. It runs again afterwards. */
function causeOf(what: i32, a0: i32 = 0, a1: i32 = 0): i32 {
	const status = call4(gateSlot(SERVER), what, a0, a1, 0, 0);
	if (status !== SERVER_FAULT) return status;
	const cause = sys(PROCESS_READ, processSlot(SERVER), READ_PROCESS_FAULT);
	sys(PROCESS_RESTART, processSlot(SERVER));
	return cause;
}

function whileServing(): i32 {
	expect('makeServer', makeAndStart(SERVER, IMAGE_SUBJECT, 160), OK);
	expect('trap', causeOf(DO_TRAP), CAUSE_TRAP);
	expect('divisionByZero', causeOf(DO_DIVIDE, 1, 0), CAUSE_TRAP);
	expect('divisionOverflow', causeOf(DO_DIVIDE, -2147483648, -1), CAUSE_TRAP);
	expect('loadOutside', causeOf(DO_LOAD, OUTSIDE), CAUSE_MEMORY);
	expect('storeOutside', causeOf(DO_STORE, OUTSIDE, 1), CAUSE_MEMORY);
	expect('loadAcrossEnd', causeOf(DO_LOAD, 0xffff), CAUSE_MEMORY);
	expect('stack', causeOf(DO_RECURSE), CAUSE_STACK);
	expect('waitWhileServing', causeOf(DO_WAIT), CAUSE_BAD_CALL);
	setWorstCase(SERVER, 200_000);
	expect('overrunWhileServing', causeOf(DO_LOOP), CAUSE_OVERRUN);
	expect('stillServes', call0(gateSlot(SERVER), DO_ECHO), 6);
	return IDLE;
}

function recording(): i32 {
	expect('handlerTold', faultsOf(SERVER) > 0 ? 1 : 0, 1);
	expect('handlerToldWho', lastFaulted(), SERVER);
	const before = faultsOf(SERVER);
	call0(gateSlot(SERVER), DO_TRAP);
	sys(PROCESS_READ, processSlot(SERVER), READ_PROCESS_FAULT);
	expect('faultsCounted', word(1), 10);
	expect('faulted', state(SERVER), STATE_FAULTED);
	expect('notWithinActivation', faultsOf(SERVER), before);
	expect('startOfFaulted', sys(PROCESS_START, processSlot(SERVER)), WRONG_STATE);
	expect('stopOfFaulted', sys(PROCESS_STOP, processSlot(SERVER)), WRONG_STATE);
	expect('notifyFaulted', notify(signalSlot(SERVER)), SERVER_GONE);
	expect('callFaulted', call0(gateSlot(SERVER), DO_ECHO), SERVER_GONE);
	return IDLE;
}

function told(): i32 {
	expect('restart', sys(PROCESS_RESTART, processSlot(SERVER)), OK);
	expect('restarted', state(SERVER), STATE_STARTED);
	sys(PROCESS_READ, processSlot(SERVER), READ_PROCESS_FAULT);
	expect('countStays', word(1), 10);
	expect('makeLow', makeAndStart(LOW, IMAGE_SUBJECT, 60), OK);
	expect('makeHandler', makeAndStart(HANDLER, IMAGE_SUBJECT, 170), OK);
	forgetScripts();
	order(LOW, DO_ECHO);
	order(LOW, DO_TRAP);
	order(LOW, DO_ECHO);
	wake(LOW);
	return IDLE;
}

/** In an activation of its own. */
function onItsOwn(): i32 {
	expect('ownTrap', sys(PROCESS_READ, processSlot(LOW), READ_PROCESS_FAULT), CAUSE_TRAP);
	expect('ownCount', word(1), 1);
	expect('endsThere', carriedOut(LOW), 1);
	expect('ownTold', faultsOf(LOW), 1);
	expect('ownToldWho', lastFaulted(), LOW);
	expect('ownRestart', sys(PROCESS_RESTART, processSlot(LOW)), OK);
	setBudget(LOW, 2 * MILLISECOND, 10 * MILLISECOND);
	forgetScripts();
	order(LOW, DO_LOOP);
	wake(LOW);
	return sleep(20 * MILLISECOND);
}

/** A subject can handle the faults of another. */
function otherHandler(): i32 {
	expect('ownOverrun', sys(PROCESS_READ, processSlot(LOW), READ_PROCESS_FAULT), CAUSE_OVERRUN);
	expect('overrunTold', faultsOf(LOW), 2);
	sys(PROCESS_RESTART, processSlot(LOW));
	sys(GATE, processSlot(HANDLER), SCRATCH, BADGE);
	expect('anotherHandler', sys(PROCESS_CONFIGURE, processSlot(LOW), CONFIGURE_HANDLER, SCRATCH), OK);
	sys(DELETE, SCRATCH);
	forgetScripts();
	order(LOW, DO_TRAP);
	wake(LOW);
	return IDLE;
}

function handled(): i32 {
	expect('handledOnce', ask(HANDLER, DO_INSPECT, INSPECT_FAULTS), 1);
	expect('handledBadge', ask(HANDLER, DO_INSPECT, INSPECT_CHILD), BADGE);
	expect('directorNotTold', faultsOf(LOW), 2);
	sys(PROCESS_RESTART, processSlot(LOW));
	expect('noHandler', sys(PROCESS_CONFIGURE, processSlot(LOW), CONFIGURE_HANDLER, 0), OK);
	forgetScripts();
	order(LOW, DO_WAIT);
	wake(LOW);
	return IDLE;
}

function unhandled(): i32 {
	expect('waitInEventDriven', sys(PROCESS_READ, processSlot(LOW), READ_PROCESS_FAULT), CAUSE_BAD_CALL);
	expect('nobodyTold', ask(HANDLER, DO_INSPECT, INSPECT_FAULTS), 1);
	expect('othersLive', ask(SERVER, DO_ECHO, 0, 0, 0, 0, 0, 3), 3);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function faults(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('faults');
			forgetFaults();
			return whileServing();
		case 1:
			return recording();
		case 2:
			return told();
		case 3:
			return onItsOwn();
		case 4:
			return otherHandler();
		case 5:
			return handled();
		default:
			return unhandled();
	}
}
