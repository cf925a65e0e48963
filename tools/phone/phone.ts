/**
 * A running phone, as tests, the benchmark and demonstrations hold it: a finger, keys, the accessibility port, and the screen. The same on every machine; what a
 * machine has to offer is `Wires`. Positions are points (390 x 844) on every scale.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { NODE_ACTION_PRESS } from '../../interfaces/display/nodes.ts';
import { CommandError } from '../command.ts';
import { PATIENCE_MILLISECONDS } from '../patience.ts';
import { nodeRequest, PortReader, type Rest, systemRequest, type Tree, type TreeNode, treeRequest } from './tree.ts';

/** Size of the screen in points. */
export const POINTS_WIDTH = 390;
export const POINTS_HEIGHT = 844;

const INSIDE = 0.25;

/** A place in parts of the screen's width and height, a quarter of a point inside of its point: whatever units a machine has for places, and whether it rounds them or cuts them off, it is that point. */
export function partsOf(x: number, y: number): [x: number, y: number] {
	return [(Math.floor(x) + INSIDE) / POINTS_WIDTH, (Math.floor(y) + INSIDE) / POINTS_HEIGHT];
}
export type TouchKind = 'down' | 'move' | 'up';
/** x and y, in points. */
export type Point = readonly [x: number, y: number];

/** Pixels: red, green, blue, alpha. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
}

/** The time in which those live who hold a phone. */
export interface Pace {
	/** Milliseconds since some moment. */
	now(): number;
	wait(milliseconds: number): Promise<void>;
}

/** What a machine with a phone on it has to offer. */
export interface Wires {
	/** As `tessera run --machine` names it. */
	readonly machine: 'node' | 'browser' | 'arm64';
	/** Time of the phone's own; without it, that of the world. */
	readonly pace?: Pace;
	/** x and y are parts of the screen, 0..1. */
	touch(kind: TouchKind, x: number, y: number, finger: number): Promise<void>;
	/** Linux input event code. */
	key(code: number, down: boolean): Promise<void>;
	/** Bytes for the accessibility port. */
	send(bytes: Uint8Array): Promise<void>;
	/** What the screen shows now. */
	screenshot(): Promise<Picture>;
	/** Makes a component fail. Throws CommandError where the machine cannot. */
	kill(component: string): Promise<void>;
	/** Whether the machine has had hardly anything to do since this was asked last; absent where nobody can tell. */
	isIdle?(): Promise<boolean>;
	/** Everything that was logged. */
	log(): string;
	stop(): Promise<void>;
}

/** Who hears what comes out of the port. */
export type PortListener = (bytes: Uint8Array) => void;
/** Connects to a machine that boots; the listener hears the port from the beginning. */
export type Connect = (listener: PortListener) => Promise<Wires>;

/** Milliseconds between the movements of a finger that this file makes: a touch screen of 125 Hz. */
const STEP_MILLISECONDS = 8;
/**
 * Milliseconds between two questions whether the screen rests: an app may still be about to draw. Where time is not the phone's own, also one that has used up its budget, and
 * goes on with its next period.
 */
const REST_MILLISECONDS = 100;
const REST_IN_WORLD_MILLISECONDS = 420;
/** So often a machine that always has something to do, behind a screen that rests, is asked whether it still has. */
const BUSY_ROUNDS = 5;
/** Milliseconds in which a tree that was asked for has come. */
const TREE_MILLISECONDS = 280;
const POLL_MILLISECONDS = 10;
const WORLD: Pace = { now: () => performance.now(), wait: (milliseconds) => wait(milliseconds) };

export class Phone {
	readonly machine: Wires['machine'];
	private wires: Wires | undefined;
	private newest: Tree | undefined;
	private lastRest: Rest | undefined;
	/** How often the phone has said whether it rests. */
	private rests = 0;
	/** How many trees have come. */
	private trees = 0;

	private constructor(machine: Wires['machine']) {
		this.machine = machine;
	}

	/** Boots a phone and waits until it shows something. */
	static async boot(machine: Wires['machine'], connect: Connect): Promise<Phone> {
		const phone = new Phone(machine);
		const reader = new PortReader(
			(tree) => {
				phone.newest = tree;
				phone.trees += 1;
			},
			(rest) => {
				phone.lastRest = rest;
				phone.rests += 1;
			},
		);
		phone.wires = await connect((bytes) => reader.take(bytes));
		return phone;
	}

	/** One event of one finger. */
	async touch(kind: TouchKind, x: number, y: number, finger = 0): Promise<void> {
		await this.held.touch(kind, ...partsOf(x, y), finger);
	}

	/** Touches and lets go. */
	async tap(x: number, y: number, finger = 0): Promise<void> {
		await this.hold(x, y, 40, finger);
	}

	/** Touches for so many milliseconds. */
	async hold(x: number, y: number, milliseconds: number, finger = 0): Promise<void> {
		await this.touch('down', x, y, finger);
		await this.pace.wait(milliseconds);
		await this.touch('up', x, y, finger);
	}

	/** Draws a finger along the points at even speed, in so many milliseconds, and lets go. */
	async swipe(path: readonly Point[], milliseconds: number, finger = 0): Promise<void> {
		const [x, y] = along(path, 0);
		await this.touch('down', x, y, finger);
		await this.drag(path, milliseconds, finger);
		await this.touch('up', ...along(path, 1), finger);
	}

	/** Moves a finger that is down along the points, and leaves it there. */
	async drag(path: readonly Point[], milliseconds: number, finger = 0): Promise<void> {
		const start = this.pace.now();
		for (let elapsed = 0; elapsed < milliseconds; elapsed = this.pace.now() - start) {
			await this.touch('move', ...along(path, elapsed / milliseconds), finger);
			await this.pace.wait(STEP_MILLISECONDS);
		}
		await this.touch('move', ...along(path, 1), finger);
	}

	/** Linux input event code. */
	async key(code: number, down: boolean): Promise<void> {
		await this.held.key(code, down);
	}

	/** Presses a key and lets go. */
	async press(code: number): Promise<void> {
		await this.key(code, true);
		await this.pace.wait(STEP_MILLISECONDS);
		await this.key(code, false);
	}

	/** Lets so many milliseconds pass. */
	wait(milliseconds: number): Promise<void> {
		return this.pace.wait(milliseconds);
	}

	/** What the screen shows, once it rests. */
	async tree(): Promise<Tree> {
		await this.rest();
		if (this.newest === undefined) throw new CommandError('the phone has not said what it shows');
		return this.newest;
	}

	/** The newest tree, at rest or not. */
	get seen(): Tree | undefined {
		return this.newest;
	}

	/** The first node with that name (a part of it, or a pattern), waiting until there is one. */
	async find(name: string | RegExp, milliseconds = PATIENCE_MILLISECONDS): Promise<TreeNode> {
		const matches = (node: TreeNode) => (typeof name === 'string' ? node.name.includes(name) : name.test(node.name));
		await this.until(() => this.newest?.nodes.some(matches) === true, `${name} to appear`, milliseconds);
		return this.newest?.nodes.find(matches) as TreeNode;
	}

	/** Taps the middle of a node. */
	async tapOn(name: string | RegExp): Promise<void> {
		await this.find(name);
		await this.rest();
		const { x, y, width, height } = await this.find(name);
		const scale = this.newest?.scale ?? 1;
		await this.tap((x + width / 2) / scale, (y + height / 2) / scale);
		await this.rest();
	}

	/** Does NODE_ACTION_* to a node as a screen reader does: through the port, without a finger. */
	async perform(what: string | RegExp | TreeNode, action: number = NODE_ACTION_PRESS): Promise<void> {
		await this.request(typeof what === 'string' || what instanceof RegExp ? await this.find(what) : what, action);
		await this.rest();
	}

	/** The same for a node of the newest tree, without waiting for what comes of it. */
	async request(node: TreeNode, action: number = NODE_ACTION_PRESS): Promise<void> {
		await this.held.send(nodeRequest(node, action, this.newest?.serial ?? 0));
	}

	/** Does SYSTEM_ACTION_* through the port. */
	async system(action: number): Promise<void> {
		await this.held.send(systemRequest(action));
		await this.rest();
	}

	/** Asks the phone to say what it shows once more. */
	async ask(): Promise<void> {
		await this.held.send(treeRequest());
	}

	screenshot(): Promise<Picture> {
		return this.held.screenshot();
	}

	/**
	 * Waits until nothing moves and nothing waits to be drawn: the phone, asked twice, says so twice, and has shown nothing in between. It answers after what it was
	 * given before, so a slow machine is not taken for one that rests; but it answers before apps go on, so the machine must have come to the end of its work, too.
	 */
	async rest(milliseconds = PATIENCE_MILLISECONDS): Promise<void> {
		const end = this.pace.now() + milliseconds;
		let frames: number | undefined;
		for (let busy = 0; ; ) {
			const { rests, trees } = this;
			await this.ask();
			await this.until(() => this.rests > rests, 'the screen to rest', end - this.pace.now());
			const { still, frames: now } = this.lastRest as Rest;
			const idle = (await this.held.isIdle?.()) ?? true;
			if (still && now === frames && (idle || ++busy > BUSY_ROUNDS)) return this.settle(trees);
			frames = still ? now : undefined;
			await this.pace.wait(this.isExact ? REST_MILLISECONDS : REST_IN_WORLD_MILLISECONDS);
		}
	}

	/** Waits until the phone has taken what it was given: it answers a question that comes after that. */
	async taken(): Promise<void> {
		const { rests } = this;
		await this.ask();
		await this.until(() => this.rests > rests, 'the phone to answer');
	}

	/** Waits for the tree that was asked for as well, when there were so many before: requests that name an older one are passed over. */
	private async settle(trees: number): Promise<void> {
		if (this.isExact) await this.pace.wait(TREE_MILLISECONDS);
		await this.until(() => this.trees > trees, 'the tree of what is shown');
	}

	/** Frames shown since boot, as far as the phone has said. */
	get frames(): number {
		return this.lastRest?.frames ?? 0;
	}

	/** Makes a component fail. */
	async kill(component: string): Promise<void> {
		await this.held.kill(component);
	}

	get log(): string {
		return this.held.log();
	}

	async stop(): Promise<void> {
		await this.wires?.stop();
	}

	/** Waits for something; the error says what for, and what the screen showed and the log said last. */
	async until(holds: () => boolean, what: string, milliseconds = PATIENCE_MILLISECONDS): Promise<void> {
		const end = this.pace.now() + milliseconds;
		while (!holds()) {
			if (this.pace.now() > end)
				throw new CommandError(`waited ${milliseconds} ms for ${what}\n${this.circumstances()}`);
			await this.pace.wait(POLL_MILLISECONDS);
		}
	}

	/** Whether time is the phone's own, so that everything happens at the same moment each time. */
	get isExact(): boolean {
		return this.wires?.pace !== undefined;
	}

	private get pace(): Pace {
		return this.wires?.pace ?? WORLD;
	}

	private get held(): Wires {
		if (this.wires === undefined) throw new CommandError('the phone is not connected yet');
		return this.wires;
	}

	private circumstances(): string {
		const names = this.newest?.nodes.map(({ name }) => name).join(' | ') ?? 'nothing';
		const lines = this.wires?.log().trimEnd().split('\n').slice(-8).join('\n') ?? '';
		return `shown: ${names}\nrest: ${JSON.stringify(this.lastRest)}\nlog: ${lines}`;
	}
}

/** The point at `part` (0..1) of the way along a path. */
export function along(path: readonly Point[], part: number): Point {
	const lengths = path
		.slice(1)
		.map(([x, y], index) => Math.hypot(x - (path[index]?.[0] ?? x), y - (path[index]?.[1] ?? y)));
	let rest = Math.min(1, Math.max(0, part)) * lengths.reduce((sum, length) => sum + length, 0);
	for (const [index, length] of lengths.entries()) {
		const [from, to] = [path[index] as Point, path[index + 1] as Point];
		if (rest <= length && length > 0) {
			return [from[0] + ((to[0] - from[0]) * rest) / length, from[1] + ((to[1] - from[1]) * rest) / length];
		}
		rest -= length;
	}
	return path.at(-1) as Point;
}
