/** The clock and alarms. Nothing is asserted about the machine's speed: only what came before what, and what cannot be early. */
import { ALARM } from '../../../../abi/calls.ts';
import { OK } from '../../../../abi/errors.ts';
import { clock } from '../../../../sdk/kernel.ts';
import { DO_INSPECT, DO_SHIFT, DO_SYSTEM, INSPECT_BITS, INSPECT_NOTIFICATIONS } from '../../protocol.ts';
import { sleep, takeBits } from '../heard.ts';
import { beginArea, expect, expectTrue } from '../report.ts';
import { carriedOut, forgetScripts, order, outcome } from '../scripts.ts';
import { BIT_ALARM, END, IDLE, IMAGE_SUBJECT, sys } from '../stage.ts';
import { makeAndStart, unmakeAll, wake } from '../subjects.ts';

const SUBJECT: i32 = 0;
const MILLISECOND: i32 = 1_000_000;
const SET_ALARM: i32 = DO_SYSTEM | (ALARM << DO_SHIFT);
let before: i64 = 0;

function setting(): i32 {
	before = clock();
	expectTrue('clockIsPositive', before > 0);
	expectTrue('clockGoesOn', clock() >= before);
	takeBits();
	return sleep(5 * MILLISECOND);
}

function rung(): i32 {
	const passed = clock() - before;
	expectTrue('alarmIsNotEarly', passed >= 5 * MILLISECOND);
	expectTrue('alarmIsNotForgotten', passed < 1000 * MILLISECOND);
	expect('alarmBits', takeBits() & BIT_ALARM, BIT_ALARM);
	expect('alarmFarAway', sys(ALARM, -1, -1, BIT_ALARM), OK);
	expect('alarmCancelled', sys(ALARM, 0, 0, 0), OK);
	expect('makeSubject', makeAndStart(SUBJECT, IMAGE_SUBJECT, 60), OK);
	forgetScripts();
	order(SUBJECT, SET_ALARM, 2 * MILLISECOND, 0, 8);
	order(SUBJECT, SET_ALARM, MILLISECOND, 0, 16);
	wake(SUBJECT);
	return IDLE;
}

function replacing(): i32 {
	expect('set', outcome(SUBJECT, 0), OK);
	expect('notYet', carriedOut(SUBJECT), 2);
	order(SUBJECT, DO_INSPECT, INSPECT_BITS);
	order(SUBJECT, DO_INSPECT, INSPECT_NOTIFICATIONS);
	return sleep(10 * MILLISECOND);
}

function replaced(): i32 {
	expect('secondReplacesFirst', outcome(SUBJECT, 2), 16);
	expect('ringsOnce', outcome(SUBJECT, 3), 2);
	order(SUBJECT, SET_ALARM, MILLISECOND, 0, 32);
	order(SUBJECT, SET_ALARM, MILLISECOND, 0, 0);
	wake(SUBJECT);
	return IDLE;
}

function cancelling(): i32 {
	order(SUBJECT, DO_INSPECT, INSPECT_BITS);
	return sleep(10 * MILLISECOND);
}

function cancelled(): i32 {
	expect('cancelledDoesNotRing', carriedOut(SUBJECT), 6);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function time(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('time');
			return setting();
		case 1:
			return rung();
		case 2:
			return replacing();
		case 3:
			return replaced();
		case 4:
			return cancelling();
		default:
			return cancelled();
	}
}
