/** From an address, a sum of scaled row numbers, back to the table, the rows and the field that it names. Fails on whatever may leave its table. */
import { add, constant, equal, extend, extract, isConstant, shiftLeft, subtract } from './build.ts';
import { AREAS, type Area, type Axis, type Cell, extentOf } from './tables.ts';
import type { Term } from './term.ts';

/** A cell and its coordinates, each as wide as its axis. */
export interface Place {
	readonly cell: Cell;
	readonly index: readonly Term[];
}

/** Why an address is not understood. */
export class AddressError extends Error {}

/** A sum of bit ranges: what is constant, and what is not. */
interface Sum {
	readonly rest: number;
	readonly parts: readonly Term[];
}

function flatten(address: Term): Sum {
	const parts = address.operation === 'add' ? address.parts : [address];
	const rest = parts.filter(isConstant).reduce((sum, part) => sum + part.value, 0n);
	return { rest: Number(rest), parts: parts.filter((part) => !isConstant(part)) };
}

/** The tables whose base the constant part has passed, nearest last. */
function candidates(rest: number): Area[] {
	return AREAS.filter(({ base, end }) => rest >= base && rest < end).filter((given) => {
		const [outer, inner] = given.axes;
		if (outer === undefined || inner === undefined || given.base !== AREAS.find(({ name }) => name === 'BLOCK')?.base)
			return true;
		const within = (rest - given.base) % 2 ** outer.low;
		return within >= given.origin && within < given.origin + extentOf(given);
	});
}

/** Coordinate `axis` of a sum whose constant part is `rest`; throws when summands may carry beyond it. */
function coordinate({ low, bits }: Axis, rest: number, parts: readonly Term[]): Term {
	const all = (1n << BigInt(bits)) - 1n;
	const shift = BigInt(low);
	const fixed = (BigInt(rest) >> shift) & all;
	const found = parts.filter((part) => ((part.bits >> shift) & all) !== 0n);
	const most = found.reduce((sum, part) => sum + ((part.bits >> shift) & all), fixed);
	if (most > all) throw new AddressError(`a row number may reach ${most}, beyond ${all}`);
	if (found.length === 0) return constant(fixed, bits);
	return add(...found.map((part) => extract(part, low + bits - 1, low)), constant(fixed, bits));
}

/** Every bit that a summand may have must belong to an axis or to the offset within a row. */
function checkBits({ name, axes, stride }: Area, parts: readonly Term[]): void {
	const known = axes.reduce((bits, { low, bits: count }) => bits | (((1n << BigInt(count)) - 1n) << BigInt(low)), 0n);
	const offsets = BigInt(stride - 1);
	for (const part of parts) {
		const stray = part.bits & ~(known | offsets);
		if (stray !== 0n) throw new AddressError(`an address in ${name} may leave the table: bits ${stray.toString(16)}`);
	}
}

/** The cell at an offset that may have variable parts (the number within a group of equal fields). */
function cellAt({ name, cells, stride }: Area, rest: number, parts: readonly Term[]): { cell: Cell; inner: Term[] } {
	const offset = rest & (stride - 1);
	const variable = parts.filter((part) => (part.bits & BigInt(stride - 1)) !== 0n);
	const cell = cells.get(offset);
	if (cell === undefined) throw new AddressError(`offset ${offset} of a row of ${name} is no field`);
	const group = [...cells.values()].filter((other) => other === cell).length;
	if (group === 1) {
		if (variable.length > 0) throw new AddressError(`an address in ${name} has a variable offset`);
		return { cell, inner: [] };
	}
	const axis = cell.axes.at(-1) as Axis;
	const most = variable.reduce((sum, part) => sum + (part.bits & BigInt(stride - 1)), BigInt(offset - cell.offset));
	if (most >= BigInt(group * cell.width)) throw new AddressError(`an address in ${name} may leave its group of fields`);
	const misaligned = variable.some((part) => (part.bits & BigInt(cell.width - 1)) !== 0n);
	if (misaligned) throw new AddressError(`an address in ${name} may be misaligned`);
	return { cell, inner: [coordinate(axis, offset - cell.offset, variable)] };
}

/** What lies at `address`. Throws AddressError. */
export function locate(address: Term): Place {
	const { rest, parts } = flatten(address);
	const problems: string[] = [];
	for (const area of candidates(rest)) {
		try {
			const from = rest - area.base - area.origin;
			checkBits(area, parts);
			const { cell, inner } = cellAt(area, from, parts);
			return { cell, index: [...area.axes.map((axis) => coordinate(axis, from, parts)), ...inner] };
		} catch (problem) {
			if (!(problem instanceof AddressError)) throw problem;
			problems.push(problem.message);
		}
	}
	throw new AddressError(problems[0] ?? `no table has address ${rest}`);
}

/** The block (a process's, or a region's page tables) that begins at `address`. */
export interface Block {
	readonly table: 'BLOCK' | 'TABLES';
	readonly row: Term;
	/** When it is a row that exists, and the address its beginning. */
	readonly valid: Term;
}

export function locateBlock(address: Term): Block {
	const { rest } = flatten(address);
	const area = AREAS.find(
		({ name, base, end }) => (name === 'BLOCK' || name === 'TABLES') && rest >= base && rest < end,
	);
	const [axis] = area?.axes ?? [];
	if (area === undefined || axis === undefined) throw new AddressError(`no block begins at ${rest}`);
	const distance = subtract(address, constant(area.base));
	const row = extract(distance, axis.low + axis.bits - 1, axis.low);
	const valid = equal(distance, shiftLeft(extend(row, 32), constant(axis.low)));
	return { table: area.name as Block['table'], row, valid };
}
