/**
 * Two runs of one entry, from contents that differ only in what is hidden from the process that executes. A hidden row (a process with its tables, a
 * region, an account, a grant, an interrupt line) has any other contents in the second run; everything else is the same. Which rows are hidden is
 * not known: only that whoever executes has nothing to do with them (`separation`).
 */
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
} from '../../abi/rights.ts';
import { and, apply, choose, constant, equal, extend, extract, FALSE, implies, not, or, substitute } from './build.ts';
import type { Contents, State } from './state.ts';
import { CELLS } from './tables.ts';
import { reachable, type Term } from './term.ts';

/** Who a row belongs to: the kind of rows by table. Tables that are not here are the same in both runs. */
const KINDS: Readonly<Record<string, string>> = {
	PROCESS: 'process',
	CAPABILITY: 'process',
	MAPPING: 'process',
	BLOCK: 'process',
	REGION: 'region',
	TABLES: 'region',
	ACCOUNT: 'account',
	GRANT: 'grant',
	INTERRUPT: 'line',
};

const BITS: Readonly<Record<string, number>> = { process: 8, region: 10, account: 7, grant: 10, line: 8 };

/** Fields that name the account that a row belongs to. */
const OWNERS: Readonly<Record<string, string>> = {
	process: 'PROCESS.ACCOUNT',
	region: 'REGION.OWNER',
	account: 'ACCOUNT.PARENT',
	grant: 'GRANT.OWNER',
};

/** Fields that name rows of a kind: what is not hidden names nothing that is. Parents of accounts are left out: the root is everybody's. */
const REFERENCES: Readonly<Record<string, string>> = {
	'PROCESS.CALLER': 'process',
	'PROCESS.CALLEE': 'process',
	'PROCESS.HANDLER': 'process',
	'PROCESS.ACCOUNT': 'account',
	'PROCESS.EXTENT': 'region',
	'MAPPING.REGION': 'region',
	'MAPPING.GRANT': 'grant',
	'CAPABILITY.GRANT': 'grant',
	'GRANT.PARENT': 'grant',
	'REGION.PROCESS': 'process',
	'INTERRUPT.PROCESS': 'process',
	'INTERRUPT.GRANT': 'grant',
};

/** What a capability of a kind names. */
const OBJECTS: readonly (readonly [number, string])[] = [
	[KIND_GATE, 'process'],
	[KIND_SIGNAL, 'process'],
	[KIND_PROCESS, 'process'],
	[KIND_REGION, 'region'],
	[KIND_ACCOUNT, 'account'],
	[KIND_INTERRUPT, 'line'],
];

function low(term: Term, kind: string): Term {
	return extract(term, (BITS[kind] as number) - 1, 0);
}

const HIDDEN = 'hidden ';

/** Is the row hidden? */
function isHidden(kind: string, row: Term): Term {
	return apply(`${HIDDEN}${kind}`, 0, [row]);
}

/** Kind and first number of the row that a cell is of, if such rows can be hidden. */
export function hiddenBy(table: string, index: readonly Term[]): Term | undefined {
	const kind = KINDS[table];
	return kind === undefined ? undefined : isHidden(kind, index[0] as Term);
}

/** The same fields with any other contents. */
function elsewhere(term: Term): Term {
	if (term.operation === 'extend') return extend(elsewhere(term.parts[0] as Term), term.width);
	return apply(`other ${term.name}`, term.width, term.parts);
}

/** A place in an execution where a row is looked at: that the row is hidden, and when the place is reached. */
export interface Look {
	readonly hidden: Term;
	readonly reached: Term;
}

/** The same contents, and a list of the places where rows are looked at that could be hidden. `caller` is not. */
export function watched(first: Contents, caller: Term): { readonly contents: Contents; readonly looks: Look[] } {
	const looks: Look[] = [];
	const contents: Contents = (cell, index, path) => {
		const hidden = hiddenBy(cell.table, index);
		if (hidden !== undefined && index[0] !== caller && path !== undefined) looks.push({ hidden, reached: path.whole });
		return first(cell, index, path);
	};
	return { contents, looks };
}

/** A condition on the way of the second run, and what it would be if nothing were hidden. */
export interface Decision {
	readonly reached: Term;
	readonly condition: Term;
	readonly unhidden: Term;
}

/** The questions in a formula whether a row is hidden. */
function hiddenIn(term: Term): Term[] {
	return reachable([term]).filter(({ operation, name }) => operation === 'apply' && name.startsWith(HIDDEN));
}

/** A condition of the second run as a decision; undefined when nothing hidden has a part in it. */
export function decisionOf(condition: Term, reached: Term): Decision | undefined {
	const hidden = hiddenIn(condition);
	if (hidden.length === 0) return undefined;
	return { reached, condition, unhidden: substitute(condition, new Map(hidden.map((atom) => [atom, FALSE()]))) };
}

/** Is the place reached under the same condition in both runs? */
export function isSamePlace({ reached }: Decision): boolean {
	return hiddenIn(reached).length === 0;
}

/** What the second run finds, given what the first does. `caller` is not hidden, and nothing is at the places that `isSeen` knows. */
export function contentsOfSecond(first: Contents, caller: Term, isSeen: (look: Look) => boolean): Contents {
	return (cell, index, path) => {
		const same = first(cell, index, path);
		const hidden = hiddenBy(cell.table, index);
		if (hidden === undefined || index[0] === caller) return same;
		if (path !== undefined && isSeen({ hidden, reached: path.whole })) return same;
		return choose(hidden, elsewhere(same), same);
	};
}

/** What separation means, for the rows that occur in `formulas`. */
export function separation(formulas: Iterable<Term>, caller: Term, first: State, second: State): Term[] {
	const found = new Set<Term>([not(isHidden('process', caller))]);
	for (const { operation, name, parts } of reachable(formulas)) {
		if (operation !== 'apply') continue;
		const [row] = parts as [Term];
		const kind = Object.keys(BITS).find((known) => name === HIDDEN + known);
		if (kind !== undefined) for (const fact of belongs(kind, row, first, second)) found.add(fact);
		if (CELLS.has(name)) for (const fact of refers(name, parts, caller, first)) found.add(fact);
	}
	return [...found];
}

/** What is hidden belongs to a hidden account, in both runs. */
function belongs(kind: string, row: Term, first: State, second: State): Term[] {
	const owner = OWNERS[kind];
	if (owner === undefined) return [];
	const owners = [first, second].map((state) => isHidden('account', low(state.value(owner, row), 'account')));
	return [implies(isHidden(kind, row), and(...owners))];
}

/** What is not hidden names nothing that is. Of capabilities that goes for the caller's: those of others are not looked into. */
function refers(name: string, index: readonly Term[], caller: Term, state: State): Term[] {
	const [table = ''] = name.split('.');
	const hidden = hiddenBy(table, index);
	if (hidden === undefined) return [];
	const kind = REFERENCES[name];
	if (kind !== undefined) return [or(hidden, not(isHidden(kind, low(state.value(name, ...index), kind))))];
	if (table !== 'CAPABILITY' || index[0] !== caller) return [];
	const object = state.value('CAPABILITY.OBJECT', ...index);
	const held = state.value('CAPABILITY.KIND', ...index);
	return OBJECTS.map(([number, named]) =>
		implies(equal(held, constant(number)), not(isHidden(named, low(object, named)))),
	);
}

/** Whoever holds Control may hand out every line: to it no line is hidden. */
export function linesOfControl(slots: readonly Term[], lines: readonly Term[], caller: Term, state: State): Term[] {
	return slots.flatMap((slot) => {
		const controls = equal(state.value('CAPABILITY.KIND', caller, low(slot, 'process')), constant(KIND_CONTROL));
		return lines.map((line) => implies(controls, not(isHidden('line', low(line, 'line')))));
	});
}
