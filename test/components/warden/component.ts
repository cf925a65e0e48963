/**
 * The warden of the hostile suite: bystanders go about their business, a hostile component joins them, is watched for a while, and is
 * destroyed by the warden, its parent. The bystanders must not have noticed, and everything must be as before.
 */
import {
	CONFIGURE_PATIENCE,
	DELETE,
	GATE,
	IDENTIFY,
	INTERRUPT_BIND,
	INTERRUPT_CREATE,
	PROCESS_CONFIGURE,
	REGION_MAP,
	SIGNAL,
} from '../../../abi/calls.ts';
import { OK } from '../../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { load32 } from '../../../sdk/region/memory1.ts';
import { sleep } from '../director/heard.ts';
import { beginArea, expect, expectTrue, total } from '../director/report.ts';
import { BIT_ALARM, CONTROL, SCRATCH, SELF, sys, word } from '../director/stage.ts';
import { gateSlot, give, processSlot } from '../director/subjects.ts';
import { TICK } from '../hostile/authority.ts';
import { closeBooks, compareBooks } from './books.ts';
import {
	ABOVE,
	ANSWERER,
	BELOW,
	expectProgress,
	forgetRounds,
	makeBystanders,
	QUEUE,
	READABLE,
	SLOT_STRANGER,
	stopBystanders,
} from './bystanders.ts';
import { makeIntruder, PROCESS, startIntruder } from './intruder.ts';
import { reclaim } from './reclaim.ts';
import { tick } from './ticks.ts';

const MILLISECOND: i32 = 1_000_000;
const PATIENCE_ENDLESS: i32 = 255;
const STRANGER: i32 = SCRATCH + 24;
/** The badge of the gate in this slot says what the attack needs. */
const OPTIONS: i32 = 7;
/** The hostile component may write the queue that the listener reads, instead of only reading another region. */
const OPTION_QUEUE: i32 = 1;
/** A bystander calls it. */
const OPTION_CALLED: i32 = 2;
/** A line that no device raises, and a signal for it. */
const LINE: i32 = 79;
const INTERRUPT: i32 = SCRATCH + 25;
const NEVER: i32 = SCRATCH + 26;
const REGION_BYTES: u32 = 0x10000;

let step: i32 = 0;

function preparing(): i32 {
	beginArea('before');
	sys(PROCESS_CONFIGURE, SELF, CONFIGURE_PATIENCE, PATIENCE_ENDLESS);
	makeBystanders();
	sys(REGION_MAP, SELF, READABLE, 1, RIGHT_READ);
	return sleep(10 * MILLISECOND);
}

function quiet(): i32 {
	forgetRounds();
	return sleep(100 * MILLISECOND);
}

function introduceStranger(): void {
	sys(GATE, PROCESS, STRANGER, 1);
	give(BELOW, STRANGER, SLOT_STRANGER);
	sys(DELETE, STRANGER);
}

function joining(): i32 {
	expectProgress();
	closeBooks();
	sys(IDENTIFY, OPTIONS);
	const options = word(0);
	const queue = (options & OPTION_QUEUE) !== 0;
	const rights = queue ? RIGHT_READ | RIGHT_WRITE : RIGHT_READ;
	expect('hostile', makeIntruder(gateSlot(ANSWERER), processSlot(ABOVE), queue ? QUEUE : READABLE, rights), OK);
	if ((options & OPTION_CALLED) !== 0) introduceStranger();
	forgetRounds();
	expect('starts', startIntruder(), OK);
	beginArea('during');
	return sleep(100 * MILLISECOND);
}

function watching(): i32 {
	expectProgress();
	return sleep(100 * MILLISECOND);
}

/** Not a bit of what it may only read has changed. */
function untouched(): bool {
	for (let offset: u32 = 0; offset < REGION_BYTES; offset += 4) {
		if (load32(offset) !== 0) return false;
	}
	return true;
}

function destroying(): i32 {
	expectProgress();
	beginArea('after');
	sys(DELETE, PROCESS);
	expect('destroyed', reclaim(), OK);
	compareBooks();
	expectTrue('readOnlyUntouched', untouched());
	forgetRounds();
	return sleep(100 * MILLISECOND);
}

function ending(): i32 {
	expectProgress();
	stopBystanders();
	// As long as an interrupt may come, no machine ends by itself: somebody outside looks at the kernel's memory now.
	sys(INTERRUPT_CREATE, CONTROL, LINE, INTERRUPT);
	sys(SIGNAL, 0, NEVER, 2);
	expect('waits', sys(INTERRUPT_BIND, INTERRUPT, NEVER), OK);
	total();
	return 0;
}

function next(): i32 {
	switch (step) {
		case 0:
			return preparing();
		case 1:
			return quiet();
		case 2:
			return joining();
		case 3:
			return watching();
		case 4:
			return destroying();
		default:
			return ending();
	}
}

export function init(): void {
	next();
}

export function notified(bits: u32): void {
	if ((bits & BIT_ALARM) === 0) return;
	step++;
	next();
}

function serve(badge: i32, method: i32, w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	return method === TICK ? tick(badge, w0) : 0;
}

export { serve as protected };
