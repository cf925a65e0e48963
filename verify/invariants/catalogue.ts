/**
 * What the functions of verify/specification/invariants say, and over which rows each ranges. True at the end of boot, and every entry keeps
 * them given that all held before and that the machine keeps its promises (`PROMISES`): so they hold always.
 */
import { EXECUTION } from './execution.ts';
import { family, type Index, type Invariant } from './format.ts';
import { OBJECTS } from './objects.ts';

export { type Index, type Invariant, RANGES } from './format.ts';

export const INVARIANTS: readonly Invariant[] = [...OBJECTS, ...EXECUTION];

/**
 * What follows from `SUMS` at any one time, by adding up all rows, and not from one row: whoever proves an entry may take these, and for
 * every sum of rows (`pages` excepted) that the part of a row is at most the total, for granted of the state before.
 */
export const CONSEQUENCES: readonly Invariant[] = family('sums', [
	['pagesComeWithRegions', 'account', 'an account without region rows has no pages'],
	['processesHaveRows', 'account', 'an account has at most as many live processes as process rows'],
]);

/** What an account counts is what the tables say. */
export interface Sum {
	readonly name: string;
	/** The table that is added up. */
	readonly over: Index;
	/** Export (row, account): the part of a row. */
	readonly value: string;
	/** Export (account): the sum over all rows. */
	readonly total: string;
	readonly says: string;
}

function sum(name: string, over: Index, says: string): Sum {
	return { name, over, value: `${name}Of`, total: `${name}Total`, says: `an account counts ${says}` };
}

export const SUMS: readonly Sum[] = [
	sum('regionRows', 'region', 'the region rows that it owns'),
	sum('pages', 'region', 'the pages of RAM of the region rows that it owns'),
	sum('processRows', 'process', 'the process rows that it owns'),
	sum('processes', 'process', 'its processes that are not free'),
	sum('grantRows', 'grant', 'the grant rows that it owns'),
	sum('accountRows', 'account', 'the account rows below it'),
];

/** What is never made or lost after boot: the sum of all parts. */
export interface Conserved {
	readonly name: string;
	/** Exports (row) and the tables that they are added up over. */
	readonly parts: readonly { readonly over: Index; readonly value: string }[];
	readonly says: string;
}

const OF_ACCOUNTS = 'account';
const OF_PROCESSES = 'process';

export const CONSERVED: readonly Conserved[] = [
	{
		name: 'slots',
		parts: [
			{ over: OF_ACCOUNTS, value: 'slotsOfAccount' },
			{ over: OF_PROCESSES, value: 'slotsOfProcess' },
		],
		says: 'capability slots are conserved',
	},
	{
		name: 'cpu',
		parts: [
			{ over: OF_ACCOUNTS, value: 'cpuOfAccount' },
			{ over: OF_PROCESSES, value: 'cpuOfProcess' },
		],
		says: 'CPU share is conserved',
	},
	{ name: 'pages', parts: [{ over: OF_ACCOUNTS, value: 'pagesOfAccount' }], says: 'pages are conserved' },
];

/** What a machine promises (docs/reference/02-machine.md); the invariants hold only on machines that do. */
export interface Promised {
	/** The entries before which it must be so. */
	readonly entries: readonly string[];
	/** Of the state before, and of the arguments by name. */
	readonly says: string;
	/** Export of the binary, on the state before; where it has a parameter, that is `argument`. */
	readonly name: string;
	/** Position of the argument that it is about. */
	readonly argument?: number;
}

/** Where entries take the high word of the time. */
const TIMES: readonly (readonly [argument: number, entries: readonly string[]])[] = [
	[1, ['next', 'expire', 'tick']],
	[2, ['wait']],
	[3, ['notifySwitch', 'interruptSwitch']],
	[8, ['system']],
];

export const PROMISES: readonly Promised[] = [
	{
		entries: ['next'],
		name: 'nobodyExecutes',
		says: '`next` is called only when nobody executes',
	},
	{
		entries: ['call', 'callSlow', 'callWith'],
		name: 'preemptionWasObeyed',
		says: 'when OUT_PREEMPT is 1 and a process executes, `preempt` and `next` come before that process calls anybody',
	},
	{
		entries: [
			'call',
			'callSlow',
			'callWith',
			'reply',
			'replySlow',
			'notifySwitch',
			'interruptSwitch',
			'wait',
			'finish',
			'preempt',
		],
		name: 'leftWithinLimit',
		argument: 0,
		says: '`left` is at most OUT_LIMIT',
	},
	{
		entries: ['fault'],
		name: 'leftWithinLimit',
		argument: 2,
		says: '`left` is at most OUT_LIMIT',
	},
	{
		entries: ['system'],
		name: 'epochIsFarFromItsEnd',
		says: 'nobody lives to see 2^64 revocations',
	},
	...TIMES.map(([argument, entries]) => ({
		entries,
		name: 'timeIsNear',
		argument,
		says: 'nobody lives to see 2^63 nanoseconds',
	})),
];

/** What a process may do because of what it holds: exports that the security properties are made of. */
export const AUTHORITY: readonly string[] = [
	'isLive',
	'holds',
	'mayFlow',
	'labelMayHold',
	'mappingIsGood',
	'lineSignals',
	'handlesFaults',
];

/** Every export of the binary. */
export const EXPORTS: ReadonlySet<string> = new Set([
	...[...INVARIANTS, ...CONSEQUENCES, ...PROMISES].map(({ name }) => name),
	...SUMS.flatMap(({ value, total }) => [value, total]),
	...AUTHORITY,
	...CONSERVED.flatMap(({ parts }) => parts.map(({ value }) => value)),
]);
