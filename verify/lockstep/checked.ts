/** The check of a debug build: a hosted machine whose kernel is held against its specification at every entry. */

import { type Instantiate, MachineError } from '../../machines/hosted/core/kernel.ts';
import { type BootEntryName, type Effect, type EntryName, MACHINE_FUNCTIONS } from '../../test/kernel/kernel.ts';
import { Snapshot } from '../invariants/snapshot.ts';
import { Companion, Diverged, outcomeOf } from './companion.ts';

type Perform = (...values: number[]) => number;

/**
 * How a machine instantiates a kernel that is checked. After the first entry that is not what the specification says, that entry and every
 * further one throw a MachineError with the entry, its arguments, and both values of each field that differs.
 */
export function checkedBy(specification: Uint8Array): Instantiate {
	return (module, machine) => {
		const companion = new Companion(new WebAssembly.Module(new Uint8Array(specification)));
		let effects: Effect[] = [];
		const functions = MACHINE_FUNCTIONS.map((name) => {
			const perform = machine[name] as Perform;
			return [
				name,
				(...values: number[]) => {
					effects.push({ name, values: values.map((value) => value >>> 0) });
					return perform(...values);
				},
			];
		});
		const { exports } = new WebAssembly.Instance(module, { machine: Object.fromEntries(functions) });
		const snapshot = new Snapshot(new Uint8Array((exports.memory as WebAssembly.Memory).buffer));
		let broken: MachineError | undefined;
		const check = (name: string, perform: Perform, values: number[]): number => {
			if (broken !== undefined) throw broken;
			effects = [];
			let result = 0;
			const outcome = outcomeOf(() => {
				result = perform(...values);
				return result;
			});
			try {
				companion.follow(snapshot, { name: name as EntryName | BootEntryName, values, outcome, effects });
			} catch (error) {
				if (error instanceof Diverged) broken = new MachineError(error.message);
				throw broken ?? error;
			}
			return result;
		};
		const checked = Object.entries(exports).map(([name, value]) => [
			name,
			typeof value === 'function' ? (...values: number[]) => check(name, value as Perform, values) : value,
		]);
		return Object.fromEntries(checked);
	};
}
