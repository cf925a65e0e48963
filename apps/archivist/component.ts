/** Keeps files in the store while the cipher and the store itself are made to fault: all that it notices is a pause. */
import { CONFIGURE_WORST_CASE } from '../../abi/calls.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import { forget } from '../../interfaces/cipher/client.ts';
import { printLine, printText } from '../../interfaces/console/print.ts';
import { NOT_THERE, space, spaceUsed } from '../../interfaces/files/client.ts';
import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import { halt } from '../../sdk/control.ts';
import { configure } from '../../sdk/process.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_CIPHER: i32 = 2;
const SLOT_STORE: i32 = 3;
const SLOT_POWER: i32 = 4;
const SLOT_FILES: i32 = 5;
const SLOT_KEYS: i32 = 6;
const SLOT_RECEIVED: i32 = 16;
/** Bit 1 is the store's. */
const STORE_BIT: u32 = 1;
/** Nanoseconds in which no call can be answered. */
const TOO_SHORT: i32 = 1;
/** What the system file declares for both. */
const ENOUGH: i32 = 10_000_000;

const LENGTH: u32 = 20_000;
const TEXT: u32 = memory.data(20000, 8) as u32;
const COPY: u32 = memory.data(20000, 8) as u32;

// What it is doing; closed.
const LOOKING: u32 = 0;
const SAVING: u32 = 1;
const SAVING_AGAIN: u32 = 2;
const READING: u32 = 3;
const DISCARDING: u32 = 4;

const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
let doing: u32 = LOOKING;

function say(text: string): void {
	printText(SLOT_CONSOLE, text);
}

function fillText(seed: u32): void {
	for (let place: u32 = 0; place < LENGTH; place += 4) store<u32>(TEXT + place, (place + seed) * 0x9e3779b9);
}

/** Declares less for the cipher than it needs, so that the next call ends it; then what it needs. */
function breakCipher(): void {
	configure(SLOT_CIPHER, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	const faulted = forget(SLOT_KEYS, 0) === SERVER_FAULT;
	configure(SLOT_CIPHER, CONFIGURE_WORST_CASE, ENOUGH, 0);
	say(faulted ? 'the cipher faulted' : 'the cipher did not fault');
}

/** The same with the store. */
function breakStore(): void {
	configure(SLOT_STORE, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	const faulted = space(SLOT_FILES) === SERVER_FAULT;
	configure(SLOT_STORE, CONFIGURE_WORST_CASE, ENOUGH, 0);
	say(faulted ? 'the store faulted' : 'the store did not fault');
}

/** What was begun has ended with `result`: on to the next. What that gives. */
function next(result: i32): i32 {
	switch (doing) {
		case LOOKING:
			say(result === NOT_THERE ? 'nothing is there yet' : 'something is there already');
			doing = SAVING;
			fillText(1);
			return volume.save('chapter', TEXT, LENGTH);
		case SAVING:
			say(result === 0 ? 'saved' : 'cannot save');
			doing = SAVING_AGAIN;
			fillText(2);
			breakCipher();
			return volume.save('chapter', TEXT, LENGTH);
		case SAVING_AGAIN:
			say(result === 0 ? 'saved again, with a new cipher' : 'cannot save again');
			doing = READING;
			breakStore();
			return volume.load('chapter', COPY, LENGTH);
		case READING:
			readBack(result);
			doing = DISCARDING;
			return volume.discard('chapter');
		default:
			return end(result);
	}
}

function readBack(result: i32): void {
	const same = result === 0 && volume.length === LENGTH && memory.compare(TEXT, COPY, LENGTH) === 0;
	say(same ? 'read back what was saved, from a new store' : 'read back something else');
}

function end(result: i32): i32 {
	space(SLOT_FILES);
	clear();
	add(result === 0 ? 'discarded; ' : 'cannot discard; ');
	addNumber(spaceUsed());
	add(' bytes are left');
	printLine(SLOT_CONSOLE);
	halt(SLOT_POWER, 0);
	return VOLUME_PENDING;
}

function goOn(first: i32): void {
	let result = first;
	while (result !== VOLUME_PENDING) result = next(result);
}

export function init(): void {
	volume.start(SLOT_FILES, SLOT_RECEIVED, STORE_BIT);
	goOn(volume.load('chapter', COPY, LENGTH));
}

export function notified(_bits: u32): void {
	goOn(volume.proceed());
}
