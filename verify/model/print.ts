/** Traces and states for people to read. */

import * as layout from '../../kernel/layout.ts';
import { type Played, play, type Trace } from './trace.ts';
import type { World } from './world.ts';

const STATES = ['free', 'stopped', 'started', 'faulted'];
const ACTIVITIES = ['idle', 'in an activation of its own', 'serving a call'];

/** Plays a trace and gives `print` every step, with the state after it; the statement that was violated, undefined when none was. */
export function printTrace(trace: Trace, world: World, print: (line: string) => void): string | undefined {
	print(`configuration ${trace.configuration}: ${world.configuration.says}`);
	let violated: string | undefined;
	let number = 0;
	for (const played of play(trace, world)) {
		print(`${++number}. ${describeStep(played, world)}`);
		for (const line of describeState(world)) print(`      ${line}`);
		if (played.broken === undefined) continue;
		violated ??= played.broken;
		print(`   VIOLATED: ${played.broken}`);
	}
	if (violated === undefined) print('nothing is violated');
	return violated;
}

function describeStep({ step, result }: Played, world: World): string {
	const by = step.executing === 0 ? 'nobody executes' : `${nameOf(world, step.executing)} executes`;
	const entry = step.entry === undefined ? '' : `: ${step.entry}(${step.values.join(', ')}) = ${result}`;
	return `${step.title} [${by}]${entry}`;
}

function nameOf({ parts }: World, row: number): string {
	return parts.find((part) => part.row === row)?.name ?? `process ${row}`;
}

function describeState(world: World): string[] {
	const { kernel } = world;
	return world.parts.slice(1).map(({ row, name }) => {
		const field = (offset: number) => kernel.process(row, offset);
		const words = [STATES[field(layout.PROCESS_STATE)], ACTIVITIES[field(layout.PROCESS_ACTIVE)]];
		if (kernel.current === row) words.push('executes');
		if (field(layout.PROCESS_CALLEE) !== 0) words.push(`waits for ${nameOf(world, field(layout.PROCESS_CALLEE))}`);
		if (field(layout.PROCESS_CALLER) !== 0) words.push(`for ${nameOf(world, field(layout.PROCESS_CALLER))}`);
		if (field(layout.PROCESS_READY) !== 0) words.push('ready');
		if (field(layout.PROCESS_THROTTLED) !== 0) words.push('throttled');
		if (field(layout.PROCESS_WAITING) !== 0) words.push('blocked');
		if (field(layout.PROCESS_DOOMED) !== 0) words.push('about to end');
		if (field(layout.PROCESS_INIT_DUE) !== 0) words.push('init due');
		if (field(layout.PROCESS_PENDING) !== 0) words.push(`pending ${field(layout.PROCESS_PENDING)}`);
		if (field(layout.PROCESS_FAULTS) !== 0) words.push(`faults ${field(layout.PROCESS_FAULTS)}`);
		return `process ${row}, ${name}: ${words.join(', ')}`;
	});
}
