/**
 * Traces: the entries that lead from a configuration's first state to one that breaks a statement, with every argument, as a file that
 * `tessera run --replay` plays. Nothing is normalised in a trace: it is what a machine would do with the kernel.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { badSlot } from './checks/authority.ts';
import { checkEverything, checkState, checkStep } from './checks/checks.ts';
import { checkRest } from './checks/rest.ts';
import type { Verdict } from './checks/statement.ts';
import { type Action, type Configuration, REFUSING } from './configuration.ts';
import { Player } from './player.ts';
import { sameButOutputs } from './refusal.ts';
import type { Found } from './search.ts';
import type { World } from './world.ts';

const FORMAT = 'tessera kernel trace 1';

export interface TraceStep {
	readonly title: string;
	/** Process that executes before it, 0 = nobody. */
	readonly executing: number;
	/** Nanoseconds since boot at which the entry is made. */
	readonly now: number;
	/** What is left of the executing process's limit then. */
	readonly left: number;
	/** None: time passes, nothing else. */
	readonly entry?: NonNullable<Action['entry']>;
	readonly values: readonly number[];
}

export interface Trace {
	readonly format: typeof FORMAT;
	readonly configuration: string;
	/** SHA-256 of the binary that it was found in. */
	readonly kernel: string;
	readonly violated: string;
	readonly steps: readonly TraceStep[];
}

/** One step as it was played. */
export interface Played {
	readonly step: TraceStep;
	readonly result: number;
	/** What it broke. */
	readonly broken: Verdict;
}

/** Makes the trace of what a search found; `world` has just been built. */
export function traceOf(world: World, sha256: string, { statement, actions }: Found): Trace {
	const player = new Player(world.kernel);
	const steps = actions.map((action) => {
		const executing = world.kernel.current;
		const { now, left } = passed(player, action);
		player.perform(action);
		const taken = action.entry === undefined ? 0 : action.values.length;
		const values = player.values.slice(0, taken);
		return { title: action.title, executing, now, left, values, ...(action.entry ? { entry: action.entry } : {}) };
	});
	return { format: FORMAT, configuration: world.configuration.name, kernel: sha256, violated: statement, steps };
}

/** Time and limit when the action's entry is made. */
function passed(player: Player, action: Action): { now: number; left: number } {
	const { now, left } = player;
	player.pass(action);
	const then = { now: player.now, left: player.left };
	player.now = now;
	player.left = left;
	return then;
}

/** Plays a trace on a world that has just been built; the last step is also asked whether the system can come to rest. */
export function* play({ steps }: Trace, world: World): Generator<Played> {
	const player = new Player(world.kernel);
	for (const [index, step] of steps.entries()) {
		player.now = step.now;
		player.left = step.left;
		const { result, broken } = make(player, world, step);
		const rest = index === steps.length - 1 ? () => checkRest(player, world.shape) : () => undefined;
		yield { step, result, broken };
		const stuck = broken === undefined ? rest() : undefined;
		if (stuck !== undefined) yield { step: { ...step, title: 'and from here' }, result: 0, broken: stuck };
	}
}

function make(player: Player, world: World, step: TraceStep): { result: number; broken: Verdict } {
	const { kernel } = world;
	if (step.entry === undefined) return { result: 0, broken: checkState(player, world.shape) };
	const action = world.actions.find(({ title }) => title === step.title);
	const bad = action === undefined ? 0 : badSlot(player, action);
	const before = kernel.save();
	for (let index = 0; index < player.values.length; index++) player.values[index] = step.values[index] ?? 0;
	const result = player.enter(step.entry);
	const refused = result < 0 && REFUSING.has(step.entry);
	const changed = refused && !sameButOutputs(before, kernel.save()) ? 'a refused call changes nothing' : undefined;
	const broken =
		changed ??
		checkStep(player, bad, result) ??
		checkState(player, world.shape) ??
		checkEverything(player, world.invariants);
	return { result, broken };
}

export function writeTrace(file: string, trace: Trace): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(trace, null, '\t')}\n`);
}

/** Reads a trace. Throws when the text is not one. */
export function readTrace(text: string): Trace {
	const trace = JSON.parse(text) as Trace;
	if (trace.format !== FORMAT) throw new Error('this is not a trace of the kernel');
	return trace;
}

/** The configuration that the trace is of. */
export function configurationOf({ configuration }: Trace, all: readonly Configuration[]): Configuration {
	const found = all.find(({ name }) => name === configuration);
	if (found === undefined) throw new Error(`there is no configuration '${configuration}' any more`);
	return found;
}
