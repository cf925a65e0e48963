/** Everything that is proved: each entry of the kernel, `system` once for each call and once for every other number. */
import * as calls from '../../abi/calls.ts';
import type { Subject } from './lift.ts';

/** Entries that execute after boot, in the order of docs/reference/02-machine.md. */
const ENTRIES = [
	'next',
	'call',
	'callWith',
	'reply',
	'notify',
	'notifySwitch',
	'interruptSwitch',
	'wait',
	'finish',
	'preempt',
	'expire',
	'tick',
	'interrupt',
	'fault',
	'callSlow',
	'replySlow',
] as const;

/** Constants of abi/calls.ts that are no call numbers. */
const NOT_CALLS = /^(STATE|READ|CAUSE|CONFIGURE)_/;

const NUMBERS: readonly (readonly [string, number])[] = Object.entries(calls).filter(
	(entry): entry is [string, number] => typeof entry[1] === 'number' && !NOT_CALLS.test(entry[0]),
);

/** Numbers of the calls that exist. */
export const CALL_NUMBERS: readonly number[] = NUMBERS.map(([, number]) => number);

export const SUBJECTS: readonly Subject[] = [
	...NUMBERS.map(([name, number]) => ({ name, entry: 'system', number })),
	...ENTRIES.map((entry) => ({ name: entry, entry })),
	{ name: 'unknown call', entry: 'system', others: CALL_NUMBERS },
	{ name: 'system, nobody executing', entry: 'system', idle: true },
];
