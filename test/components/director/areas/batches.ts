/** Batches: several kernel calls by one entry, each with its own result. */
import { DELETE, GATE, IDENTIFY, PROCESS_STOP, REGION_UNMAP, SIGNAL } from '../../../../abi/calls.ts';
import { BATCH_ENTRIES, BATCH_ENTRY_BYTES, MEMORY_OWN } from '../../../../abi/component.ts';
import { INVALID_ARGUMENT, NO_SUCH_CALL, OK, OUT_OF_BOUNDS, SLOT_OCCUPIED } from '../../../../abi/errors.ts';
import { KIND_GATE } from '../../../../abi/rights.ts';
import { batch } from '../../../../sdk/kernel.ts';
import { DO_BATCH, DO_LOAD, DO_STORE } from '../../protocol.ts';
import { sleep } from '../heard.ts';
import { beginArea, expect } from '../report.ts';
import { carriedOut, forgetScripts, order, outcome } from '../scripts.ts';
import { END, IDLE, IMAGE_SUBJECT, SCRATCH, sys } from '../stage.ts';
import { give, makeAndStart, processSlot, setBudget, signalSlot, start, unmakeAll, wake } from '../subjects.ts';

const SUBJECT: i32 = 0;
const MILLISECOND: i32 = 1_000_000;
const A: i32 = SCRATCH;
const UNTOUCHED: i32 = 4711;
const RESULT: usize = 28;
const MEMORY_BYTES: i32 = 0x20000;
/** Where the subject keeps its batch. */
const THERE: i32 = 0x9000;
/** A free slot in its table. */
const SLOT_SIGNAL: i32 = 5;

const entries: usize = memory.data(2080, 8);

function write(index: u32, number: i32, a0: i32, a1: i32, a2: i32): void {
	const entry = entries + index * BATCH_ENTRY_BYTES;
	store<i32>(entry, number);
	store<i32>(entry, a0, 4);
	store<i32>(entry, a1, 8);
	store<i32>(entry, a2, 12);
	store<i32>(entry, UNTOUCHED, RESULT);
}

function result(index: u32): i32 {
	return load<i32>(entries + index * BATCH_ENTRY_BYTES + RESULT);
}

function inOrder(): i32 {
	write(0, GATE, 0, A, 9);
	write(1, GATE, 0, A, 9);
	write(2, IDENTIFY, A, 0, 0);
	write(3, 999, 0, 0, 0);
	write(4, DELETE, A, 0, 0);
	write(5, IDENTIFY, A, 0, 0);
	expect('allDone', batch(<i32>entries, 5), 5);
	expect('first', result(0), OK);
	expect('failureDoesNotStop', result(1), SLOT_OCCUPIED);
	expect('seesEffects', result(2) & 0xff, KIND_GATE);
	expect('unknownCall', result(3), NO_SUCH_CALL);
	expect('last', result(4), OK);
	expect('notOneMore', result(5), UNTOUCHED);
	expect('effectsStay', sys(IDENTIFY, A), 0);
	return 0;
}

function bounds(): i32 {
	for (let index: u32 = 0; index < BATCH_ENTRIES; index++) write(index, IDENTIFY, A, 0, 0);
	expect('most', batch(<i32>entries, BATCH_ENTRIES), BATCH_ENTRIES);
	expect('mostLast', result(BATCH_ENTRIES - 1), 0);
	expect('tooMany', batch(<i32>entries, BATCH_ENTRIES + 1), INVALID_ARGUMENT);
	expect('minusOne', batch(<i32>entries, -1), INVALID_ARGUMENT);
	expect('none', batch(<i32>entries, 0), 0);
	expect('notAligned', batch(<i32>entries + 2, 1), INVALID_ARGUMENT);
	expect('pastEnd', batch(MEMORY_BYTES - 28, 1), OUT_OF_BOUNDS);
	expect('farAway', batch(-32, 1), OUT_OF_BOUNDS);
	expect('countBeforeBounds', batch(-32, BATCH_ENTRIES + 1), INVALID_ARGUMENT);
	return 0;
}

/** A subject that ends itself half-way. */
function ending(): i32 {
	expect('makeSubject', makeAndStart(SUBJECT, IMAGE_SUBJECT, 60), OK);
	setBudget(SUBJECT, 2 * MILLISECOND, 10 * MILLISECOND);
	forgetScripts();
	order(SUBJECT, DO_STORE, THERE, PROCESS_STOP);
	order(SUBJECT, DO_STORE, THERE + <i32>BATCH_ENTRY_BYTES, IDENTIFY);
	order(SUBJECT, DO_BATCH, THERE, 2);
	order(SUBJECT, DO_LOAD, THERE);
	wake(SUBJECT);
	return IDLE;
}

/** Who stops itself forfeits what is left of its budget: the kernel does not know how much that is. */
function ended(): i32 {
	expect('endsWithin', carriedOut(SUBJECT), 2);
	expect('startAgain', start(SUBJECT), OK);
	forgetScripts();
	order(SUBJECT, DO_LOAD, THERE);
	wake(SUBJECT);
	return sleep(20 * MILLISECOND);
}

/** A subject that gives up the memory that the batch lies in: what comes behind is not done. */
function afresh(): i32 {
	expect('freshMemory', outcome(SUBJECT, 0), 0);
	expect('carriesOn', carriedOut(SUBJECT), 1);
	const second = THERE + <i32>BATCH_ENTRY_BYTES;
	forgetScripts();
	order(SUBJECT, DO_STORE, THERE, REGION_UNMAP);
	order(SUBJECT, DO_STORE, second, SIGNAL);
	order(SUBJECT, DO_STORE, second + 8, SLOT_SIGNAL);
	order(SUBJECT, DO_STORE, second + 12, 1);
	order(SUBJECT, DO_BATCH, THERE, 2);
	wake(SUBJECT);
	return sleep(20 * MILLISECOND);
}

function sawnOff(): i32 {
	expect('madeReady', carriedOut(SUBJECT) >= 4 ? 1 : 0, 1);
	expect('memoryIsGone', sys(REGION_UNMAP, processSlot(SUBJECT), MEMORY_OWN), INVALID_ARGUMENT);
	expect('restIsNotDone', give(SUBJECT, signalSlot(SUBJECT), SLOT_SIGNAL), OK);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function batches(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('batches');
			return inOrder();
		case 1:
			return bounds();
		case 2:
			return ending();
		case 3:
			return ended();
		case 4:
			return afresh();
		default:
			return sawnOff();
	}
}
