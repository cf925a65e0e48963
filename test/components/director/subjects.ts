/** Subjects: made, driven and unmade by the director. Number s has its own rows, slots and script. */
import {
	CONFIGURE_BUDGET,
	CONFIGURE_HANDLER,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
	DELETE,
	EXTENT_MERGE,
	EXTENT_SPLIT,
	GATE,
	INSTALL,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_DESTROY,
	PROCESS_READ,
	PROCESS_START,
	PROCESS_STOP,
	READ_PROCESS_STATE,
	REGION_CREATE,
	REGION_DESTROY,
	REGION_MAP,
	REGION_PREPARE,
	SIGNAL,
	STATE_STARTED,
} from '../../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../../abi/component.ts';
import { OK } from '../../../abi/errors.ts';
import { RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES, REGION_STEP } from '../../../kernel/layout.ts';
import { call6, notify } from '../../../sdk/kernel.ts';
import { SLOT_DIRECTOR, SUBJECT_SLOTS } from '../protocol.ts';
import { ACCOUNT, FREE_RAM, memoryPages, nativePages, SCRATCH, sys, word } from './stage.ts';

const MOST: u32 = 8;
const FIRST_PROCESS: i32 = 16;
const FIRST_REGION: i32 = 128;
const FIRST_SLOT: i32 = 64;
const EACH: i32 = 8;
const TEMPORARY: i32 = SCRATCH - 1;

const MILLISECOND: i32 = 1_000_000;
/** What a subject can use unless an area says otherwise: 20 ms every second, 2 ms for a call. */
const BUDGET: i32 = 20 * MILLISECOND;
const PERIOD: i32 = 1000 * MILLISECOND;
const WORST_CASE: i32 = 2 * MILLISECOND;
const PATIENCE: i32 = 0;

/** Who pays for the next subject, and the free extent that it is cut off. */
let payer: i32 = ACCOUNT;
let extent: i32 = FREE_RAM;

/** From now on `account` pays for what is made and unmade. */
export function payFrom(account: i32, freeExtent: i32): void {
	payer = account;
	extent = freeExtent;
}

/** The subjects that exist, in the order of their creation: memory goes back to the free extent in the opposite order. */
const created: usize = memory.data(32, 4);
let count: u32 = 0;

export function processRow(s: i32): i32 {
	return FIRST_PROCESS + s;
}
/** Region rows of s: block, own memory, native memory. */
export function regionRow(s: i32): i32 {
	return FIRST_REGION + s * EACH;
}
/** Slots of s in the director's table. */
export function processSlot(s: i32): i32 {
	return FIRST_SLOT + s * EACH;
}
export function gateSlot(s: i32): i32 {
	return FIRST_SLOT + s * EACH + 1;
}
/** A signal with bit 0. */
export function signalSlot(s: i32): i32 {
	return FIRST_SLOT + s * EACH + 2;
}
export function memorySlot(s: i32): i32 {
	return FIRST_SLOT + s * EACH + 3;
}
export function nativeSlot(s: i32): i32 {
	return FIRST_SLOT + s * EACH + 4;
}

/** A region of its own rows and slots, prepared. First error. */
export function makeRegion(row: i32, pages: i32, slot: i32): i32 {
	let error = sys(REGION_CREATE, payer, extent, row, pages, slot);
	for (let step: i32 = 0; step * <i32>REGION_STEP < pages && error === OK; step++) {
		error = sys(REGION_PREPARE, payer, row, step);
	}
	return error;
}

/** Gives the region back to the free extent, whose last neighbour it is. */
export function unmakeRegion(row: i32, slot: i32): i32 {
	sys(DELETE, slot);
	const error = sys(REGION_DESTROY, payer, row);
	return error === OK ? sys(EXTENT_MERGE, payer, extent, row) : error;
}

function mapMemories(s: i32, image: i32): i32 {
	let error = makeRegion(regionRow(s) + 1, memoryPages(image), memorySlot(s));
	if (error !== OK) return error;
	error = sys(REGION_MAP, processSlot(s), memorySlot(s), MEMORY_OWN, RIGHT_READ | RIGHT_WRITE);
	if (error !== OK) return error;
	error = sys(REGION_MAP, processSlot(s), image, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE);
	if (error !== OK || nativePages(image) === 0) return error;
	error = makeRegion(regionRow(s) + 2, nativePages(image), nativeSlot(s));
	if (error !== OK) return error;
	return sys(REGION_MAP, processSlot(s), nativeSlot(s), MEMORY_NATIVE, RIGHT_READ | RIGHT_WRITE);
}

/** A process of `image` with memories and default budget, of priority 0 still. First error. */
export function build(s: i32, image: i32): i32 {
	store<i32>(created + (count << 2), s);
	count++;
	let error = sys(EXTENT_SPLIT, payer, extent, regionRow(s), PROCESS_BLOCK_PAGES);
	if (error !== OK) return error;
	error = sys(PROCESS_CREATE, payer, processRow(s), regionRow(s), SUBJECT_SLOTS, processSlot(s));
	if (error !== OK) return error;
	error = mapMemories(s, image);
	if (error !== OK) return error;
	sys(GATE, processSlot(s), gateSlot(s), s);
	sys(SIGNAL, processSlot(s), signalSlot(s), 1);
	sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_PATIENCE, PATIENCE);
	return sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_BUDGET, BUDGET, PERIOD);
}

/** A capability of the director goes into slot `destination` of the subject. */
export function give(s: i32, slot: i32, destination: i32): i32 {
	return sys(INSTALL, processSlot(s), slot, destination, RIGHTS_ALL);
}

/** Gives the subject a gate to the director, and makes the director its fault handler; the badge is its number. */
function introduce(s: i32): i32 {
	sys(GATE, 0, TEMPORARY, s);
	const error = give(s, TEMPORARY, SLOT_DIRECTOR);
	sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_HANDLER, TEMPORARY);
	sys(DELETE, TEMPORARY);
	return error;
}

export function setPriority(s: i32, priority: i32): i32 {
	return sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_PRIORITY, priority);
}
export function setBudget(s: i32, budget: i32, period: i32): i32 {
	return sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_BUDGET, budget, period);
}
export function setWorstCase(s: i32, nanoseconds: i32): i32 {
	return sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_WORST_CASE, nanoseconds);
}
export function setPatience(s: i32, times: i32): i32 {
	return sys(PROCESS_CONFIGURE, processSlot(s), CONFIGURE_PATIENCE, times);
}

/** A subject that serves, everything but started. First error. */
export function make(s: i32, image: i32, priority: i32): i32 {
	let error = build(s, image);
	if (error === OK) error = setWorstCase(s, WORST_CASE);
	if (error === OK) error = introduce(s);
	return error === OK ? setPriority(s, priority) : error;
}

export function start(s: i32): i32 {
	return sys(PROCESS_START, processSlot(s));
}

export function state(s: i32): i32 {
	return sys(PROCESS_READ, processSlot(s), READ_PROCESS_STATE);
}

/** Makes and starts a subject. First error. */
export function makeAndStart(s: i32, image: i32, priority: i32): i32 {
	const error = make(s, image, priority);
	return error === OK ? start(s) : error;
}

function unmake(s: i32): i32 {
	if (state(s) === STATE_STARTED) sys(PROCESS_STOP, processSlot(s));
	const error = sys(PROCESS_DESTROY, payer, processRow(s));
	if (error !== OK) return error;
	if (sys(REGION_DESTROY, payer, regionRow(s) + 2) === OK) sys(EXTENT_MERGE, payer, extent, regionRow(s) + 2);
	unmakeRegion(regionRow(s) + 1, memorySlot(s));
	for (let slot: i32 = 0; slot < EACH; slot++) sys(DELETE, processSlot(s) + slot);
	return sys(EXTENT_MERGE, payer, extent, regionRow(s));
}

/** Destroys every subject made since there were `kept`, the last one first; their memory is free again. First error. */
export function unmakeAll(kept: u32): i32 {
	let error: i32 = OK;
	while (count > kept && error === OK) {
		count--;
		error = unmake(load<i32>(created + (count << 2)));
	}
	return error;
}

/** How many subjects there are. */
export function made(): u32 {
	return count;
}

/** Tells the subject to look into its script, or to do what it has prepared. */
export function wake(s: i32): i32 {
	return notify(signalSlot(s));
}

/**
 * Has a subject of higher priority do something at once. Its outcome; the words of that are `answer(0..4)`. An error of the call
 * itself (SERVER_FAULT, ...) comes back multiplied by CALL_FAILED.
 */
export function ask(
	s: i32,
	order: i32,
	w0: i32 = 0,
	w1: i32 = 0,
	w2: i32 = 0,
	w3: i32 = 0,
	w4: i32 = 0,
	w5: i32 = 0,
): i32 {
	const status = call6(gateSlot(s), order, w0, w1, w2, w3, w4, w5);
	return status < 0 ? status * CALL_FAILED : word(0);
}
export const CALL_FAILED: i32 = 1000;

/** Word `index` (0..4) of what `ask` had done. */
export function answer(index: u32): i32 {
	return word(index + 1);
}

/** Subjects that the director can number. */
export const SUBJECTS: u32 = MOST;
