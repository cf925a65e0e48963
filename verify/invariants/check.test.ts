/** The checker itself: it finds nothing wrong with a healthy system, and notices almost every word that is changed in one. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as layout from '../../kernel/layout.ts';
import type { ModelKernel } from '../../test/kernel/kernel.ts';
import * as world from '../../test/kernel/world.ts';
import { checkInvariants, describe, totalsOf } from './check.ts';
import { busySystem } from './healthy.ts';

/** Which of the words of a row can change without notice: byte offsets of its fields. */
function unnoticed(kernel: ModelKernel, address: number, bytes: number): number[] {
	const offsets: number[] = [];
	const totals = totalsOf(kernel.bytes);
	for (let offset = 0; offset < bytes; offset += 4) {
		const index = (address + offset) >>> 2;
		const value = kernel.words[index] as number;
		for (const wrong of [value ^ 1, (value + 0x10000) >>> 0]) {
			kernel.words[index] = wrong;
			if (checkInvariants(kernel.bytes, totals).length === 0 && !offsets.includes(offset)) offsets.push(offset);
		}
		kernel.words[index] = value;
	}
	return offsets;
}

test('a healthy system has no violations', async () => {
	const session = await busySystem();
	assert.deepEqual(checkInvariants(session.kernel.bytes, totalsOf(session.kernel.bytes)).map(describe), []);
});

test('a violation says where, what must hold, what was expected and what was found', async () => {
	const { kernel } = await busySystem();
	kernel.words[(layout.ACCOUNT_BASE + layout.ACCOUNT_STRIDE + layout.ACCOUNT_PAGES) >>> 2] = 7;
	const [violation] = checkInvariants(kernel.bytes);
	assert.ok(violation !== undefined);
	assert.equal(describe(violation), 'account 1: counts its pages (expected 4096, found 7)');
});

/** Free values: nothing else in the tables says what they must be (state and priority: of a process that does nothing). */
const PROCESS_FREE: readonly number[] = [
	layout.PROCESS_STATE,
	layout.PROCESS_GENERATION,
	layout.PROCESS_PRIORITY,
	layout.PROCESS_LABEL_FIELD,
	layout.PROCESS_LEFT,
	layout.PROCESS_WORST_CASE,
	layout.PROCESS_PENDING,
	layout.PROCESS_FAULTS,
	layout.PROCESS_DEFERRED_BADGE,
	layout.PROCESS_LOAN,
	layout.PROCESS_LOAN_OFFSET,
	layout.PROCESS_LOAN_LENGTH,
	layout.PROCESS_RECEIVE,
	layout.PROCESS_REPLY,
	layout.PROCESS_RETURN,
	layout.PROCESS_PERIOD,
	layout.PROCESS_PATIENCE,
	layout.PROCESS_PATIENCE_USED,
	layout.PROCESS_STARTED_AT_64,
	layout.PROCESS_STARTED_AT_64 + 4,
	layout.PROCESS_ALARM_BITS,
	layout.PROCESS_HANDLER,
	layout.PROCESS_HANDLER_GENERATION,
	layout.PROCESS_HANDLER_BADGE,
	layout.PROCESS_CAUSE,
	layout.PROCESS_PLACE,
	layout.PROCESS_FAULT_COUNT,
	layout.PROCESS_EPOCH_64,
	layout.PROCESS_EPOCH_64 + 4,
	layout.PROCESS_TIME,
	layout.PROCESS_SLOTS,
];

/** Whoever is ready may be so for `init`, for a signal, or in the middle of something. */
const READY_FREE: readonly number[] = [layout.PROCESS_ACTIVE, layout.PROCESS_INIT_DUE];
/** Whoever waits for a refill may have an alarm that comes later. */
const THROTTLED_FREE: readonly number[] = [layout.PROCESS_ALARM_64, layout.PROCESS_ALARM_64 + 4];

test('every word of a process that means something to another is noticed', async () => {
	const { kernel } = await busySystem();
	for (const row of world.PROCESSES) {
		const address = layout.PROCESS_BASE + row * layout.PROCESS_STRIDE;
		const ready = kernel.process(row, layout.PROCESS_READY) !== 0;
		const throttled = kernel.process(row, layout.PROCESS_THROTTLED) !== 0;
		const free = [...PROCESS_FREE, ...(ready ? READY_FREE : []), ...(throttled ? THROTTLED_FREE : [])];
		const missed = unnoticed(kernel, address, layout.PROCESS_STRIDE).filter((field) => !free.includes(field));
		assert.deepEqual(missed, [], `process ${row}`);
	}
	assert.deepEqual(unnoticed(kernel, layout.PROCESS_BASE + 200 * layout.PROCESS_STRIDE, layout.PROCESS_STRIDE), [
		layout.PROCESS_GENERATION,
	]);
});

/** Rows of the other tables, with the fields that may have any value. */
const ROWS: readonly [name: string, address: number, bytes: number, free: readonly number[]][] = [
	['account', layout.ACCOUNT_BASE + layout.ACCOUNT_STRIDE, 48, [layout.ACCOUNT_GENERATION, layout.ACCOUNT_CEILING]],
	['free account', layout.ACCOUNT_BASE + 60 * layout.ACCOUNT_STRIDE, 48, [layout.ACCOUNT_GENERATION]],
	['grant', layout.GRANT_BASE + 2 * layout.GRANT_STRIDE, 20, [layout.GRANT_GENERATION]],
	[
		'region',
		layout.REGION_BASE + world.memoryRow(world.CLIENT) * layout.REGION_STRIDE,
		layout.REGION_STRIDE,
		[layout.REGION_LABEL_FIELD],
	],
	['extent', layout.REGION_BASE + world.EXTENT_ROW * layout.REGION_STRIDE, 44, [layout.REGION_GENERATION]],
	['unused region row', layout.REGION_BASE + 500 * layout.REGION_STRIDE, 64, [layout.REGION_GENERATION]],
	[
		'interrupt',
		layout.INTERRUPT_BASE + world.lineOf(world.CLIENT) * layout.INTERRUPT_STRIDE,
		32,
		[
			layout.INTERRUPT_PROCESS,
			layout.INTERRUPT_BITS,
			layout.INTERRUPT_MASKED,
			layout.INTERRUPT_GRANT,
			layout.INTERRUPT_GENERATION,
		],
	],
	['level', layout.LEVEL_BASE + 100 * layout.LEVEL_STRIDE, 48, [layout.LEVEL_LAST, 12]],
	['empty level', layout.LEVEL_BASE + 77 * layout.LEVEL_STRIDE, 48, [layout.LEVEL_LAST, 12]],
	['priorities', layout.PRIORITIES_BASE, 32, []],
	['timer', layout.TIMER_BASE + layout.TIMER_STRIDE, layout.TIMER_STRIDE * 511, []],
	['slot 0', layout.BLOCK_BASE + world.CLIENT * layout.BLOCK_STRIDE + layout.BLOCK_SLOTS, 32, []],
	[
		'capability',
		layout.BLOCK_BASE +
			world.CLIENT * layout.BLOCK_STRIDE +
			layout.BLOCK_SLOTS +
			world.SLOT_OWN_REGION * layout.CAPABILITY_STRIDE,
		32,
		[layout.CAPABILITY_OBJECT, layout.CAPABILITY_RIGHTS, layout.CAPABILITY_GRANT],
	],
	[
		'mapping',
		layout.BLOCK_BASE + world.SERVER * layout.BLOCK_STRIDE + layout.BLOCK_MAPPINGS,
		32,
		[layout.MAPPING_GRANT],
	],
	['first-level table', layout.BLOCK_BASE + world.CLIENT * layout.BLOCK_STRIDE, 4096, []],
	['L3 table', layout.TABLES_BASE + world.memoryRow(world.CLIENT) * layout.TABLES_STRIDE + 4096, 4096, []],
];

for (const [name, address, bytes, free] of ROWS) {
	test(`every word of a row is noticed: ${name}`, async () => {
		const { kernel } = await busySystem();
		const missed = unnoticed(kernel, address, bytes).filter((field) => !free.includes(field));
		assert.deepEqual(missed, []);
	});
}
