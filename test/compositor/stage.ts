/**
 * The compositor and the shell alone, without a machine around them: drivers, lifecycle and apps are the test's own, and time is what the test says. So a test sees every call that it makes and every
 * pixel that it shows.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ALARM, LOAN_READ, LOAN_SIZE, LOAN_WRITE } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { ROSTER_ENTRY_BYTES, ROSTER_NAME } from '../../abi/roster.ts';
import {
	INPUT_ENTRIES,
	INPUT_SESSION,
	INPUT_TOUCH_DOWN,
	INPUT_TOUCH_MOVE,
	INPUT_TOUCH_UP,
} from '../../interfaces/input/queue.ts';
import {
	PORT_ANSWERS,
	PORT_ENTRIES,
	PORT_INCOMING,
	PORT_INCOMING_BYTES,
	PORT_INCOMING_ENTRIES,
	PORT_REQUESTS,
	PORT_SESSION,
} from '../../interfaces/port/queue.ts';
import {
	SCREEN_ANSWERS,
	SCREEN_ENTRIES,
	SCREEN_PIXELS,
	SCREEN_REQUESTS,
	SCREEN_SESSION,
} from '../../interfaces/screen/queue.ts';
import { BADGE_SHELL } from '../../interfaces/trusted/answers.ts';
import { METER_FUEL, meterComponent } from '../../machines/wasm/meter.ts';
import * as slots from '../../servers/compositor/slots.ts';
import { refreshAssets } from '../../tools/assets/generate.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { PortReader, type Tree } from '../../tools/phone/tree.ts';
import type { Picture } from '../graphics/golden.ts';
import { type Entry, RingConsumer, RingProducer } from './rings.ts';
import { Shell } from './shell.ts';

export const WIDTH = 390;
export const HEIGHT = 844;
export const STRIP = 32;
const PAGE = 65536;
const MILLISECOND = 1_000_000;
const FULL = 65536;
/** Instructions that it gets at a time. */
const TANK = 1_000_000_000;
/** What no activation needs. */
const ENDLESS = 5 * TANK;
/** A frame at 60 a second. */
export const FRAME = 16;

const { wasm } = await buildComponent('servers/compositor');
const STACK_BYTES = 1 << 16;
const metered = meterComponent(wasm, { stackLimit: STACK_BYTES });
const compiled = new WebAssembly.Module(Uint8Array.from(metered.wasm));
refreshAssets();
const assets = readFileSync(path.resolve(import.meta.dirname, '../../build/assets/scale1.bin'));

export interface DisplayEvent {
	readonly kind: number;
	readonly first: number;
	readonly second: number;
}

/** A call of the compositor to lifecycle: method 1 open, 2 close, 3 front, 4 inspect; and the app. */
export type LifecycleCall = readonly [method: number, app: number];

type Serve = (badge: number, method: number, ...words: number[]) => number;

/** What a restart of the compositor finds again. */
export interface Kept {
	readonly screen: WebAssembly.Memory;
	readonly session: WebAssembly.Memory;
	readonly states: Map<number, number>;
}

function region(bytes: number): WebAssembly.Memory {
	const pages = Math.ceil(bytes / PAGE);
	return new WebAssembly.Memory({ initial: pages, maximum: pages });
}

export class Stage {
	readonly calls: LifecycleCall[] = [];
	/** States that lifecycle gives (states.ts). */
	readonly states: Map<number, number>;
	/** Slots of signals that were raised. */
	readonly signals: number[] = [];
	/** The driver answers only when the test says so. */
	holdFrames = false;
	frames = 0;
	private readonly screen: WebAssembly.Memory;
	private readonly session: WebAssembly.Memory;
	/** Everything that came out of the accessibility port. */
	tree: Tree | undefined;
	still: boolean | undefined;
	private readonly port = region(PAGE);
	private readonly input = region(PAGE);
	private readonly own: WebAssembly.Memory;
	private readonly exports: WebAssembly.Exports;
	private readonly requests: RingConsumer;
	private readonly answers: RingProducer;
	private readonly touches: RingProducer;
	private readonly outgoing = new RingConsumer(this.port, PORT_REQUESTS, PORT_ENTRIES);
	private readonly sent = new RingProducer(this.port, PORT_ANSWERS, PORT_ENTRIES);
	private readonly incoming = new RingProducer(this.port, PORT_INCOMING, PORT_INCOMING_ENTRIES);
	private readonly reader = new PortReader(
		(tree) => {
			this.tree = tree;
		},
		(rest) => {
			this.still = rest.still;
		},
	);
	private readonly shown = new Uint8Array(4 * WIDTH * HEIGHT);
	private readonly waiting: Entry[] = [];
	private readonly meter = region(PAGE);
	private refuelled = 0;
	/** What it had got before this activation. */
	private began = 0;
	private loan = new Uint8Array(0);
	private pending = 0;
	private alarm: { at: number; bits: number } | undefined;
	private now = 1;
	private shell: Shell | undefined;

	constructor(names: readonly string[], kept?: Kept) {
		this.screen = kept?.screen ?? region(SCREEN_PIXELS + 4 * WIDTH * HEIGHT);
		this.session = kept?.session ?? region(PAGE);
		this.states = kept?.states ?? new Map();
		this.requests = new RingConsumer(this.screen, SCREEN_REQUESTS, SCREEN_ENTRIES);
		this.answers = new RingProducer(this.screen, SCREEN_ANSWERS, SCREEN_ENTRIES);
		this.touches = new RingProducer(this.input, 0, INPUT_ENTRIES);
		const roster = region(PAGE);
		names.forEach((name, app) => {
			new Uint8Array(roster.buffer).set(new TextEncoder().encode(name), app * ROSTER_ENTRY_BYTES + ROSTER_NAME);
		});
		const faces = region(assets.length);
		new Uint8Array(faces.buffer).set(assets);
		const memory = { 1: this.screen, 2: this.input, 3: this.port, 4: this.session, 5: roster, 12: faces };
		const meter = { memory: this.meter, exhausted: () => this.refuel(), overflow: stackOverflow };
		const instance = new WebAssembly.Instance(compiled, { kernel: this.kernel(), memory, meter });
		this.exports = instance.exports;
		this.own = instance.exports.memory as WebAssembly.Memory;
		(this.exports.init as () => void)();
		this.shell = this.startShell(roster);
		this.run();
	}

	/** Starts it again, with what a restart leaves. */
	restarted(names: readonly string[]): Stage {
		return new Stage(names, { screen: this.screen, session: this.session, states: this.states });
	}

	// ---- what the test does ----

	/** Lets time pass, and everything happen that is due meanwhile. */
	advance(milliseconds: number): void {
		const end = this.now + milliseconds * MILLISECOND;
		this.run();
		for (let due = this.due(); due <= end; due = this.due()) {
			this.now = Math.max(this.now, due);
			if (this.alarm !== undefined && this.alarm.at <= this.now) {
				this.pending |= this.alarm.bits;
				this.alarm = undefined;
			}
			this.run();
		}
		this.now = end;
	}

	/** Until nothing moves any more, at most two seconds. */
	rest(): void {
		for (let round = 0; round < 125; round++) this.advance(FRAME);
	}

	/** From now on the shell does nothing any more. */
	stopShell(): void {
		this.shell = undefined;
	}

	/** The display driver is restarted: what was asked for is forgotten. */
	restartScreen(): void {
		this.shown.fill(0);
		this.waiting.length = 0;
		new Uint32Array(this.screen.buffer)[SCREEN_SESSION / 4] = 0;
		this.signal(slots.BIT_SCREEN);
	}

	/** The port driver writes nonsense into its queues. */
	breakPort(): void {
		this.sent.break();
		this.incoming.break();
		this.signal(slots.BIT_PORT);
	}

	/** Somebody writes numbers that depend on `seed` into the session region, behind its first word. */
	spoilSession(seed: number): void {
		const words = new Uint32Array(this.session.buffer, 4, 64);
		words.forEach((_, index) => {
			words[index] = Math.imul(seed * 64 + index + 1, 0x9e3779b9) >>> (seed % 29);
		});
	}

	/** A finger, in points. */
	touch(kind: number, x: number, y: number, finger = 0): void {
		const milliseconds = Math.floor(this.now / MILLISECOND);
		const place = (value: number, size: number) => Math.floor(((value + 0.5) * FULL) / size);
		this.touches.put([kind | (finger << 8), place(x, WIDTH), place(y, HEIGHT), milliseconds]);
		this.pending |= slots.BIT_INPUT;
		this.run();
	}

	key(code: number, down: boolean): void {
		this.touches.put([4 | (down ? 256 : 0), code, 0, Math.floor(this.now / MILLISECOND)]);
		this.pending |= slots.BIT_INPUT;
		this.run();
	}

	tap(x: number, y: number): void {
		this.touch(INPUT_TOUCH_DOWN, x, y);
		this.advance(40);
		this.touch(INPUT_TOUCH_UP, x, y);
		this.rest();
	}

	/** Down at the first place, then evenly to the others in `milliseconds` each; the finger stays down. */
	drag(places: readonly (readonly [number, number])[], milliseconds: number): void {
		const [first, ...others] = places;
		if (first === undefined) return;
		let [x, y] = first;
		this.touch(INPUT_TOUCH_DOWN, x, y);
		for (const [toX, toY] of others) {
			const steps = Math.max(1, Math.round(milliseconds / FRAME));
			const from = [x, y] as const;
			for (let step = 1; step <= steps; step++) {
				this.advance(FRAME);
				x = from[0] + ((toX - from[0]) * step) / steps;
				y = from[1] + ((toY - from[1]) * step) / steps;
				this.touch(INPUT_TOUCH_MOVE, x, y);
			}
		}
	}

	lift(x: number, y: number): void {
		this.touch(INPUT_TOUCH_UP, x, y);
	}

	/** Bytes for the accessibility port, twelve at a time. */
	send(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; at += PORT_INCOMING_BYTES) {
			const piece = new Uint8Array(PORT_INCOMING_BYTES);
			piece.set(bytes.subarray(at, at + PORT_INCOMING_BYTES));
			const [first = 0, second = 0, third = 0] = new Uint32Array(piece.buffer);
			this.incoming.put([Math.min(PORT_INCOMING_BYTES, bytes.length - at), first, second, third]);
		}
		this.pending |= slots.BIT_PORT;
		this.run();
	}

	/** Raises bits, as a driver or lifecycle does. */
	signal(bits: number): void {
		this.pending |= bits;
		this.run();
	}

	/** The driver shows what it holds back. */
	answerFrames(): void {
		for (const entry of this.waiting.splice(0)) this.showEntry(entry);
		this.run();
	}

	/** A call by a client; its code. */
	call(badge: number, method: number, words: readonly number[] = [], loan = new Uint8Array(0)): number {
		this.loan = loan;
		const padded = [...words, 0, 0, 0, 0, 0, 0].slice(0, 6);
		const status = (this.exports.protected as Serve)(badge, method, ...padded);
		return status >> 3;
	}

	/** The words of the last call. */
	words(): number[] {
		return [...new Int32Array(this.own.buffer, RESULT_WORDS, 6)];
	}

	/** Everything that waits for a client. */
	events(badge: number): DisplayEvent[] {
		const events: DisplayEvent[] = [];
		for (;;) {
			this.call(badge, 4);
			const [kind = 0, first = 0, second = 0] = this.words();
			if (kind === 0) return events;
			events.push({ kind, first, second });
		}
	}

	/** Shows a rectangle of one colour (0xRRGGBB) on surface 0 (window) or 1 (cover); the code. */
	fill(badge: number, surface: number, x: number, y: number, width: number, height: number, colour: number): number {
		const pixels = new Uint32Array(width * height).fill(pixelOf(colour));
		const words = [surface, x | (y << 16), width | (height << 16)];
		return this.call(badge, 2, words, new Uint8Array(pixels.buffer));
	}

	/** The app draws its whole window and cover in one colour. */
	paint(badge: number, colour: number): void {
		for (let y = 0; y < HEIGHT - STRIP; y += 58) this.fill(badge, 0, 0, y, WIDTH, 58, colour);
		this.fill(badge, 1, 0, 0, 168, 115, colour);
		this.fill(badge, 1, 0, 115, 168, 115, colour);
	}

	picture(): Picture {
		return { width: WIDTH, height: HEIGHT, pixels: this.shown.slice() };
	}

	/** 0xRRGGBB of what is on the screen. */
	at(x: number, y: number): number {
		const place = 4 * (y * WIDTH + x);
		const [red = 0, green = 0, blue = 0] = this.shown.subarray(place, place + 3);
		return (red << 16) | (green << 8) | blue;
	}

	/** Instructions that it has executed, copied bytes charged as hosted machines do. */
	instructions(): number {
		return this.refuelled - (new Int32Array(this.meter.buffer)[METER_FUEL / 4] ?? 0);
	}

	// ---- what stands for the rest of the system ----

	private startShell(roster: WebAssembly.Memory): Shell {
		return new Shell(
			{
				now: () => this.now,
				pages: (method, word, loan) => {
					this.loan = loan;
					const badge = slots.INTERFACE_PAGES * slots.BADGE_INTERFACE + BADGE_SHELL;
					return (this.exports.protected as Serve)(badge, method, word, 0, 0, 0, 0, 0);
				},
				ask: (who, method, word) => (who === 'clock' ? this.time() : method === 4 ? this.stateOf(word) : []),
			},
			roster,
		);
	}

	/** When the next alarm goes off. */
	private due(): number {
		return Math.min(this.alarm?.at ?? Number.POSITIVE_INFINITY, this.shell?.due ?? Number.POSITIVE_INFINITY);
	}

	private kernel() {
		const zero = () => 0;
		return {
			batch: zero,
			wait: zero,
			clock: () => BigInt(this.now),
			call0: (slot: number, method: number) => this.serve(slot, method, 0),
			call4: (slot: number, method: number, w0: number) => this.serve(slot, method, w0),
			call6: (slot: number, method: number, w0: number) => this.serve(slot, method, w0),
			callWith: () => -1,
			notify: (slot: number) => this.notify(slot),
			system: (...words: number[]) => this.system(words),
		};
	}

	private refuel(): void {
		if (this.refuelled - this.began > ENDLESS) throw new Error('the compositor does not come to an end');
		const fuel = new Int32Array(this.meter.buffer);
		fuel[METER_FUEL / 4] = (fuel[METER_FUEL / 4] ?? 0) + TANK;
		this.refuelled += TANK;
	}

	private answer(...words: number[]): number {
		new Int32Array(this.own.buffer, RESULT_WORDS, 6).set(words);
		return words.length;
	}

	private serve(slot: number, method: number, w0: number): number {
		if (slot === slots.SLOT_SCREEN) {
			this.requests.open();
			this.answers.open();
			new Uint32Array(this.screen.buffer)[SCREEN_SESSION / 4] = 1;
			return this.answer(WIDTH, HEIGHT, 1);
		}
		if (slot === slots.SLOT_INPUT) {
			this.touches.open();
			new Uint32Array(this.input.buffer)[INPUT_SESSION / 4] = 1;
			return this.answer(1);
		}
		if (slot === slots.SLOT_PORT) {
			this.outgoing.open();
			this.sent.open();
			this.incoming.open();
			new Uint32Array(this.port.buffer)[PORT_SESSION / 4] = 1;
			return this.answer(1);
		}
		if (slot === slots.SLOT_LIFECYCLE) return this.lifecycle(method, w0);
		if (slot === slots.SLOT_CLOCK) return this.answer(...this.time());
		if (slot === slots.SLOT_BATTERY) return this.answer(82, 0, 0, 0);
		return -1;
	}

	private time(): number[] {
		return [0xa35d6d60 | 0, 0x19a, 0, Math.floor(this.now / MILLISECOND)];
	}

	private stateOf(app: number): number[] {
		return [this.states.get(app) ?? 0, 0, 0, 256, 12_000, 0];
	}

	private lifecycle(method: number, app: number): number {
		if (method === 4) return this.answer(...this.stateOf(app));
		this.calls.push([method, app]);
		if (method === 1) this.states.set(app, 1);
		if (method === 2) this.states.set(app, 0);
		return 0;
	}

	private notify(slot: number): number {
		this.signals.push(slot);
		if (slot === slots.SLOT_SCREEN_SIGNAL) this.takeRequests();
		else if (slot === slots.SLOT_PORT_SIGNAL) this.takeMessage();
		else if (slot === slots.SLOT_SHELL) this.shell?.wake();
		return 0;
	}

	private takeRequests(): void {
		for (;;) {
			const entry = this.requests.take();
			if (entry === undefined) return;
			if (this.holdFrames) this.waiting.push(entry);
			else this.showEntry(entry);
		}
	}

	private takeMessage(): void {
		for (;;) {
			const entry = this.outgoing.take();
			if (entry === undefined) return;
			this.reader.take(new Uint8Array(this.port.buffer).slice(entry[0], entry[0] + entry[1]));
			this.sent.put([0, 0, 0, 0]);
			this.pending |= slots.BIT_PORT;
		}
	}

	private showEntry([place, size, tag]: Entry): void {
		const [x, y, width, height] = [place & 0xffff, place >>> 16, size & 0xffff, size >>> 16];
		for (let row = y; row < y + height; row++) {
			const at = 4 * (row * WIDTH + x);
			this.shown.set(new Uint8Array(this.screen.buffer, SCREEN_PIXELS + at, 4 * width), at);
		}
		this.frames += 1;
		this.answers.put([tag, 0, 0, 0]);
		this.pending |= slots.BIT_SCREEN;
	}

	private system([number = 0, a0 = 0, a1 = 0, a2 = 0]: number[]): number {
		if (number === ALARM) {
			this.alarm = a2 === 0 ? undefined : { at: this.now + (a0 >>> 0) + a1 * FULL * FULL, bits: a2 };
			return 0;
		}
		if (number === LOAN_SIZE) {
			this.answer(RIGHT_READ | RIGHT_WRITE);
			return this.loan.length;
		}
		if (a0 + a2 > this.loan.length) return -1;
		if (number === LOAN_WRITE) this.loan.set(new Uint8Array(this.own.buffer, a1, a2), a0);
		if (number !== LOAN_READ) return number === LOAN_WRITE ? 0 : -1;
		new Uint8Array(this.own.buffer).set(this.loan.subarray(a0, a0 + a2), a1);
		return 0;
	}

	/** Runs activations as long as there is something pending, the compositor's first. */
	private run(): void {
		do {
			while (this.pending !== 0) {
				const bits = this.pending;
				this.pending = 0;
				this.began = this.refuelled;
				(this.exports.notified as (bits: number) => void)(bits);
			}
		} while (this.shell?.run() === true);
	}
}

function stackOverflow(): void {
	throw new Error('the compositor ran out of stack');
}

/** The pixel of 0xRRGGBB. */
function pixelOf(colour: number): number {
	return (0xff000000 | ((colour & 0xff) << 16) | (colour & 0xff00) | ((colour >> 16) & 0xff)) >>> 0;
}
