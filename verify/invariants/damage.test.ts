/**
 * The invariants of the proof against damage: one word of a healthy system is changed. Each invariant notices some of it, and whatever the
 * independent checker notices, they do. (Words that are no field are not changed: nothing in the kernel can address them.)
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as layout from '../../kernel/layout.ts';
import type { ModelKernel } from '../../test/kernel/kernel.ts';
import * as world from '../../test/kernel/world.ts';
import { CONSEQUENCES, INVARIANTS, SUMS } from './catalogue.ts';
import { checkInvariants, describe, totalsOf } from './check.ts';
import { Evaluator } from './evaluate.ts';
import { borrowingSystem, busySystem } from './healthy.ts';

/** A range of words: every `step`th byte of so many from an address on. */
interface Words {
	readonly name: string;
	readonly address: number;
	readonly bytes: number;
	readonly step: number;
}

function rows(table: string, base: number, stride: number, bytes: number, numbers: readonly number[]): Words[] {
	return numbers.map((row) => ({ name: `${table} ${row}`, address: base + row * stride, bytes, step: 4 }));
}

const BLOCK = layout.BLOCK_BASE + world.CLIENT * layout.BLOCK_STRIDE;
const DRIVER_SLOTS = layout.BLOCK_BASE + world.DRIVER * layout.BLOCK_STRIDE + layout.BLOCK_SLOTS;
const TABLES = layout.TABLES_BASE + world.memoryRow(world.CLIENT) * layout.TABLES_STRIDE;
const { PROCESS_STRIDE, REGION_STRIDE, ACCOUNT_STRIDE, GRANT_STRIDE, CAPABILITY_STRIDE, LEVEL_STRIDE } = layout;
const { CLIENT } = world;
const ROOT_AND_OTHERS = [0, world.ACCOUNT, world.CHILD_ACCOUNT, 2, 60];
const REGIONS = [0, 3, 8, world.blockRow(CLIENT), world.memoryRow(CLIENT), world.EXTENT_ROW, 500];
/** Own capabilities of each kind, a gate, a signal, copies under grants, empty ones, one outside the table. */
const SLOTS = [0, 2, 3, 4, 5, 17, 27, 50, 51, 60, 70];
/** So that a prime number of steps goes through every field and bit. */
const SPARSE = 116;

const PROCESSES = rows('process', layout.PROCESS_BASE, PROCESS_STRIDE, 256, [0, ...world.PROCESSES, 200]);
const WORDS: readonly Words[] = [
	...PROCESSES,
	...rows('global', layout.GLOBAL_BASE, layout.GLOBAL_STRIDE, 68, [0]),
	...rows('account', layout.ACCOUNT_BASE, ACCOUNT_STRIDE, 48, ROOT_AND_OTHERS),
	...rows('grant', layout.GRANT_BASE, GRANT_STRIDE, 20, [0, 1, 2, 9]),
	...rows('region', layout.REGION_BASE, REGION_STRIDE, 44, REGIONS),
	...rows('line', layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, 32, [world.lineOf(CLIENT), 5]),
	...rows('level', layout.LEVEL_BASE, LEVEL_STRIDE, 48, [100, 77, 150]),
	...rows('priorities', layout.PRIORITIES_BASE, layout.PRIORITIES_STRIDE, 8, [0, 1, 2, 3]),
	...rows('slot', BLOCK + layout.BLOCK_SLOTS, CAPABILITY_STRIDE, 28, SLOTS),
	...rows('slot of the driver', DRIVER_SLOTS, CAPABILITY_STRIDE, 28, [world.SLOT_OWN_CONTROL]),
	...rows('mapping', BLOCK + layout.BLOCK_MAPPINGS, layout.MAPPING_STRIDE, 20, [0, 3, 4, 15]),
	{ name: 'timer', address: layout.TIMER_BASE + 8, bytes: 4088, step: SPARSE },
	{ name: 'first-level table', address: BLOCK, bytes: 4096, step: SPARSE },
	{ name: 'window', address: BLOCK + 64, bytes: 8, step: 4 },
	{ name: 'L2 table', address: TABLES, bytes: 4096, step: SPARSE },
	{ name: 'L3 table', address: TABLES + 4096, bytes: 4096, step: SPARSE },
	{ name: 'flow', address: layout.FLOW_BASE, bytes: 64, step: 20 },
];

/** Changes each word to some others, and back. */
function damage(kernel: ModelKernel, words: readonly Words[], examine: (where: string) => void): void {
	for (const { name, address, bytes, step } of words) {
		for (let offset = 0; offset < bytes; offset += step) {
			const index = (address + offset) >>> 2;
			const value = kernel.words[index] as number;
			for (const wrong of new Set([(value ^ 1) >>> 0, (value ^ 2) >>> 0, (value + 0x10000) >>> 0, 0xffffffff])) {
				kernel.words[index] = wrong;
				if (wrong !== value) examine(`${name} + ${offset}: ${wrong} for ${value}`);
			}
			kernel.words[index] = value;
		}
	}
}

test('every invariant notices some damage, and all together whatever the independent checker notices', async () => {
	const noticed = new Set<string>();
	const missed: string[] = [];
	const systems = [
		[busySystem, WORDS],
		[borrowingSystem, PROCESSES],
	] as const;
	for (const [start, words] of systems) {
		const { kernel } = await start();
		const evaluator = await Evaluator.over(kernel.memory);
		const [totals, conserved] = [totalsOf(kernel.bytes), evaluator.conserved()];
		assert.deepEqual(evaluator.brokenSince(conserved), []);
		damage(kernel, words, (where) => {
			const broken = evaluator.brokenSince(conserved);
			for (const { name } of broken) noticed.add(name);
			if (broken.length > 0) return;
			const [violation] = checkInvariants(kernel.bytes, totals);
			if (violation !== undefined) missed.push(`${where}: ${describe(violation)}`);
		});
	}
	const all = [...INVARIANTS, ...CONSEQUENCES, ...SUMS].map(({ name }) => name);
	assert.deepEqual(
		all.filter((name) => !noticed.has(name)),
		[],
	);
	assert.deepEqual(missed, []);
});

test('a broken invariant says what must hold and where it does not', async () => {
	const { kernel } = await busySystem();
	const evaluator = await Evaluator.over(kernel.memory);
	kernel.words[(layout.PROCESS_BASE + CLIENT * PROCESS_STRIDE + layout.PROCESS_LABEL_FIELD) >>> 2] = 64;
	const texts = evaluator.broken().map(({ text }) => text);
	assert.ok(texts.includes(`the label of a process is below 64: not of process ${CLIENT}`), texts.join('\n'));
	kernel.words[(layout.ACCOUNT_BASE + world.ACCOUNT * ACCOUNT_STRIDE + layout.ACCOUNT_PROCESS_ROWS) >>> 2] = 99;
	const [, ...others] = evaluator.broken().map(({ text }) => text);
	assert.ok(
		others.includes(`an account counts the process rows that it owns: account 1 counts 99, there are 10`),
		others.join('\n'),
	);
});
