/** What is recorded: boots, and random sequences of a running system from several states, some of them near the end of what a field can hold. */

import { GLOBAL_OUT_LIMIT } from '../../kernel/layout.ts';
import { Dice } from '../../test/kernel/arguments.ts';
import type { EntryName, ModelKernel, SavedState } from '../../test/kernel/kernel.ts';
import { step } from '../../test/kernel/random.ts';
import { Session } from '../../test/kernel/session.ts';
import { bootWorld, RAM_END, RAM_FIRST } from '../../test/kernel/world.ts';
import { type AnyEntry, type Corpus, Recorder, UNBOOTED } from './corpus.ts';
import type { Coverage } from './coverage.ts';
import { makeChanges, startStates } from './starts.ts';

const STEPS = 60;
/** Sequences of wrong and right boot entries in random order, and entries in each. */
const ODD_BOOTS = 200;
const ODD_BOOT_ENTRIES = 40;

/** Random sequences of a running system. */
export function recordRunning(kernel: Uint8Array, reference: Uint8Array, coverage: Coverage, count: number): Corpus {
	const starts = startStates(kernel);
	const recorder = new Recorder(coverage, reference);
	const recorded = recorder.kernel.enter;
	const dice = new Dice(2026);
	// What stands behind the fast paths is never called by a machine, but it is an entry.
	recorder.kernel.enter = (name, ...values) => {
		for (let tries = dice.below(3); tries > 0; tries--) recorder.tryEntry(...vary(name, values, dice));
		if (name === 'call' && dice.oneIn(4)) return recorded('callSlow', ...values);
		if (name === 'reply' && dice.oneIn(4)) return recorded('replySlow', ...values);
		return recorded(name, ...values);
	};
	// The second start is the system as it was booted, early.
	makeChanges(recorder.kernel, starts[1]?.state as SavedState, () => recorder.begin());
	for (let sequence = 0; sequence < count; sequence++) {
		const { state, now } = starts[sequence % starts.length] as (typeof starts)[number];
		recorder.kernel.restore(state);
		recorder.begin();
		const session = new Session(recorder.kernel);
		session.now = now;
		if (session.current !== 0) session.left = session.out(GLOBAL_OUT_LIMIT);
		for (let made = 0; made < STEPS; made++) step(session, dice.next());
		if (dice.oneIn(4)) enterAnyhow(session, dice);
	}
	return recorder.finish();
}

/** Values at the edges of tables and types. */
const EDGES = [
	...[
		0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 31, 32, 33, 62, 63, 64, 65, 127, 128, 129, 254, 255, 256,
		257,
	],
	...[511, 512, 513, 1022, 1023, 1024, 1025, 8191, 8192, 8193, 0x10000, 0x7ffffffe, 0x7fffffff, 0x80000000, 0xffffffff],
];

/** An entry like the one that is about to be made, with one or two arguments changed; or another call with its arguments. */
function vary(name: AnyEntry, values: readonly number[], dice: Dice): [AnyEntry, number[]] {
	const varied = [...values];
	const first = name === 'system' ? 1 : 0;
	if (name === 'system' && dice.oneIn(8)) varied[0] = dice.below(80);
	for (let changes = 1 + dice.below(2); changes > 0 && varied.length > first; changes--) {
		const at = first + dice.below(varied.length - first);
		varied[at] = varyValue(varied[at] as number, dice) | 0;
	}
	return [name, varied];
}

function varyValue(value: number, dice: Dice): number {
	if (dice.oneIn(3)) return value + 1;
	if (dice.oneIn(3)) return value - 1;
	return dice.oneIn(3) ? value ^ (1 << dice.below(32)) : dice.pick(EDGES);
}

/** Entries that no machine makes, such as the end of an activation while nobody executes. */
function enterAnyhow(session: Session, dice: Dice): void {
	if (dice.oneIn(2)) session.drain(50);
	const left = dice.below(1_000_000);
	const now = [Number(session.now & 0xffffffffn), Number(session.now >> 32n)];
	for (const name of [
		'preempt',
		'finish',
		'reply',
		'replySlow',
		'expire',
		'wait',
		'fault',
		'tick',
		'system',
	] as const) {
		if (dice.oneIn(2)) session.kernel.enter(name, ...anyhow(name, left, now, dice));
	}
}

function anyhow(name: EntryName, left: number, now: number[], dice: Dice): number[] {
	if (name === 'expire' || name === 'tick') return now;
	if (name === 'wait') return [left, ...now];
	if (name === 'fault') return [1 + dice.below(5), dice.next(), left];
	if (name === 'system') return [dice.below(70), 1, 2, 3, 4, 5, 6, ...now];
	return name === 'reply' || name === 'replySlow' ? [left, dice.below(9)] : [left];
}

/** The boot of the test system, and boots that go wrong. */
export function recordBoots(reference: Uint8Array, coverage: Coverage): Corpus {
	const recorder = new Recorder(coverage, reference);
	const { kernel } = recorder;
	for (const canSuspend of [true, false]) {
		kernel.restore(UNBOOTED);
		recorder.begin();
		bootWorld(kernel, canSuspend);
		for (const attempt of ODD_ENTRIES) kernel.enter(attempt[0], ...attempt[1](new Dice(1)));
	}
	const dice = new Dice(7);
	for (let boot = 0; boot < ODD_BOOTS; boot++) {
		kernel.restore(UNBOOTED);
		recorder.begin();
		if (!dice.oneIn(20)) kernel.enter('bootBegin', dice.below(2), 65_536, 4096, RAM_FIRST, RAM_END);
		for (let made = 0; made < ODD_BOOT_ENTRIES && !recorder.full; made++) {
			const [name, make] = dice.pick(ODD_ENTRIES);
			kernel.enter(name, ...make(dice));
		}
	}
	return recorder.finish();
}

/** Boot entries that mostly could succeed. */
const ODD_ENTRIES: readonly (readonly [Parameters<ModelKernel['enter']>[0], (dice: Dice) => number[]])[] = [
	['bootBegin', (dice) => [dice.below(3), 65_536, 4096, 5, 9]],
	['bootExtent', (dice) => [row(dice), 0x48000 + dice.below(64) * 64, dice.pick([0, 1, 4, 4, 4, 4096])]],
	['bootExtent', (dice) => [row(dice), 0x50000 + dice.below(64) * 64, dice.pick([4, 1024, 4096, 4096])]],
	['bootProcess', (dice) => [pick(dice, 1), row(dice), pick(dice, 128, 3, 4), priority(dice), ...budget(dice)]],
	['bootProcess', (dice) => [1, row(dice), 128, 255, 1_000_000, 2_000_000]],
	[
		'bootRegion',
		(dice) => [row(dice), 0x44000, pick(dice, 16, 17, 512, 513, 8192, 8193), dice.below(4), row(dice), slot(dice)],
	],
	['bootPrepare', (dice) => [row(dice), dice.below(3)]],
	['bootMemory', (dice) => [row(dice), row(dice), pick(dice, 16, 17, 512, 513, 8192, 8193)]],
	['bootMap', (dice) => [pick(dice, 1), row(dice), dice.below(18), dice.pick([4, 12, 12, 20])]],
	['bootMap', (dice) => [1, row(dice), dice.pick([0, 15]), dice.pick([12, 20])]],
	['bootEnd', () => []],
];

function pick(dice: Dice, ...usual: readonly number[]): number {
	return dice.oneIn(6) ? dice.pick([0, 1, 2, 255, 256, 257, 1023, 1024, 0xffffffff]) : dice.pick(usual);
}

function row(dice: Dice): number {
	return dice.oneIn(20) ? dice.pick([0, 1023, 1024, 0xffffffff]) : 1 + dice.below(8);
}

function slot(dice: Dice): number {
	return dice.oneIn(4) ? dice.pick([0, 1, 127, 128, 255, 256]) : 4 + dice.below(40);
}

function priority(dice: Dice): number {
	return pick(dice, 1, 100, 255);
}

function budget(dice: Dice): number[] {
	return [pick(dice, 1_000_000, 2_000_000), pick(dice, 2_000_000, 1_000_000_000)];
}
