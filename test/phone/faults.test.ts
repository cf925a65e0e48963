/** Every driver and server is killed in the middle of a swipe: the phone goes on, and what was killed comes back. In the machine's own time, so a busy host changes nothing. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Replay, replayExactly } from '../../tools/phone/replay.ts';
import type { Step } from '../../tools/phone/trace.ts';
import { TRACED_SYSTEM } from './golden.ts';
import { imageOf } from './phone.ts';

/** Milliseconds from the end of a component to the next frame, at most. */
const PAUSE_MOST = 100;
/** Milliseconds between two movements of the finger. */
const STEP = 8;
/** Of one round: open the app from its cover, swipe, and rest. */
const ROUND = 1500;
const BOOTED = 1000;
/** When in its round a component is killed: the finger is down. */
const KILLED = 500;

/** They work whenever a finger moves or something has been reached with it, so that each falls at once. */
const AT_WORK = ['input', 'screen', 'port', 'compositor', 'shell'];
/** They fall when somebody needs them next; those of a group in the same swipe. */
const SELDOM = [
	['lifecycle', 'console', 'rng', 'keyboard'],
	['supervisor', 'block', 'cipher', 'clipboard'],
	['warden', 'store', 'permissions'],
	['cameraDriver', 'microphone', 'location', 'battery'],
];
const ROUNDS = [...AT_WORK.map((component) => [component]), ...SELDOM];

function tap(at: number, x: number, y: number): Step[] {
	return [
		{ at, touch: 'down', x, y },
		{ at: at + 40, touch: 'up', x, y },
	];
}

/** Along a line, from the first touch to letting go. */
function swipe(at: number, from: readonly [number, number], to: readonly [number, number], length: number): Step[] {
	const steps: Step[] = [{ at, touch: 'down', x: from[0], y: from[1] }];
	for (let passed = STEP; passed < length; passed += STEP) {
		const part = passed / length;
		const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
		steps.push({ at: at + passed, touch: 'move', x, y });
	}
	return [...steps, { at: at + length, touch: 'up', x: to[0], y: to[1] }];
}

const start = (round: number): number => BOOTED + ROUND * (round + 1);

/** The app grid, the first app, and back home: its cover is the first from then on. */
const opening = [...swipe(BOOTED, [195, 842], [195, 560], 200), ...tap(BOOTED + 800, 62, 140)];

/** From the app that lies in front to home, while components are killed; twice, as a finger whose driver falls is up. */
function round(number: number): Step[] {
	const at = start(number);
	const killed = (ROUNDS[number] ?? []).map((kill): Step => ({ at: at + KILLED, kill }));
	const touches = [
		...swipe(at + KILLED - 100, [2, 420], [280, 420], 240),
		...swipe(at + KILLED + 500, [2, 420], [280, 420], 200),
		...tap(at + ROUND - 100, 100, 200),
	];
	return [...touches, ...killed].sort((one, other) => one.at - other.at);
}

describe('a component is killed during a swipe', () => {
	let replay: Replay;

	before(async () => {
		const steps = [...opening, ...ROUNDS.flatMap((_, number) => round(number))];
		replay = await replayExactly(await imageOf(TRACED_SYSTEM), { description: 'every component falls', steps });
	});

	for (const [number, components] of ROUNDS.entries()) {
		test(`${components.join(', ')}: the next frame comes within ${PAUSE_MOST} ms`, () => {
			const killedAt = start(number) + KILLED;
			const next = replay.frames.find((frame) => frame > killedAt) ?? Number.POSITIVE_INFINITY;
			assert.ok(next - killedAt <= PAUSE_MOST, `${next - killedAt} ms`);
		});
	}

	test('who was at work fell and came back; nobody fell but who was killed, and nobody twice', () => {
		const faults = new Map(replay.processes.map((process) => [process.name, process.faults]));
		for (const component of AT_WORK) {
			assert.equal(faults.get(component), 1, component);
			assert.match(replay.log, new RegExp(`^supervisor: ${component} runs again$`, 'm'));
		}
		for (const [name, count] of faults) assert.ok(count <= (ROUNDS.flat().includes(name) ? 1 : 0), `${name}: ${count}`);
	});
});
