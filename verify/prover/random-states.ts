/** States and calls for comparing the kernel's formulas with its binary: the formulas claim to be right in any state, so most of these no system ever reaches. */
import * as layout from '../../kernel/layout.ts';
import { type ArgumentKind, Arguments, type Dice } from '../../test/kernel/arguments.ts';
import { CALLS } from '../../test/kernel/random.ts';
import { addressOf } from './compile.ts';
import type { Subject } from './lift.ts';
import type { Mirror } from './mirror.ts';
import { CELLS, type Cell } from './tables.ts';

const EDGES = [0, 1, 2, 31, 32, 63, 64, 127, 128, 255, 256, 1023, 1024, 4096, 65535, 65536, 0x7ffffffe, 0x7fffffff];
const HIGH_EDGES = [0x80000000, 0x80000001, 0xfffffffe, 0xffffffff];

/** Any 32 bits, mostly few. */
export function word(dice: Dice): number {
	switch (dice.below(8)) {
		case 0:
		case 1:
			return dice.below(3);
		case 2:
		case 3:
			return dice.below(12);
		case 4:
			return dice.below(300);
		case 5:
			return dice.pick(EDGES);
		case 6:
			return dice.oneIn(2) ? dice.pick(HIGH_EDGES) : (1 << dice.below(32)) >>> 0;
		default:
			return dice.oneIn(2) ? dice.next() : dice.below(50_000_000);
	}
}

function long(dice: Dice): bigint {
	if (dice.oneIn(6)) return 0xffffffffffffffffn;
	if (dice.oneIn(4)) return 1n << BigInt(dice.below(64));
	return BigInt(word(dice)) | (dice.oneIn(3) ? BigInt(word(dice)) << 32n : 0n);
}

/** How many different values are likely for fields of a kind, so that checks succeed often enough for what comes after them. */
const LIKELY: readonly (readonly [RegExp, (dice: Dice) => number])[] = [
	[/GENERATION$/, (dice) => (dice.oneIn(12) ? 1 : 0)],
	[/CAPABILITY\.KIND$/, (dice) => dice.below(8)],
	[/RIGHTS$/, (dice) => dice.pick([255, 255, 255, 31, 12, 4, 3])],
	[/\.(STATE|ACTIVE)$/, (dice) => dice.below(4)],
	[/GRANT$/, (dice) => dice.pick([0, 0, 0, 1, 2, 3])],
	[/(OBJECT|CALLER|CALLEE|HANDLER|PROCESS|CURRENT|ACCOUNT|OWNER|PARENT|REGION)$/, (dice) => dice.below(6)],
	[/\.SLOTS$/, (dice) => dice.pick([64, 256])],
	[/PRIORITY$|CEILING$|TOP$|LAST$|LABEL$|LEVEL$/, (dice) => dice.below(256) >>> dice.below(8)],
	[/DOOMED|READY$|THROTTLED|WAITING|DUE$|MASKED|BOOTED|SUSPEND|HAS_RESULT/, (dice) => dice.below(2)],
	[/OPERATIONS$/, (dice) => dice.pick([31, 31, 31, 0, dice.below(32)])],
];

/** A value for a field: mostly one of its kind, sometimes anything. */
function valueFor({ name, width }: Cell, dice: Dice): bigint {
	const [, likely] = LIKELY.find(([pattern]) => pattern.test(name)) ?? [];
	const value = likely !== undefined && !dice.oneIn(10) ? BigInt(likely(dice)) : undefined;
	return BigInt.asUintN(width * 8, value ?? (width === 8 ? long(dice) : BigInt(word(dice))));
}

const DENSE: readonly Cell[] = [...new Set(CELLS.values())].filter(({ table }) => table !== 'TABLES');
const SPARSE: ReadonlySet<string> = new Set(['BLOCK', 'MAPPING', 'CAPABILITY']);
/** Rows of blocks that random states fill. */
const BLOCKS = 6;

function put(mirror: Mirror, cell: Cell, index: readonly number[], dice: Dice): void {
	mirror.poke(addressOf(cell, index), cell.width, valueFor(cell, dice));
}

/** A random row of a cell; low ones are likelier, as others name them. */
function randomIndex({ axes }: Cell, dice: Dice): number[] {
	return axes.map(({ bits }) => dice.below(dice.oneIn(4) ? 2 ** bits : Math.min(2 ** bits, 12)));
}

/** Changes `count` fields anywhere. */
export function disturb(mirror: Mirror, dice: Dice, count: number): void {
	for (let time = 0; time < count; time++) {
		const cell = dice.pick(DENSE);
		put(mirror, cell, randomIndex(cell, dice), dice);
	}
	if (dice.oneIn(2)) mirror.poke(layout.GLOBAL_BASE + layout.GLOBAL_CURRENT, 4, BigInt(dice.below(BLOCKS)));
}

function everyIndex({ axes }: Cell, most: number): number[][] {
	return axes.reduce<number[][]>(
		(found, { bits }, position) => {
			const count = position === 0 ? Math.min(most, 2 ** bits) : Math.min(64, 2 ** bits);
			return found.flatMap((rows) => Array.from({ length: count }, (_, row) => [...rows, row]));
		},
		[[]],
	);
}

/** Every field of every table random, and those of the first few blocks. */
export function soup(mirror: Mirror, dice: Dice): void {
	for (const cell of DENSE) {
		const most = SPARSE.has(cell.table) ? BLOCKS : dice.pick([8, 8, 64, 1024]);
		for (const index of everyIndex(cell, most)) put(mirror, cell, index, dice);
	}
	mirror.poke(layout.GLOBAL_BASE + layout.GLOBAL_CURRENT, 4, BigInt(dice.below(BLOCKS)));
}

/** Rows of test/kernel/world.ts that kernel calls give blocks to, and take them from. */
const LITTERED: Readonly<Record<string, readonly number[]>> = {
	TABLES: [60, 61, 62, 81, 82, 83, 84, 85, 86],
	BLOCK: [2, 3, 4, 10, 11],
};

/** Leaves something in blocks that may be backed or given back next: it must be gone afterwards. */
export function litter(mirror: Mirror, dice: Dice): void {
	const cells = [...new Set(CELLS.values())].filter(({ table }) => table === 'TABLES' || SPARSE.has(table));
	for (const cell of cells) {
		const rows = LITTERED[cell.table === 'TABLES' ? 'TABLES' : 'BLOCK'] as readonly number[];
		for (const row of [...rows, dice.below(12)]) {
			const [, ...inner] = randomIndex(cell, dice);
			const index = cell.table === 'TABLES' ? [row, dice.below(3), inner[1] as number] : [row, ...inner];
			mirror.poke(addressOf(cell, index), cell.width, 1n + BigInt(dice.below(200)));
		}
	}
}

/** The executing process serves another one, which lends it all of memory 0: a state that chance makes too seldom. */
export function lend(mirror: Mirror, dice: Dice): void {
	const { kernel } = mirror;
	const server = kernel.current % layout.PROCESS_COUNT;
	const client = 1 + dice.below(7);
	const set = (row: number, field: number, value: number): void =>
		mirror.poke(layout.PROCESS_BASE + row * layout.PROCESS_STRIDE + field, 4, BigInt(value));
	set(server, layout.PROCESS_ACTIVE, layout.ACTIVE_CALL);
	set(server, layout.PROCESS_CALLER, client);
	set(client, layout.PROCESS_CALLEE, server);
	set(client, layout.PROCESS_LOAN, 12 << 8);
	set(client, layout.PROCESS_LOAN_OFFSET, 0);
	set(client, layout.PROCESS_LOAN_LENGTH, 0x10000);
}

/** An entry with arguments. */
export interface RandomCall {
	readonly subject: Subject;
	readonly values: readonly number[];
}

const NUMBERS: readonly number[] = CALLS.map(([number]) => number);

/** `system` by its number; numbers that are no call go to the formulas of `system` with any number. */
export function subjectOf(entry: string, number: number): Subject {
	if (entry !== 'system' || !NUMBERS.includes(number)) return { name: entry, entry };
	return { name: `system ${number}`, entry, number };
}

/** Any call whatever. */
export function wildCall(entries: readonly (readonly [string, number])[], dice: Dice): RandomCall {
	const [entry, parameters] = dice.oneIn(2)
		? (entries.find(([name]) => name === 'system') as (typeof entries)[number])
		: dice.pick(entries);
	const values = Array.from({ length: parameters }, () => word(dice));
	if (entry !== 'system') return { subject: subjectOf(entry, 0), values };
	const number = dice.pick(NUMBERS);
	return {
		subject: dice.oneIn(10) ? { name: 'system', entry } : subjectOf(entry, number),
		values: [number, ...values.slice(1)],
	};
}

/** A call whose arguments fit what the executing process has, as far as that can be seen in a disturbed state. */
export function fittingCall(
	mirror: Mirror,
	entries: readonly (readonly [string, number])[],
	dice: Dice,
	now: number,
): RandomCall {
	const { kernel } = mirror;
	const { current } = kernel;
	if (current === 0 && !dice.oneIn(4)) return { subject: subjectOf('next', 0), values: [now, 0] };
	if (current >= layout.PROCESS_COUNT || kernel.process(current, layout.PROCESS_SLOTS) > layout.SLOTS_MOST)
		return wildCall(entries, dice);
	const from = new Arguments(kernel, dice);
	const [number, , kinds] = dice.pick(CALLS);
	if (dice.oneIn(3)) return otherCall(from, dice, now) ?? wildCall(entries, dice);
	const values = kinds.map((kind: ArgumentKind) => from.make(kind) >>> 0);
	while (values.length < 6) values.push(0);
	return { subject: subjectOf('system', number), values: [number, ...values, now, 0] };
}

/** An entry other than `system`. */
function otherCall(from: Arguments, dice: Dice, now: number): RandomCall | undefined {
	const left = dice.pick([1_000_000_000, 1_000_000, 50_000, word(dice)]);
	const line = dice.oneIn(5) ? word(dice) : 32 + dice.below(8);
	const calls: Record<string, () => number[]> = {
		call: () => [left, from.make('gate')],
		callSlow: () => [left, from.make('gate')],
		callWith: () => {
			const gate = from.make('gate');
			const packed = dice.oneIn(2) ? from.make('any') | (from.make('empty') << 16) : 0;
			return [left, gate, packed | (dice.oneIn(3) ? 0x8000 : 0), from.make('lent'), 64, 4096];
		},
		notify: () => [from.make('signal')],
		notifySwitch: () => [left, from.make('signal'), now, 0],
		reply: () => [left, word(dice)],
		replySlow: () => [left, word(dice)],
		finish: () => [left],
		preempt: () => [left],
		wait: () => [left, now, 0],
		expire: () => [now, 0],
		tick: () => [now, 0],
		fault: () => [1 + dice.below(5), word(dice), left],
		interrupt: () => [line],
		interruptSwitch: () => [left, line, now, 0],
	};
	const entry = dice.pick(Object.keys(calls));
	const values = calls[entry]?.();
	return values === undefined
		? undefined
		: { subject: subjectOf(entry, 0), values: values.map((value) => value >>> 0) };
}
