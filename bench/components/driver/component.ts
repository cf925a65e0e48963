/** Goes through all phases, round after round; each round is one activation. */
import { ALARM, HALT, IDENTIFY } from '../../../abi/calls.ts';
import { system } from '../../../sdk/kernel.ts';
import { word } from '../../../sdk/message.ts';
import * as calls from './calls.ts';
import { hostile } from './hostile.ts';
import * as objects from './objects.ts';
import * as signals from './signals.ts';
import { SLOT_CONTROL, SLOT_ITERATIONS, SLOT_ROUNDS } from './slots.ts';

const BIT_ROUND: i32 = 1;
const PAUSE_NANOSECONDS: i32 = 1000;
const SAMPLES: u32 = 16;
/** Of things that take so long that fewer will do. */
const FEWER: u32 = 64;

let iterations: u32 = 0;
let rounds: u32 = 0;

function badgeOf(slot: i32): u32 {
	system(IDENTIFY, slot, 0, 0, 0, 0, 0);
	return <u32>word(0);
}

function nextRound(): void {
	system(ALARM, PAUSE_NANOSECONDS, 0, BIT_ROUND, 0, 0, 0);
}

export function init(): void {
	iterations = badgeOf(SLOT_ITERATIONS);
	rounds = badgeOf(SLOT_ROUNDS);
	signals.openQueue();
	nextRound();
}

function measureAll(): void {
	const fewer = iterations / FEWER;
	calls.calibrate(iterations);
	calls.calls(iterations);
	calls.callsWithCapability(SAMPLES);
	calls.loans(fewer);
	calls.batches(fewer);
	signals.notifyHigh(SAMPLES);
	signals.notifyHighRound(iterations);
	signals.notifyLow(iterations);
	signals.queueBursts(fewer);
	signals.interruptsRaised(SAMPLES);
	signals.interruptsOfDevice();
	signals.faults(SAMPLES);
	objects.mappings();
	objects.startAndStop(SAMPLES);
	objects.createProcesses();
	objects.revocations();
	objects.destroyProcesses();
	hostile();
}

export function notified(_bits: i32): void {
	measureAll();
	rounds--;
	if (rounds > 0) nextRound();
	else system(HALT, SLOT_CONTROL, 0, 0, 0, 0, 0);
}
