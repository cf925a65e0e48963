/** One call in a state that is given field by field, on a binary in V8: what it returns, asks of the machine and leaves in the tables. */
import type { Effect, EntryName } from '../../test/kernel/kernel.ts';
import { AddressError, locate } from './address.ts';
import { constant } from './build.ts';
import { addressOf } from './compile.ts';
import { OpenKernel } from './mirror.ts';
import type { Cell } from './tables.ts';

/** A field, where it is, and what is in it. */
export interface Place {
	readonly cell: Cell;
	readonly index: readonly number[];
	readonly address: number;
	readonly value: bigint;
}

export interface Played {
	/** As i32; undefined when the entry returns nothing. */
	readonly result: number | undefined;
	readonly effects: readonly Effect[];
	/** The memory afterwards. */
	readonly bytes: Uint8Array;
	/** Every field that has changed, with its new value. */
	readonly changed: readonly Place[];
}

/** Bytes that are compared at once. */
const PIECE = 65_536;
const WIDEST = 8;

/** Writes fields into a memory. */
export function putPlaces(bytes: Uint8Array, places: readonly Place[]): void {
	for (const { address, cell, value } of places) {
		for (let byte = 0; byte < cell.width; byte++) bytes[address + byte] = Number((value >> BigInt(8 * byte)) & 0xffn);
	}
}

/** Reads a field. */
export function placeIn(bytes: Uint8Array, cell: Cell, index: readonly number[]): Place {
	const address = addressOf(cell, index);
	let value = 0n;
	for (let byte = cell.width - 1; byte >= 0; byte--) value = (value << 8n) | BigInt(bytes[address + byte] as number);
	return { cell, index, address, value };
}

/** The field that a byte belongs to; undefined outside every table. */
function placeAt(bytes: Uint8Array, address: number): Place | undefined {
	for (let first = address; first > address - WIDEST; first--) {
		try {
			const { cell, index } = locate(constant(first));
			const rows = index.map(({ value }) => Number(value));
			if (address < first + cell.width) return placeIn(bytes, cell, rows);
		} catch (problem) {
			if (!(problem instanceof AddressError)) throw problem;
		}
	}
	return undefined;
}

/** Every field in which two memories differ, as it is in the second. */
function differences(before: Uint8Array, after: Uint8Array): Place[] {
	const found = new Map<number, Place>();
	for (let piece = 0; piece < after.length; piece += PIECE) {
		const [old, current] = [before, after].map((bytes) => bytes.subarray(piece, piece + PIECE));
		if (Buffer.compare(old as Uint8Array, current as Uint8Array) === 0) continue;
		for (let address = piece; address < piece + PIECE; address++) {
			if (before[address] === after[address]) continue;
			const place = placeAt(after, address);
			if (place === undefined) continue;
			found.set(place.address, place);
			address = place.address + place.cell.width - 1;
		}
	}
	return [...found.values()];
}

/** Makes the call. Throws what the binary throws. */
export function play(kernel: Uint8Array, entry: string, values: readonly number[], memory: readonly Place[]): Played {
	const machine = new OpenKernel(new WebAssembly.Module(new Uint8Array(kernel)));
	putPlaces(machine.bytes, memory);
	const before = machine.bytes.slice();
	const result = machine.enter(entry as EntryName, ...values);
	return { result, effects: machine.effects, bytes: machine.bytes, changed: differences(before, machine.bytes) };
}
