/** Addresses decode to the field that layout.ts says lies there, whatever shape they have; addresses that may leave their table do not decode. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dice } from '../../test/kernel/arguments.ts';
import { kernelTables } from '../../tools/build/layout.ts';
import { AddressError, locate } from './address.ts';
import { add, apply, bitAnd, choose, constant, multiply, shiftLeft, variable } from './build.ts';
import { addressOf } from './compile.ts';
import { Evaluation } from './evaluate.ts';
import { CELLS, type Cell } from './tables.ts';
import type { Term } from './term.ts';

const CELL_LIST: readonly Cell[] = [...new Set(CELLS.values())];
const ROUNDS = 10_000;

/** A row number below 2 ** bits, as code computes it. */
function rowTerm(name: string, bits: number, dice: Dice): Term {
	const value = dice.oneIn(3) ? apply('GRANT.OWNER', 32, [variable(`${name}of`, 10)]) : variable(name);
	const row = bitAnd(value, constant(2 ** bits - 1));
	return dice.oneIn(4) ? bitAnd(choose(variable('p', 0), value, variable('other')), constant(2 ** bits - 1)) : row;
}

function scaled(row: Term, low: number, dice: Dice): Term {
	return dice.oneIn(2) ? multiply(row, constant(2 ** low)) : shiftLeft(row, constant(low));
}

/** What variables and contents are in one random case. */
function randomCase(dice: Dice): Evaluation {
	const known = new Map<string, bigint>();
	const value = (key: string): bigint => {
		const found = known.get(key) ?? BigInt(dice.next());
		known.set(key, found);
		return found;
	};
	return new Evaluation({
		variable: (name) => (name === 'p' ? value(name) & 1n : name.endsWith('of') ? value(name) & 1023n : value(name)),
		apply: (name, values) => value(`${name} ${values}`),
	});
}

test('an address names the field and the rows that it is made of', () => {
	const dice = new Dice(7);
	const seen = new Set<Cell>();
	for (let round = 0; round < ROUNDS; round++) {
		const cell = dice.pick(CELL_LIST);
		seen.add(cell);
		const rows = cell.axes.map(({ bits }, position) =>
			dice.oneIn(4) ? constant(dice.below(2 ** bits)) : rowTerm(`row${position}`, bits, dice),
		);
		const base = addressOf(
			cell,
			cell.axes.map(() => 0),
		);
		const parts = rows.map((row, position) => scaled(row, cell.axes[position]?.low ?? 0, dice));
		const address = add(constant(base), ...(dice.oneIn(2) ? parts.reverse() : parts));
		const place = locate(address);
		assert.equal(place.cell.name, cell.name);
		const evaluation = randomCase(dice);
		const index = place.index.map((row) => Number(evaluation.value(row)));
		assert.deepEqual(
			place.index.map(({ width }) => width),
			cell.axes.map(({ bits }) => bits),
		);
		assert.equal(addressOf(cell, index), Number(evaluation.value(address)), `${cell.name} ${index}`);
		assert.deepEqual(
			index,
			rows.map((row) => Number(evaluation.value(row))),
		);
	}
	assert.equal(seen.size, CELL_LIST.length);
});

test('every field of layout.ts is a cell of its width at its address', () => {
	for (const { name, base, stride, count, fields } of kernelTables()) {
		if (fields.length === 0) continue;
		for (const { offset, width, name: field } of fields) {
			for (const row of new Set([0, Math.min(1, count - 1), count - 1])) {
				const address = base + row * stride + offset;
				const { cell, index } = locate(constant(address));
				assert.equal(cell.width, width, `${name}.${field}`);
				const rows = index.map(({ value }) => Number(value));
				assert.equal(addressOf(cell, rows), address, `${name}.${field} of row ${row}`);
				assert.ok(
					`${name}.${field}`.startsWith(cell.name.replace(/OPERATIONS|L1|ENTRY/, '')),
					`${name}.${field} is ${cell.name}`,
				);
			}
		}
	}
});

test('an address that may leave its table, lies between fields or between tables is refused', () => {
	const any = variable('any');
	for (const cell of CELL_LIST) {
		const base = addressOf(
			cell,
			cell.axes.map(() => 0),
		);
		for (const address of [add(constant(base), any), add(constant(base), bitAnd(any, constant(1)))]) {
			if (cell.width === 1 && address !== add(constant(base), any)) continue;
			assert.throws(() => locate(address), AddressError, cell.name);
		}
		for (const { low, bits } of cell.axes) {
			const row = bitAnd(any, constant(2 ** (bits + 1) - 1));
			const beyond = add(constant(base), shiftLeft(row, constant(low)));
			// One bit more may be the next coordinate of the same table.
			if (cell.axes.some((other) => other.low === low + bits)) continue;
			assert.throws(() => locate(beyond), AddressError, `${cell.name} beyond bit ${low + bits}`);
			const carry = add(shiftLeft(bitAnd(any, constant(2 ** bits - 1)), constant(low)), constant(base + 2 ** low));
			assert.throws(() => locate(carry), AddressError, `${cell.name} carries beyond bit ${low + bits}`);
		}
	}
	for (const nowhere of [0, 1023, 1024 + 68, 0x00ffffff, 0xffffffff, 0x0a000000])
		assert.throws(() => locate(constant(nowhere)), AddressError, `${nowhere}`);
});

/** A summand with any bits at any place, mostly near those of an axis. */
function anySummand({ axes, width }: Cell, name: string, dice: Dice): Term {
	const axis = dice.oneIn(5) || axes.length === 0 ? { low: dice.below(28), bits: 1 + dice.below(10) } : dice.pick(axes);
	const bits = Math.max(1, axis.bits + dice.pick([0, 0, 0, -1, -2, 1]));
	const low = Math.max(0, axis.low + dice.pick([0, 0, 0, 0, 1, -1, -axis.low]));
	const part = shiftLeft(bitAnd(variable(name), constant(2 ** Math.min(bits, 31) - 1)), constant(low));
	return dice.oneIn(8) ? multiply(part, constant(width)) : part;
}

test('whatever decodes is what the sum comes to, for any sum', () => {
	const dice = new Dice(11);
	let decoded = 0;
	for (let round = 0; round < ROUNDS; round++) {
		const cell = dice.pick(CELL_LIST);
		const base = addressOf(
			cell,
			cell.axes.map(({ bits }) => (dice.oneIn(2) ? 0 : dice.below(2 ** bits))),
		);
		const count = dice.below(4);
		const parts = Array.from({ length: count }, (_, position) => anySummand(cell, `row${position}`, dice));
		const nudge = dice.oneIn(6) ? dice.pick([1, 2, 4, 8, 64, 4096, -4, -8, -64]) : 0;
		const address = add(constant(base + nudge), ...parts);
		let place: ReturnType<typeof locate>;
		try {
			place = locate(address);
		} catch (problem) {
			assert.ok(problem instanceof AddressError, `${problem}`);
			continue;
		}
		decoded++;
		for (let time = 0; time < 4; time++) {
			const evaluation = randomCase(dice);
			const index = place.index.map((row) => Number(evaluation.value(row)));
			assert.equal(addressOf(place.cell, index), Number(evaluation.value(address)), `${place.cell.name} ${index}`);
		}
	}
	assert.ok(decoded > ROUNDS / 10 && decoded < ROUNDS, `${decoded} addresses decode`);
});
