/** Who executes when: strictly by priority, round robin within one, higher ones at once. */
import { CONFIGURE_PRIORITY, DELETE, PROCESS_CONFIGURE, PROCESS_STOP, SIGNAL } from '../../../../abi/calls.ts';
import { OK } from '../../../../abi/errors.ts';
import { notify } from '../../../../sdk/kernel.ts';
import { DO_ECHO, DO_INSPECT, DO_NOTIFY, DO_SHIFT, DO_SYSTEM, INSPECT_NOTIFICATIONS } from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import { carriedOut, event, forgetScripts, order, outcome } from '../scripts.ts';
import { END, IDLE, IMAGE_SUBJECT, SCRATCH, sys } from '../stage.ts';
import { give, makeAndStart, processSlot, setPriority, signalSlot, unmakeAll, wake } from '../subjects.ts';

const LOW: i32 = 0;
const MIDDLE: i32 = 1;
const HIGH: i32 = 2;
const TWIN: i32 = 3;
/** Slots in the subjects' tables. */
const SLOT_SIGNAL: i32 = 5;
const SLOT_SELF: i32 = 6;
const SLOT_OTHER: i32 = 7;

function making(): i32 {
	expect('makeLow', makeAndStart(LOW, IMAGE_SUBJECT, 50), OK);
	expect('makeMiddle', makeAndStart(MIDDLE, IMAGE_SUBJECT, 70), OK);
	expect('makeHigh', makeAndStart(HIGH, IMAGE_SUBJECT, 90), OK);
	expect('makeTwin', makeAndStart(TWIN, IMAGE_SUBJECT, 50), OK);
	give(LOW, signalSlot(HIGH), SLOT_SIGNAL);
	give(HIGH, signalSlot(LOW), SLOT_SIGNAL);
	give(LOW, processSlot(LOW), SLOT_SELF);
	give(LOW, processSlot(HIGH), SLOT_OTHER);
	return IDLE;
}

/** Woken from the lowest to the highest; an empty script is one fetch. */
function byPriority(): i32 {
	forgetScripts();
	wake(LOW);
	wake(MIDDLE);
	wake(HIGH);
	return IDLE;
}

function byPriorityDone(): i32 {
	expect('highestFirst', event(0), HIGH);
	expect('thenMiddle', event(1), MIDDLE);
	expect('lowestLast', event(2), LOW);
	expect('nobodyElse', event(3), -1);
	forgetScripts();
	wake(TWIN);
	wake(LOW);
	wake(LOW);
	return IDLE;
}

function equals(): i32 {
	expect('equalsBothRun', event(0) + event(1), LOW + TWIN);
	expect('equalsOnceEach', event(2), -1);
	forgetScripts();
	order(LOW, DO_ECHO);
	order(LOW, DO_ECHO);
	order(TWIN, DO_ECHO);
	wake(LOW);
	wake(TWIN);
	return IDLE;
}

/** An activation runs to its end before another of its priority begins. */
function toTheEnd(): i32 {
	const first = event(0);
	expect('toTheEnd', event(1), first);
	expect('otherAfterwards', event(4), LOW + TWIN - first);
	forgetScripts();
	wake(LOW);
	wake(MIDDLE);
	expect('raiseWhileReady', setPriority(LOW, 80), OK);
	return IDLE;
}

function raised(): i32 {
	expect('raisedFirst', event(0), LOW);
	expect('overtakenSecond', event(1), MIDDLE);
	expect('lowerAgain', setPriority(LOW, 50), OK);
	forgetScripts();
	order(LOW, DO_ECHO);
	order(LOW, DO_NOTIFY, SLOT_SIGNAL);
	order(LOW, DO_ECHO);
	order(HIGH, DO_ECHO);
	wake(LOW);
	return IDLE;
}

/** The low one has notified the high one in its second order. */
function preempting(): i32 {
	expect('beforeNotify', event(1), LOW);
	expect('highAtOnce', event(2), HIGH);
	expect('highToItsEnd', event(3), HIGH);
	expect('lowGoesOn', event(4), LOW);
	expect('notifyStatus', outcome(LOW, 1), OK);
	forgetScripts();
	order(HIGH, DO_NOTIFY, SLOT_SIGNAL);
	order(HIGH, DO_ECHO);
	wake(HIGH);
	return IDLE;
}

function notPreempting(): i32 {
	expect('highGoesOn', event(1), HIGH);
	expect('highFinishes', event(2), HIGH);
	expect('lowAfterwards', event(3), LOW);
	forgetScripts();
	order(LOW, DO_SYSTEM | (PROCESS_CONFIGURE << DO_SHIFT), SLOT_OTHER, CONFIGURE_PRIORITY, 40);
	order(LOW, DO_SYSTEM | (PROCESS_STOP << DO_SHIFT), SLOT_SELF);
	order(LOW, DO_ECHO);
	wake(LOW);
	return IDLE;
}

function stopping(): i32 {
	expect('subjectConfigures', outcome(LOW, 0), OK);
	expect('stopsItself', carriedOut(LOW), 1);
	forgetScripts();
	wake(HIGH);
	wake(MIDDLE);
	return IDLE;
}

/** After the change of priority the former highest comes last. */
function reordered(): i32 {
	expect('newOrder', event(0), MIDDLE);
	expect('newOrderLast', event(1), HIGH);
	sys(SIGNAL, processSlot(MIDDLE), SCRATCH, 2);
	forgetScripts();
	order(MIDDLE, DO_INSPECT, INSPECT_NOTIFICATIONS);
	notify(SCRATCH);
	sys(PROCESS_STOP, processSlot(MIDDLE));
	return IDLE;
}

function silent(): i32 {
	expect('stoppedDoesNotRun', carriedOut(MIDDLE), 0);
	sys(DELETE, SCRATCH);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function scheduling(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('scheduling');
			return making();
		case 1:
			return byPriority();
		case 2:
			return byPriorityDone();
		case 3:
			return equals();
		case 4:
			return toTheEnd();
		case 5:
			return raised();
		case 6:
			return preempting();
		case 7:
			return notPreempting();
		case 8:
			return stopping();
		case 9:
			return reordered();
		default:
			return silent();
	}
}
