/** Programs that block: `wait` returns what is pending, or sleeps until something is. */
import { DELETE, PROCESS_STOP, SIGNAL, STATE_STOPPED } from '../../../../abi/calls.ts';
import { OK, SERVER_BUSY } from '../../../../abi/errors.ts';
import { notify } from '../../../../sdk/kernel.ts';
import { DO_CALL4, DO_ECHO, DO_NOTIFY, DO_WAIT } from '../../protocol.ts';
import { sleep } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import { carriedOut, forgetScripts, order, outcome, outcomeWord } from '../scripts.ts';
import { END, IMAGE_SUBJECT, SCRATCH, sys } from '../stage.ts';
import { gateSlot, give, makeAndStart, processSlot, start, state, unmakeAll, wake } from '../subjects.ts';

const PROGRAM: i32 = 0;
const SERVER: i32 = 1;
/** Another program, which calls the first while that is blocked. */
const LOWER: i32 = 2;
/** Slots in the program's table. */
const SLOT_OWN: i32 = 5;
const SLOT_SERVER: i32 = 6;
const MILLISECOND: i32 = 1_000_000;
const AT: i32 = SCRATCH;

function making(): i32 {
	expect('makeProgram', makeAndStart(PROGRAM, IMAGE_SUBJECT, 20), OK);
	expect('makeServer', makeAndStart(SERVER, IMAGE_SUBJECT, 160), OK);
	sys(SIGNAL, processSlot(PROGRAM), AT, 4);
	give(PROGRAM, AT, SLOT_OWN);
	give(PROGRAM, gateSlot(SERVER), SLOT_SERVER);
	expect('makeLower', makeAndStart(LOWER, IMAGE_SUBJECT, 10), OK);
	give(LOWER, gateSlot(PROGRAM), SLOT_SERVER);
	return sleep(MILLISECOND);
}

function blocking(): i32 {
	forgetScripts();
	order(PROGRAM, DO_WAIT);
	order(PROGRAM, DO_NOTIFY, SLOT_OWN);
	order(PROGRAM, DO_WAIT);
	order(PROGRAM, DO_CALL4, SLOT_SERVER, DO_ECHO, 31, 32, 33, 34);
	order(PROGRAM, DO_WAIT);
	wake(PROGRAM);
	order(LOWER, DO_CALL4, SLOT_SERVER, DO_ECHO, 1, 2, 3, 4);
	wake(LOWER);
	return sleep(MILLISECOND);
}

function woken(): i32 {
	expect('blocks', carriedOut(PROGRAM), 0);
	expect('callsBlocked', outcome(LOWER, 0), SERVER_BUSY);
	expect('notify', notify(AT), OK);
	expect('notAtOnce', carriedOut(PROGRAM), 0);
	return sleep(MILLISECOND);
}

function again(): i32 {
	expect('wakesWithBits', outcome(PROGRAM, 0), 4);
	expect('pendingAtOnce', outcome(PROGRAM, 2), 4);
	expect('callsBetween', outcome(PROGRAM, 3), 6);
	expect('callsWithWords', outcomeWord(PROGRAM, 3, 2), 32);
	expect('blocksAgain', carriedOut(PROGRAM), 4);
	notify(AT);
	wake(PROGRAM);
	return sleep(MILLISECOND);
}

function adding(): i32 {
	expect('bitsAddUp', outcome(PROGRAM, 4), 5);
	forgetScripts();
	order(PROGRAM, DO_WAIT);
	wake(PROGRAM);
	return sleep(MILLISECOND);
}

function stopping(): i32 {
	expect('stopBlocked', sys(PROCESS_STOP, processSlot(PROGRAM)), OK);
	expect('stopped', state(PROGRAM), STATE_STOPPED);
	expect('startAgain', start(PROGRAM), OK);
	forgetScripts();
	order(PROGRAM, DO_ECHO, 0, 0, 0, 0, 0, 8);
	wake(PROGRAM);
	return sleep(MILLISECOND);
}

function ending(): i32 {
	expect('startsAfresh', outcome(PROGRAM, 0), 8);
	sys(DELETE, AT);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function waiting(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('waiting');
			return making();
		case 1:
			return blocking();
		case 2:
			return woken();
		case 3:
			return again();
		case 4:
			return adding();
		case 5:
			return stopping();
		default:
			return ending();
	}
}
