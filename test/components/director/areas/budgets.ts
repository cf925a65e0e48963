/** Time as money: admission, donation, what an overrun costs, patience, refills. */
import {
	CAUSE_OVERRUN,
	PROCESS_READ,
	PROCESS_RESTART,
	READ_PROCESS_FAULT,
	READ_PROCESS_TIME,
	STATE_STARTED,
} from '../../../../abi/calls.ts';
import { BUDGET, OK, SERVER_FAULT } from '../../../../abi/errors.ts';
import { DO_BURN, DO_CALL0, DO_CALL4, DO_ECHO, DO_LOOP, DO_WORK } from '../../protocol.ts';
import { sleep } from '../heard.ts';
import { beginArea, expect, expectTrue } from '../report.ts';
import { carriedOut, forgetScripts, order, outcome } from '../scripts.ts';
import { END, IDLE, IMAGE_SUBJECT, sys } from '../stage.ts';
import {
	ask,
	gateSlot,
	give,
	makeAndStart,
	processSlot,
	setBudget,
	setPatience,
	setPriority,
	setWorstCase,
	state,
	unmakeAll,
	wake,
} from '../subjects.ts';

const CLIENT: i32 = 0;
const SERVER: i32 = 1;
const UPPER: i32 = 2;
/** Slots in the subjects' tables. */
const SLOT_SERVER: i32 = 5;
const SLOT_UPPER: i32 = 6;
const MILLISECOND: i32 = 1_000_000;
const SECOND: i32 = 1000 * MILLISECOND;
const PATIENCE_ENDLESS: i32 = 255;

function faultOf(s: i32): i32 {
	return sys(PROCESS_READ, processSlot(s), READ_PROCESS_FAULT);
}

/** Microseconds that the subject has used. */
function timeOf(s: i32): i32 {
	return sys(PROCESS_READ, processSlot(s), READ_PROCESS_TIME);
}

function admission(): i32 {
	expect('makeClient', makeAndStart(CLIENT, IMAGE_SUBJECT, 60), OK);
	expect('makeServer', makeAndStart(SERVER, IMAGE_SUBJECT, 160), OK);
	expect('makeUpper', makeAndStart(UPPER, IMAGE_SUBJECT, 170), OK);
	give(CLIENT, gateSlot(SERVER), SLOT_SERVER);
	give(SERVER, gateSlot(UPPER), SLOT_UPPER);
	setWorstCase(SERVER, 8 * MILLISECOND);
	setWorstCase(UPPER, 8 * MILLISECOND);
	expect('budgetBelowWorstCase', setBudget(CLIENT, 5 * MILLISECOND, SECOND), OK);
	expect('serverNeedsMoreThanItHas', ask(SERVER, DO_CALL0, SLOT_UPPER, DO_ECHO), BUDGET);
	setWorstCase(UPPER, MILLISECOND);
	expect('serverHasEnough', ask(SERVER, DO_CALL0, SLOT_UPPER, DO_ECHO), 6);
	forgetScripts();
	order(CLIENT, DO_CALL0, SLOT_SERVER, DO_ECHO);
	wake(CLIENT);
	return IDLE;
}

/** Eight calls, each of which sets three quarters of the budget aside and gives back nearly all of it. */
function donation(): i32 {
	expect('notAdmitted', outcome(CLIENT, 0), BUDGET);
	setWorstCase(SERVER, 4 * MILLISECOND);
	forgetScripts();
	for (let call = 0; call < 8; call++) order(CLIENT, DO_CALL0, SLOT_SERVER, DO_ECHO);
	order(CLIENT, DO_CALL4, SLOT_SERVER, DO_CALL0, SLOT_UPPER, DO_ECHO);
	wake(CLIENT);
	return IDLE;
}

function returned(): i32 {
	expect('admitted', outcome(CLIENT, 0), 6);
	expect('donationReturned', outcome(CLIENT, 7), 6);
	expect('nestedDonation', outcome(CLIENT, 8), 6);
	expect('serverPaysNothing', timeOf(SERVER) < 1000 ? 1 : 0, 1);
	forgetScripts();
	order(CLIENT, DO_CALL0, SLOT_SERVER, DO_LOOP);
	order(CLIENT, DO_ECHO, 0, 0, 0, 0, 0, 1);
	setBudget(CLIENT, 20 * MILLISECOND, SECOND);
	setPatience(CLIENT, 0);
	wake(CLIENT);
	return IDLE;
}

/** The server loops for the whole donation: it is at fault, and the client has paid. */
function overrun(): i32 {
	expect('overrunTold', outcome(CLIENT, 0), SERVER_FAULT);
	expect('overrunCause', faultOf(SERVER), CAUSE_OVERRUN);
	expect('clientGoesOn', outcome(CLIENT, 1), 1);
	expect('clientIsNotAtFault', state(CLIENT), STATE_STARTED);
	expectTrue('clientHasPaid', timeOf(CLIENT) >= 3500);
	expectTrue('serverHasNot', timeOf(SERVER) < 1000);
	expect('serverRestarts', sys(PROCESS_RESTART, processSlot(SERVER)), OK);
	forgetScripts();
	setBudget(CLIENT, MILLISECOND, 10 * MILLISECOND);
	return sleep(30 * MILLISECOND);
}

function impatient(): i32 {
	setPatience(CLIENT, 0);
	order(CLIENT, DO_BURN, 3 * MILLISECOND);
	wake(CLIENT);
	return sleep(50 * MILLISECOND);
}

function patient(): i32 {
	expect('noPatience', faultOf(CLIENT), CAUSE_OVERRUN);
	expect('noPatienceNotDone', carriedOut(CLIENT), 0);
	sys(PROCESS_RESTART, processSlot(CLIENT));
	setPatience(CLIENT, 2);
	forgetScripts();
	order(CLIENT, DO_LOOP);
	wake(CLIENT);
	return sleep(80 * MILLISECOND);
}

function endless(): i32 {
	expect('patienceEnds', faultOf(CLIENT), CAUSE_OVERRUN);
	expect('patienceNotDone', carriedOut(CLIENT), 0);
	sys(PROCESS_RESTART, processSlot(CLIENT));
	setPatience(CLIENT, PATIENCE_ENDLESS);
	expect('nothingInHand', timeOf(CLIENT) >= 3500 ? 1 : 0, 1);
	forgetScripts();
	order(CLIENT, DO_WORK, 1_000_000);
	wake(CLIENT);
	return sleep(20 * MILLISECOND);
}

/** It works for many of its budgets. A machine that can suspend it has done so; on one that cannot it has lived on what is to come. */
function throttled(): i32 {
	order(CLIENT, DO_ECHO, 0, 0, 0, 0, 0, 5);
	wake(CLIENT);
	return sleep(20 * MILLISECOND);
}

function refilled(): i32 {
	expect('throttled', outcome(CLIENT, 1), 0);
	return sleep(400 * MILLISECOND);
}

function finished(): i32 {
	expect('endlessPatience', outcome(CLIENT, 1), 5);
	expect('noFurtherFault', state(CLIENT), STATE_STARTED);
	forgetScripts();
	setBudget(SERVER, MILLISECOND, 20 * MILLISECOND);
	setPatience(SERVER, PATIENCE_ENDLESS);
	setPriority(SERVER, 90);
	setWorstCase(SERVER, MILLISECOND);
	setBudget(CLIENT, 10 * MILLISECOND, 200 * MILLISECOND);
	return sleep(200 * MILLISECOND);
}

/** The server has used up its budget in the middle of an activation when the client calls: it finishes on the client's. */
function deferring(): i32 {
	order(SERVER, DO_BURN, MILLISECOND + MILLISECOND / 4);
	order(CLIENT, DO_CALL4, SLOT_SERVER, DO_ECHO, 51, 52, 53, 54);
	wake(SERVER);
	wake(CLIENT);
	return sleep(200 * MILLISECOND);
}

function deferred(): i32 {
	expect('callDuringExhaustion', outcome(CLIENT, 0), 6);
	expect('serverFinishes', outcome(SERVER, 0), 0);
	expect('serverFinished', carriedOut(SERVER), 1);
	expect('noFaults', state(SERVER), STATE_STARTED);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function budgets(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('budgets');
			return admission();
		case 1:
			return donation();
		case 2:
			return returned();
		case 3:
			return overrun();
		case 4:
			return impatient();
		case 5:
			return patient();
		case 6:
			return endless();
		case 7:
			return throttled();
		case 8:
			return refilled();
		case 9:
			return finished();
		case 10:
			return deferring();
		default:
			return deferred();
	}
}
