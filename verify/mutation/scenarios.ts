/** What is recorded: boots, and random sequences of a running system from several states, some of them near the end of what a field can hold. */

import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { Dice } from '../../test/kernel/arguments.ts';
import { ModelKernel, type SavedState } from '../../test/kernel/kernel.ts';
import { step } from '../../test/kernel/random.ts';
import { Session } from '../../test/kernel/session.ts';
import { bootWorld, RAM_END, RAM_FIRST } from '../../test/kernel/world.ts';
import { type Corpus, Recorder, UNBOOTED } from './corpus.ts';
import type { Coverage } from './coverage.ts';

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
		if (name === 'call' && dice.oneIn(4)) return recorded('callSlow', ...values);
		if (name === 'reply' && dice.oneIn(4)) return recorded('replySlow', ...values);
		return recorded(name, ...values);
	};
	for (let sequence = 0; sequence < count; sequence++) {
		const { state, now } = starts[sequence % starts.length] as Start;
		recorder.kernel.restore(state);
		recorder.begin();
		const session = new Session(recorder.kernel);
		session.now = now;
		for (let made = 0; made < STEPS; made++) step(session, dice.next());
	}
	return recorder.finish();
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

interface Start {
	readonly state: SavedState;
	/** Nanoseconds since boot. */
	readonly now: bigint;
}

/** Just below what fits a word. */
const LATE = 0xffff_f000n;

/** The booted test system: on both kinds of machines, early and late, with young generations and with nearly used up ones. */
function startStates(wasm: Uint8Array): Start[] {
	const kernel = new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
	const starts: Start[] = [];
	for (const canSuspend of [true, false]) {
		kernel.restore(UNBOOTED);
		bootWorld(kernel, canSuspend);
		const state = kernel.save();
		starts.push({ state, now: 0n }, { state, now: 0n }, { state, now: LATE });
		age(kernel);
		starts.push({ state: kernel.save(), now: LATE });
	}
	return starts;
}

/** What is added to every generation: two more, and a row is retired. */
const AGE = layout.GENERATION_LAST - 3;

/** Adds AGE to every generation, and to every copy of one. */
function age(kernel: ModelKernel): void {
	for (const [base, stride, count, field] of GENERATIONS) {
		for (let index = 0; index < count; index++) add(kernel, base + index * stride + field);
	}
	for (let index = 1; index < layout.GRANT_COUNT; index++) {
		const at = layout.GRANT_BASE + index * layout.GRANT_STRIDE;
		if (kernel.word(at + layout.GRANT_PARENT) !== 0) add(kernel, at + layout.GRANT_PARENT_GENERATION);
	}
	for (let line = 0; line < layout.INTERRUPT_COUNT; line++) {
		const at = layout.INTERRUPT_BASE + line * layout.INTERRUPT_STRIDE;
		if (kernel.word(at + layout.INTERRUPT_PROCESS) !== 0) add(kernel, at + layout.INTERRUPT_PROCESS_GENERATION);
	}
	for (const holder of kernel.processes()) ageProcess(kernel, holder);
	const epoch = layout.GLOBAL_BASE + layout.GLOBAL_EPOCH_64;
	kernel.longs[epoch >>> 3] = LATE_EPOCH;
}

/** The counter of revocations is about to need its second word. */
const LATE_EPOCH = 0xffff_fffen;

function ageProcess(kernel: ModelKernel, holder: number): void {
	const at = layout.PROCESS_BASE + holder * layout.PROCESS_STRIDE;
	if (kernel.word(at + layout.PROCESS_HANDLER) !== 0) add(kernel, at + layout.PROCESS_HANDLER_GENERATION);
	kernel.longs[(at + layout.PROCESS_EPOCH_64) >>> 3] = LATE_EPOCH;
	const block = kernel.block(holder);
	for (let slot = 1; slot < layout.SLOTS_MOST; slot++) {
		const capability = block + layout.BLOCK_SLOTS + slot * layout.CAPABILITY_STRIDE;
		const kind = kernel.word(capability + layout.CAPABILITY_KIND);
		if (kind !== 0 && kind !== rights.KIND_CONTROL) add(kernel, capability + layout.CAPABILITY_GENERATION);
	}
	for (let memory = 0; memory < layout.MAPPING_COUNT; memory++) {
		const mapping = block + layout.BLOCK_MAPPINGS + memory * layout.MAPPING_STRIDE;
		if (kernel.word(mapping + layout.MAPPING_RIGHTS) !== 0) add(kernel, mapping + layout.MAPPING_GENERATION);
	}
}

function add(kernel: ModelKernel, address: number): void {
	kernel.words[address >>> 2] = (kernel.words[address >>> 2] as number) + AGE;
}

/** Tables with generations: base, stride, count, offset. */
const GENERATIONS: readonly (readonly [number, number, number, number])[] = [
	[layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_COUNT, layout.PROCESS_GENERATION],
	[layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_COUNT, layout.REGION_GENERATION],
	[layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_COUNT, layout.ACCOUNT_GENERATION],
	[layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_COUNT, layout.GRANT_GENERATION],
	[layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, layout.INTERRUPT_COUNT, layout.INTERRUPT_GENERATION],
];
