/** Words for configurations: who can do what, as actions. */

import * as call from '../../abi/calls.ts';
import { CAUSE_TRAP } from '../../abi/calls.ts';
import type { EntryName } from '../../test/kernel/kernel.ts';
import type { Action, Configuration, Passing } from './configuration.ts';

type Values = Action['values'];

function action(title: string, by: Action['by'], entry: EntryName, values: Values, uses: number[] = []): Action {
	return { title, by, entry, values, passes: 'nothing', uses };
}

/** A process and how the traces call it. */
export interface Actor {
	readonly row: number;
	readonly name: string;
}

export function calls(by: Actor, slot: number, what: string): Action {
	return action(`${by.name} calls ${what}`, by.row, 'call', ['left', slot], [slot]);
}

/** A call that sends a capability and names a slot for one that comes back. */
export function callsWith(by: Actor, slot: number, capabilities: number, what: string): Action {
	const uses = (capabilities & 0x7fff) === 0 ? [slot] : [slot, capabilities & 0x7fff];
	return action(`${by.name} calls ${what}`, by.row, 'callWith', ['left', slot, capabilities, 0, 0, 0], uses);
}

/** A call that lends the first bytes of a memory: `loan` is the memory and the rights << 8. */
export function lends(by: Actor, slot: number, loan: number, bytes: number, what: string): Action {
	return action(`${by.name} calls ${what}`, by.row, 'callWith', ['left', slot, 0, loan, 0, bytes], [slot]);
}

export function notifies(by: Actor, slot: number, whom: string): Action[] {
	return [
		action(`${by.name} notifies ${whom}`, by.row, 'notify', [slot], [slot]),
		action(
			`${by.name} notifies ${whom}, with the switch`,
			by.row,
			'notifySwitch',
			['left', slot, 'low', 'high'],
			[slot],
		),
	];
}

export function waits(by: Actor): Action {
	return action(`${by.name} waits`, by.row, 'wait', ['left', 'low', 'high']);
}

/** A `system` call; `uses` are the slots among its arguments that must be good for it to succeed. */
export function asks(by: Actor, title: string, number: number, values: readonly number[], uses: number[]): Action {
	const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
	return action(`${by.name} ${title}`, by.row, 'system', [number, a, b, c, d, e, f, 'low', 'high'], uses);
}

/** The line is raised, whoever executes. */
export function interrupts(line: number, whom: string): Action[] {
	return [
		action(`line ${line} (${whom})`, 'anytime', 'interrupt', [line]),
		action(`line ${line} (${whom}), with the switch`, 'anytime', 'interruptSwitch', ['left', line, 'low', 'high']),
	];
}

export function deletes(by: Actor, slot: number): Action {
	return asks(by, `deletes slot ${slot}`, call.DELETE, [slot], []);
}

/** An alarm after so many nanoseconds; bits 0 cancels it. */
export function setsAlarm(by: Actor, delay: number, bits: number): Action {
	return asks(by, bits === 0 ? 'cancels its alarm' : 'sets an alarm', call.ALARM, [delay, 0, bits], []);
}

/** What can happen in every system: the machine chooses, whoever executes returns or is at fault, time passes. */
export function commonActions({ timed, faults }: Configuration): Action[] {
	const actions = [
		action('the machine asks whom to run', 'idle', 'next', ['low', 'high']),
		action('the machine sets the executing process aside', 'executing', 'preempt', ['left']),
		action('its own activation returns', 'executing', 'finish', ['left']),
		action('its protected procedure returns', 'executing', 'reply', ['left', 7]),
		action('an alarm or a refill is due', 'anytime', 'tick', ['low', 'high']),
		passing('nobody has anything to do until the alarm', 'idle', 'alarm', 'tick', ['low', 'high']),
	];
	if (faults) actions.push(action('it traps', 'executing', 'fault', [CAUSE_TRAP, 1, 'left']));
	if (!timed) return actions;
	return [
		...actions,
		passing('it computes', 'executing', 'quantum'),
		passing('it uses up its limit', 'executing', 'limit', 'expire', ['low', 'high']),
	];
}

function passing(title: string, by: Action['by'], passes: Passing, entry?: EntryName, values: Values = []): Action {
	return { title, by, passes, values, uses: [], ...(entry === undefined ? {} : { entry }) };
}
