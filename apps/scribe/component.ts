/** Writes sectors all over a disk, makes the driver fault in the middle, and reads everything back. */
import { CONFIGURE_WORST_CASE } from '../../abi/calls.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import { SECTOR_BYTES } from '../../abi/virtio.ts';
import { capacity } from '../../interfaces/block/client.ts';
import { DISK_BYTES, DISK_PENDING, Disk, isBroken } from '../../interfaces/block/disk.ts';
import {
	BLOCK_BEHIND_END,
	BLOCK_DATA,
	BLOCK_DONE,
	BLOCK_SECTORS_MOST,
	OPERATION_FLUSH,
	OPERATION_READ,
	OPERATION_WRITE,
} from '../../interfaces/block/queue.ts';
import { printLine, printText } from '../../interfaces/console/print.ts';
import { halt } from '../../sdk/control.ts';
import { configure } from '../../sdk/process.ts';
import { load32, Memory1, store32 } from '../../sdk/region/memory1.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_BLOCK: i32 = 2;
const SLOT_WAKE: i32 = 3;
const SLOT_DRIVER: i32 = 4;
const SLOT_POWER: i32 = 5;
/** Bit 1 is the driver's. */
const ALARM_BIT: u32 = 1;
const PATIENCE: u64 = 10_000_000;
/** Nanoseconds in which no call can be answered. */
const TOO_SHORT: i32 = 1;
/** What the system file declares for the driver. */
const ENOUGH: i32 = 10_000_000;
const WORDS: u32 = (BLOCK_SECTORS_MOST * SECTOR_BYTES) / 4;
/** Writes, each of BLOCK_SECTORS_MOST sectors, and their distance on the disk. */
const PIECES: u32 = 16;
const DISTANCE: u32 = 13;
const BREAK_AT: u32 = 8;

const OPENING: u32 = 0;
const WRITING: u32 = 1;
const FLUSHING: u32 = 2;
const READING: u32 = 3;
const OVERREADING: u32 = 4;

const disk = changetype<Disk<Memory1>>(memory.data(DISK_BYTES, 8));
let phase: u32 = OPENING;
let piece: u32 = 0;

function wordOf(place: u32): u32 {
	return (piece + 1) * 0x9e3779b9 + place;
}

function fillPiece(): void {
	for (let place: u32 = 0; place < WORDS; place++) store32(BLOCK_DATA + 4 * place, wordOf(place));
}

/** Compares, and leaves nothing that a later comparison could find. */
function isPiece(): bool {
	let same = true;
	for (let place: u32 = 0; place < WORDS; place++) {
		if (load32(BLOCK_DATA + 4 * place) !== wordOf(place)) same = false;
		store32(BLOCK_DATA + 4 * place, 0);
	}
	return same;
}

function fail(what: string): void {
	printText(SLOT_CONSOLE, what);
	halt(SLOT_POWER, 1);
}

function say(count: u32, what: string): void {
	clear();
	addNumber(count);
	add(what);
	printLine(SLOT_CONSOLE);
}

/** Declares less for the driver than it needs, so that the next call ends it; then what it needs. */
function breakDriver(): void {
	configure(SLOT_DRIVER, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	const faulted = capacity(SLOT_BLOCK) === SERVER_FAULT;
	configure(SLOT_DRIVER, CONFIGURE_WORST_CASE, ENOUGH, 0);
	printText(SLOT_CONSOLE, faulted ? 'the driver faulted' : 'the driver did not fault');
}

function write(): void {
	phase = WRITING;
	fillPiece();
	disk.ask(OPERATION_WRITE, piece * DISTANCE, BLOCK_SECTORS_MOST, BLOCK_DATA);
	if (piece === BREAK_AT && disk.sessions === 1) breakDriver();
}

function read(): void {
	phase = READING;
	disk.ask(OPERATION_READ, piece * DISTANCE, BLOCK_SECTORS_MOST, BLOCK_DATA);
}

/** A piece has been written, or read: on to the next, or to what `last` begins. */
function nextPiece(again: () => void, last: () => void): void {
	piece++;
	if (piece < PIECES) {
		again();
		return;
	}
	piece = 0;
	last();
}

function flush(): void {
	say(PIECES, ' pieces written');
	phase = FLUSHING;
	disk.ask(OPERATION_FLUSH, 0, 0, 0);
}

function overread(): void {
	say(PIECES, ' pieces read back as they were written');
	phase = OVERREADING;
	disk.ask(OPERATION_READ, <u32>disk.sectors, 1, BLOCK_DATA);
}

/** The pending request has been answered. */
function answered(result: u32): void {
	if (phase === OVERREADING) {
		printText(SLOT_CONSOLE, result === BLOCK_BEHIND_END ? 'nothing lies behind the end' : 'read behind the end');
		say(disk.sessions, ' sessions with the driver');
		halt(SLOT_POWER, 0);
	} else if (result !== BLOCK_DONE) fail('the disk failed');
	else if (phase === WRITING) nextPiece(write, flush);
	else if (phase === FLUSHING) read();
	else if (isPiece()) nextPiece(read, overread);
	else fail('read something else than was written');
}

function opened(status: i32): void {
	if (isBroken(status)) fail('there is no disk, or it is broken');
	if (status !== 0) return;
	say(<u32>disk.sectors, ' sectors');
	write();
}

export function init(): void {
	opened(disk.open(SLOT_BLOCK, SLOT_WAKE));
	setAlarm(PATIENCE, ALARM_BIT);
}

export function notified(bits: u32): void {
	if ((bits & ALARM_BIT) !== 0) {
		const status = phase === OPENING ? disk.open(SLOT_BLOCK, SLOT_WAKE) : disk.recover();
		if (phase === OPENING) opened(status);
		else if (isBroken(status)) fail('the disk broke');
		setAlarm(PATIENCE, ALARM_BIT);
	}
	if (phase === OPENING) return;
	const result = disk.poll();
	if (result !== DISK_PENDING) answered(<u32>result);
}
