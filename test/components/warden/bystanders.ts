/** The bystanders: a server, two that ask it, one more and one less important than the hostile component, and one that reads a queue. */
import { PROCESS_STOP, REGION_MAP } from '../../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../../abi/rights.ts';
import { expect, expectTrue } from '../director/report.ts';
import { ROW_REGION, SCRATCH, sys } from '../director/stage.ts';
import { gateSlot, give, make, makeRegion, processSlot, setBudget, setPatience, start } from '../director/subjects.ts';
import { takeTicks, wrongAnswers } from './ticks.ts';

const IMAGE_BYSTANDER: i32 = 8;
const IMAGE_ANSWERER: i32 = 9;
const IMAGE_LISTENER: i32 = 10;

/** Their numbers, which are their badges too. */
export const ANSWERER: i32 = 0;
export const ABOVE: i32 = 1;
export const BELOW: i32 = 2;
const LISTENER: i32 = 3;
const COUNT: i32 = 4;

/** A region that the hostile component sees: the listener's queue, or something to read only. */
export const QUEUE: i32 = SCRATCH + 30;
export const READABLE: i32 = SCRATCH + 31;
const PAGES: i32 = 16;

const MILLISECOND: i32 = 1_000_000;
const PERIOD: i32 = 100 * MILLISECOND;
const PATIENCE_ENDLESS: i32 = 255;
/** Rounds in a tenth of a second, of a hundred that there is time for: whoever gets fewer has been kept from its work. */
const ROUNDS_LEAST: i32 = 5;
/** Where bystanders expect the server, and the stranger whom one of them calls. */
const SLOT_ANSWERER: i32 = 2;
export const SLOT_STRANGER: i32 = 3;

function makeOne(s: i32, image: i32, priority: i32): void {
	expect('bystander', make(s, image, priority), 0);
	setBudget(s, 10 * MILLISECOND, PERIOD);
	setPatience(s, PATIENCE_ENDLESS);
}

export function makeBystanders(): void {
	makeOne(ANSWERER, IMAGE_ANSWERER, 160);
	makeOne(ABOVE, IMAGE_BYSTANDER, 100);
	makeOne(BELOW, IMAGE_BYSTANDER, 40);
	makeOne(LISTENER, IMAGE_LISTENER, 90);
	// It has given its signal away: what that costs comes out of its own budget.
	setBudget(ABOVE, 15 * MILLISECOND, PERIOD);
	give(ABOVE, gateSlot(ANSWERER), SLOT_ANSWERER);
	give(BELOW, gateSlot(ANSWERER), SLOT_ANSWERER);
	expect('queue', makeRegion(ROW_REGION, PAGES, QUEUE), 0);
	expect('readable', makeRegion(ROW_REGION + 1, PAGES, READABLE), 0);
	sys(REGION_MAP, processSlot(LISTENER), QUEUE, 1, RIGHT_READ | RIGHT_WRITE);
	for (let s = 0; s < COUNT; s++) start(s);
}

/** Forgets the rounds so far. */
export function forgetRounds(): void {
	for (let s = 0; s < COUNT; s++) takeTicks(s);
}

/** Asserts that everybody got on with its work in the last tenth of a second. */
export function expectProgress(): void {
	expectTrue('aboveGoesOn', takeTicks(ABOVE) >= ROUNDS_LEAST);
	expectTrue('belowGoesOn', takeTicks(BELOW) >= ROUNDS_LEAST);
	expectTrue('listenerGoesOn', takeTicks(LISTENER) >= ROUNDS_LEAST);
	expect('answersRight', wrongAnswers(ABOVE) + wrongAnswers(BELOW), 0);
}

export function stopBystanders(): void {
	for (let s = 0; s < COUNT; s++) expect('stops', sys(PROCESS_STOP, processSlot(s)), 0);
}
