/** Loans: memory lent for the length of one call, with rights and bounds. */
import { LOAN_READ, LOAN_SIZE, LOAN_WRITE } from '../../../../abi/calls.ts';
import { MEMORY_NATIVE, MEMORY_OWN } from '../../../../abi/component.ts';
import { INVALID_ARGUMENT, MISSING_RIGHT, OK, OUT_OF_BOUNDS, WRONG_STATE } from '../../../../abi/errors.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../../../abi/rights.ts';
import { callWith } from '../../../../sdk/kernel.ts';
import {
	DO_CALL_WITH,
	DO_INSPECT,
	DO_LOAD,
	DO_PREPARE,
	DO_PREPARED,
	DO_SHIFT,
	DO_STORE,
	DO_SYSTEM,
	INSPECT_PREPARED,
} from '../../protocol.ts';
import { beginArea, expect } from '../report.ts';
import { END, IDLE, IMAGE_SUBJECT, NEXT, word } from '../stage.ts';
import { answer, ask, gateSlot, give, makeAndStart, setWorstCase, unmakeAll, wake } from '../subjects.ts';

const SERVER: i32 = 0;
const UPPER: i32 = 1;
const SLOT_UPPER: i32 = 5;
/** A server's own server takes less than the server may. */
const UPPER_WORST_CASE: i32 = 500_000;
const LENGTH: i32 = 64;
const BOTH: i32 = RIGHT_READ | RIGHT_WRITE;
/** An address in the server's memory that it does not use. */
const THERE: i32 = 0x8000;
const MEMORY_BYTES: i32 = 0x10000;
/** A memory of which the director has nothing. */
const UNMAPPED: i32 = 5;
/** All but the last 16 bytes of 4 GiB. */
const HUGE: i32 = -16;

const lent: usize = memory.data(128, 8);

/** In its next DO_PREPARED call the server makes this kernel call. */
function prepare(number: i32, a0: i32 = 0, a1: i32 = 0, a2: i32 = 0): void {
	ask(SERVER, DO_PREPARE | ((DO_SYSTEM | (number << DO_SHIFT)) << DO_SHIFT), a0, a1, a2);
}

/** The status of a call that lends; what the server's kernel call gave is then `word(0)`. */
function callLending(memory: i32, rights: i32, offset: u32, length: i32): i32 {
	return callWith(gateSlot(SERVER), DO_PREPARED, 0, 0, 0, 0, 0, 0, 0, memory | (rights << 8), offset, length);
}

/** What the server's kernel call on a loan of `lent` gives. */
function lend(rights: i32, number: i32, a0: i32 = 0, a1: i32 = 0, a2: i32 = 0): i32 {
	prepare(number, a0, a1, a2);
	const status = callLending(MEMORY_OWN, rights, <u32>lent, LENGTH);
	return status < 0 ? status : word(0);
}

function reading(): i32 {
	expect('makeServer', makeAndStart(SERVER, IMAGE_SUBJECT, 160), OK);
	expect('makeUpper', makeAndStart(UPPER, IMAGE_SUBJECT, 170), OK);
	setWorstCase(UPPER, UPPER_WORST_CASE);
	give(SERVER, gateSlot(UPPER), SLOT_UPPER);
	store<i32>(lent, 0x1234567);
	store<i32>(lent + LENGTH - 4, 0x7654321);
	expect('size', lend(RIGHT_READ, LOAN_SIZE), LENGTH);
	expect('rights', answer(0), RIGHT_READ);
	expect('read', lend(RIGHT_READ, LOAN_READ, 0, THERE, LENGTH), OK);
	expect('firstWord', ask(SERVER, DO_LOAD, THERE), 0x1234567);
	expect('lastWord', ask(SERVER, DO_LOAD, THERE + LENGTH - 4), 0x7654321);
	expect('notOneByteMore', ask(SERVER, DO_LOAD, THERE + LENGTH), 0);
	expect('readLast', lend(RIGHT_READ, LOAN_READ, LENGTH - 4, THERE + 128, 4), OK);
	expect('readLastWord', ask(SERVER, DO_LOAD, THERE + 128), 0x7654321);
	expect('readNothing', lend(RIGHT_READ, LOAN_READ, LENGTH, THERE, 0), OK);
	expect('readOfWriteOnly', lend(RIGHT_WRITE, LOAN_READ, 0, THERE, 4), MISSING_RIGHT);
	expect('writeOfReadOnly', lend(RIGHT_READ, LOAN_WRITE, 0, THERE, 4), MISSING_RIGHT);
	expect('readOnlyUntouched', load<i32>(lent), 0x1234567);
	return NEXT;
}

function writing(): i32 {
	store<i32>(lent + LENGTH, 0x5555);
	ask(SERVER, DO_STORE, THERE, 0x1111);
	expect('write', lend(BOTH, LOAN_WRITE, LENGTH - 4, THERE, 4), OK);
	expect('written', load<i32>(lent + LENGTH - 4), 0x1111);
	expect('onlyThere', load<i32>(lent), 0x1234567);
	expect('writeOnly', lend(RIGHT_WRITE, LOAN_WRITE, 0, THERE, 4), OK);
	expect('writtenFirst', load<i32>(lent), 0x1111);
	expect('writePastEnd', lend(BOTH, LOAN_WRITE, LENGTH - 3, THERE, 4), OUT_OF_BOUNDS);
	expect('behindUntouched', load<i32>(lent + LENGTH), 0x5555);
	expect('readPastEnd', lend(BOTH, LOAN_READ, 0, THERE, LENGTH + 1), OUT_OF_BOUNDS);
	expect('readFarAway', lend(BOTH, LOAN_READ, HUGE, THERE, 32), OUT_OF_BOUNDS);
	expect('lengthForged', lend(BOTH, LOAN_READ, 0, THERE, -1), OUT_OF_BOUNDS);
	expect('pointerOutside', lend(BOTH, LOAN_READ, 0, MEMORY_BYTES - 3, 4), OUT_OF_BOUNDS);
	expect('pointerAtEnd', lend(BOTH, LOAN_READ, 0, MEMORY_BYTES - 4, 4), OK);
	expect('pointerForged', lend(BOTH, LOAN_WRITE, 0, HUGE, 32), OUT_OF_BOUNDS);
	expect('rightBeforeBounds', lend(RIGHT_READ, LOAN_WRITE, 0, THERE, -1), MISSING_RIGHT);
	return NEXT;
}

function lending(): i32 {
	prepare(LOAN_SIZE);
	expect('memoryBeyondRegions', callLending(MEMORY_NATIVE, RIGHT_READ, 0, 4), INVALID_ARGUMENT);
	expect('lendToExecute', callLending(MEMORY_OWN, RIGHT_EXECUTE, 0, 4), INVALID_ARGUMENT);
	expect('lendPastEnd', callLending(MEMORY_OWN, RIGHT_READ, MEMORY_BYTES - 4, 8), OUT_OF_BOUNDS);
	expect('lendAllOfIt', callLending(MEMORY_OWN, RIGHT_READ, 0, MEMORY_BYTES), 6);
	expect('allOfItsSize', word(0), MEMORY_BYTES);
	expect('lendForgedLength', callLending(MEMORY_OWN, RIGHT_READ, 4, -1), OUT_OF_BOUNDS);
	expect('lendForgedOffset', callLending(MEMORY_OWN, RIGHT_READ, HUGE, 32), OUT_OF_BOUNDS);
	expect('lendUnmapped', callLending(UNMAPPED, RIGHT_READ, 0, 4), OUT_OF_BOUNDS);
	expect('rightsBeforeBounds', callLending(MEMORY_OWN, RIGHT_EXECUTE, HUGE, 32), INVALID_ARGUMENT);
	return NEXT;
}

/** A loan is of one call: not of the next, not of the server's own calls, not of its own activations. */
function ending(): i32 {
	prepare(LOAN_SIZE);
	expect('endsWithReturn', ask(SERVER, DO_PREPARED), WRONG_STATE);
	prepare(LOAN_READ, 0, THERE, 4);
	expect('readWithoutLoan', ask(SERVER, DO_PREPARED), WRONG_STATE);
	prepare(LOAN_WRITE, 0, THERE, 4);
	expect('writeWithoutLoan', ask(SERVER, DO_PREPARED), WRONG_STATE);
	ask(UPPER, DO_PREPARE | ((DO_SYSTEM | (LOAN_SIZE << DO_SHIFT)) << DO_SHIFT));
	ask(SERVER, DO_PREPARE | (DO_CALL_WITH << DO_SHIFT), SLOT_UPPER, DO_PREPARED, 0, 0, 0, 0);
	expect('loanIsNotPassedOn', callLending(MEMORY_OWN, RIGHT_READ, <u32>lent, LENGTH), 6);
	expect('upperHasNone', answer(0), WRONG_STATE);
	ask(SERVER, DO_PREPARE | (DO_CALL_WITH << DO_SHIFT), SLOT_UPPER, DO_PREPARED, 0, RIGHT_READ << 8, THERE, 24);
	expect('serverLendsItsOwn', callLending(MEMORY_OWN, RIGHT_READ, <u32>lent, LENGTH), 6);
	expect('upperHasThat', answer(0), 24);
	prepare(LOAN_READ, 0, THERE, 4);
	wake(SERVER);
	return IDLE;
}

function outsideCalls(): i32 {
	expect('noLoanOutsideCalls', ask(SERVER, DO_INSPECT, INSPECT_PREPARED), WRONG_STATE);
	expect('unmake', unmakeAll(1), OK);
	return END;
}

export function loans(step: i32): i32 {
	switch (step) {
		case 0:
			beginArea('loans');
			return reading();
		case 1:
			return writing();
		case 2:
			return lending();
		case 3:
			return ending();
		default:
			return outsideCalls();
	}
}
