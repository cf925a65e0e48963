/** An app in this process, with a display that remembers what it was shown. Time passes only when a test lets it. */

import { readFileSync } from 'node:fs';
import { ALARM, DELETE, IDENTIFY, SIGNAL } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { BUDGET } from '../../abi/errors.ts';
import * as events from '../../interfaces/display/events.ts';
import * as look from '../../interfaces/display/look.ts';
import { SLOT_DISPLAY } from '../../interfaces/display/slots.ts';
import { METER_FUEL, meterComponent } from '../../machines/wasm/meter.ts';
import { assetFile } from '../../tools/assets/generate.ts';
import { buildComponent } from '../../tools/build/component.ts';
import type { Picture } from '../graphics/golden.ts';
import { type Node, readNodes } from './nodes.ts';

const PAGE_BYTES = 65_536;
const HELD = 17;
/** An error of the kernel's: the call did not happen. */
const NOT_NOW = -1;
/** Points. */
const WINDOW = [390, 812] as const;
const COVER = [168, 230] as const;
/** Activations after which an app that is still not ready never will be. */
const ACTIVATIONS_MOST = 400;
const MILLISECOND = 1_000_000n;
/** First slot whose capability an app can lose. */
const FIRST_GIVEN = 16;
/** Bytes of stack, and instructions of one activation, that only a mistake needs. */
const STACK_MOST = 1 << 20;
const FUEL_MOST = 2 ** 31 - 1;

export interface Look {
	readonly scale?: 1 | 2;
	readonly hue?: number;
	readonly chroma?: number;
	readonly dark?: boolean;
	readonly still?: boolean;
	readonly contrast?: boolean;
	/** 0 to 3. */
	readonly text?: number;
}

export interface Options extends Look {
	/** What the app's other capabilities lead to, by slot. */
	readonly services?: Map<number, Service>;
}

/** What a call gives: the code, and result words. */
export type Answer = readonly [code: number, ...words: number[]];

/** Answers the calls of one of the app's gates; `receive` is the slot for a capability that comes back. */
export type Service = (method: number, words: readonly number[], loan: Uint8Array, receive: number) => Answer;

/** One surface as the display keeps it. */
class Shown {
	readonly width: number;
	readonly height: number;
	readonly pixels: Uint8Array;
	nodes: readonly Node[] = [];
	/** Pixels that were presented so far. */
	presented = 0;
	constructor(width: number, height: number) {
		this.width = width;
		this.height = height;
		this.pixels = new Uint8Array(4 * width * height);
	}

	present(bytes: Uint8Array, place: number, size: number): boolean {
		const [x, y, width, height] = [place & 0xffff, place >>> 16, size & 0xffff, size >>> 16];
		if (x + width > this.width || y + height > this.height || bytes.length !== 4 * width * height) return false;
		for (let row = 0; row < height; row++) {
			const line = bytes.subarray(4 * row * width, 4 * (row + 1) * width);
			this.pixels.set(line, 4 * ((y + row) * this.width + x));
		}
		this.presented += width * height;
		return true;
	}

	shift(place: number, size: number, distance: number): boolean {
		const [x, y, width, height] = [place & 0xffff, place >>> 16, size & 0xffff, size >>> 16];
		if (x + width > this.width || y + height > this.height) return false;
		const before = this.pixels.slice();
		for (let row = y; row < y + height; row++) {
			const from = row - distance;
			if (from < y || from >= y + height) continue;
			const start = 4 * (from * this.width + x);
			this.pixels.set(before.subarray(start, start + 4 * width), 4 * (row * this.width + x));
		}
		return true;
	}
}

/** Starts an app. Its window is in front; `settle` runs it until it has nothing to do. */
export async function openApp(folder: string, options: Options = {}) {
	const { wasm, memories } = await buildComponent(folder);
	const metered = meterComponent(wasm, { stackLimit: STACK_MOST });
	return new Phone(
		new WebAssembly.Module(metered.wasm),
		memories.map(({ memory }) => memory),
		options,
	);
}

const isActive = ({ actions }: Node): boolean => actions !== 0;

export class Phone {
	window: Shown;
	cover: Shown;
	scale: number;
	#look: number;
	visible: number = look.VISIBLE_WINDOW;
	time = 0n;
	#alarm: { at: bigint; bits: number } | undefined;
	#bits = 0;
	readonly #events: Answer[] = [];
	/** A prompt lies over the window. */
	held = false;
	/** So many calls that say something of the app are not heard: its budget is nearly used up. */
	deaf = 0;
	/** So many questions for events and the look do not happen: too little is left of the budget. */
	late = 0;
	/** Purpose of the keyboard; 0: it is away. */
	editing = 0;
	actions: readonly number[] = [0, 0];
	readonly gadgets = new Map<number, readonly number[]>();
	/** Calls of other gates, by slot. */
	readonly services: Map<number, Service>;
	/** Bits that the app's Signals to itself raise, by slot. */
	readonly #signals = new Map<number, number>();
	/** Instructions of the longest activation so far, as hosted machines count them. */
	longest = 0;
	readonly #meter = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	readonly #memory: WebAssembly.Memory;
	readonly #exports: WebAssembly.Exports;

	constructor(module: WebAssembly.Module, memories: readonly number[], options: Options) {
		this.services = options.services ?? new Map();
		this.scale = options.scale ?? 1;
		this.#look = lookWord(options);
		this.window = new Shown(WINDOW[0] * this.scale, WINDOW[1] * this.scale);
		this.cover = new Shown(COVER[0] * this.scale, COVER[1] * this.scale);
		const regions = Object.fromEntries(memories.map((memory) => [memory, openAssets(this.scale)]));
		const meter = {
			memory: this.#meter,
			exhausted: () => fail('the app does not end'),
			overflow: () => fail('the stack is full'),
		};
		const { exports } = new WebAssembly.Instance(module, { kernel: this.#kernel(), memory: regions, meter });
		this.#exports = exports;
		this.#memory = exports.memory as WebAssembly.Memory;
		this.#run(() => (exports.init as () => void)());
		this.settle();
	}

	/** Runs the app until it waits for something that only time or an event can bring; how many activations that took. */
	settle(): number {
		let activations = 0;
		while (this.#bits !== 0) {
			if (++activations > ACTIVATIONS_MOST) throw new Error('the app does not come to rest');
			this.#activate();
		}
		return activations;
	}

	#activate(): void {
		const bits = this.#bits;
		this.#bits = 0;
		this.#run(() => (this.#exports.notified as (bits: number) => void)(bits));
	}

	#run(activation: () => void): void {
		const fuel = new Int32Array(this.#meter.buffer, METER_FUEL, 1);
		fuel[0] = FUEL_MOST;
		activation();
		this.longest = Math.max(this.longest, FUEL_MOST - (fuel[0] ?? 0));
	}

	/** Lets time pass, alarm after alarm. */
	wait(milliseconds: number): void {
		const end = this.time + BigInt(milliseconds) * MILLISECOND;
		this.settle();
		while (this.#alarm !== undefined && this.#alarm.at <= end) {
			this.time = this.#alarm.at > this.time ? this.#alarm.at : this.time;
			this.#bits |= this.#alarm.bits;
			this.#alarm = undefined;
			this.settle();
		}
		this.time = end;
	}

	/** Hands the app an event, and lets it come to rest. */
	event(kind: number, first = 0, second = 0): void {
		this.queue(kind, first, second);
		this.settle();
	}

	/** Leaves an event to be taken later, with others. */
	queue(kind: number, first = 0, second = 0): void {
		this.#events.push([0, kind, first, second, Number(this.time / MILLISECOND)]);
		this.#bits |= 1;
	}

	/** Raises bits of the app. */
	raise(bits: number): void {
		this.#bits |= bits;
		this.settle();
	}

	/** Moves a finger from one point (of the window, in points) to another. */
	drag(from: readonly [number, number], to: readonly [number, number], milliseconds = 200, lift = true): void {
		const at = (x: number, y: number) => (Math.round(x * this.scale) & 0xffff) | (Math.round(y * this.scale) << 16);
		this.event(events.EVENT_TOUCH_DOWN, at(...from));
		const steps = Math.max(1, Math.round(milliseconds / 16));
		for (let step = 1; step <= steps; step++) {
			this.wait(16);
			const part = step / steps;
			this.event(events.EVENT_TOUCH_MOVE, at(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part));
		}
		if (lift) this.event(events.EVENT_TOUCH_UP, at(...to));
	}

	/** Taps a point. */
	tap(x: number, y: number): void {
		this.drag([x, y], [x, y], 16);
	}

	/** Taps the middle of the node with this name: the one that can be acted on, if there is such a one; a finger may try any. */
	press(name: string | RegExp): void {
		const { x, y, width, height } = this.#found(name, isActive) ?? this.node(name);
		this.tap((x + width / 2) / this.scale, (y + height / 2) / this.scale);
	}

	/** Acts on the node with this name without a finger: `action` is NODE_ACTION_* of interfaces/display/nodes.ts. */
	perform(name: string | RegExp, action = 0): void {
		this.event(events.EVENT_ACTIVATE, this.#target(name).number, action);
	}

	/** The window's node with this name. */
	node(name: string | RegExp): Node {
		return this.#find(name, () => true);
	}

	/** The one that can be acted on. */
	#target(name: string | RegExp): Node {
		return this.#find(name, isActive);
	}

	#find(name: string | RegExp, fits: (node: Node) => boolean): Node {
		const found = this.#found(name, fits);
		if (found !== undefined) return found;
		throw new Error(`there is no ${name} in ${this.window.nodes.map((node) => node.name).join(' | ')}`);
	}

	#found(name: string | RegExp, fits: (node: Node) => boolean): Node | undefined {
		const matches = (node: Node) => (typeof name === 'string' ? node.name === name : name.test(node.name));
		return this.window.nodes.find((node) => matches(node) && fits(node));
	}

	has(name: string | RegExp): boolean {
		return this.window.nodes.some((node) => (typeof name === 'string' ? node.name === name : name.test(node.name)));
	}

	type(text: string): void {
		for (const character of text) {
			if (character === '\n') this.event(events.EVENT_KEY, events.KEY_ENTER);
			else this.event(events.EVENT_TEXT, character.codePointAt(0) ?? 0);
		}
	}

	/** Changes how to draw, or what is visible, or the height of the window in points. */
	relook(options: Look, visible = this.visible, height: number = WINDOW[1]): void {
		this.#look = lookWord({ scale: this.scale as 1 | 2, ...options });
		this.visible = visible;
		if (height * this.scale !== this.window.height)
			this.window = new Shown(WINDOW[0] * this.scale, height * this.scale);
		this.event(events.EVENT_LOOK);
	}

	/** Calls the app's protected procedure, and gives its answer's words. */
	call(method: number, ...words: number[]): Uint32Array {
		const padded = [...words, 0, 0, 0, 0, 0, 0].slice(0, 6);
		(this.#exports.protected as (...all: number[]) => number)(0, method, ...padded);
		return new Uint32Array(this.#memory.buffer, RESULT_WORDS, 6);
	}

	picture(surface: Shown = this.window): Picture {
		return { width: surface.width, height: surface.height, pixels: surface.pixels };
	}

	bytes(pointer: number, length: number): Uint8Array {
		return new Uint8Array(this.#memory.buffer, pointer, length);
	}

	#kernel() {
		const call = (
			gate: number,
			method: number,
			words: readonly number[],
			pointer = 0,
			length = 0,
			receive = 0,
		): number => this.#answer(this.#call(gate, method, words, this.bytes(pointer, length), receive));
		return {
			call0: (gate: number, method: number) => call(gate, method, []),
			call4: (gate: number, method: number, ...words: number[]) => call(gate, method, words),
			call6: (gate: number, method: number, ...words: number[]) => call(gate, method, words),
			callWith: (gate: number, method: number, ...words: number[]) =>
				call(gate, method, words.slice(0, 6), words[8], words[9], (words[6] ?? 0) >>> 16),
			notify: (signal: number) => {
				this.#bits |= this.#signals.get(signal) ?? 0;
				return 0;
			},
			system: (number: number, ...words: number[]) => this.#system(number, words),
			clock: () => this.time,
			batch: () => 0,
			wait: () => 0,
		};
	}

	#system(number: number, [low = 0, high = 0, bits = 0]: readonly number[]): number {
		if (number === SIGNAL) this.#signals.set(high, bits);
		if (number === DELETE && low >= FIRST_GIVEN) this.services.delete(low);
		if (number === IDENTIFY) return this.services.has(low) ? 1 : 0;
		if (number !== ALARM) return 0;
		const delay = BigInt(low >>> 0) | (BigInt(high >>> 0) << 32n);
		this.#alarm = bits === 0 ? undefined : { at: this.time + delay, bits };
		return 0;
	}

	#answer([code, ...words]: Answer): number {
		new Int32Array(this.#memory.buffer, RESULT_WORDS, 6).set(words.slice(0, 6));
		return code < 0 ? code : (code << 3) | words.length;
	}

	#call(gate: number, method: number, words: readonly number[], loan: Uint8Array, receive: number): Answer {
		if (gate !== SLOT_DISPLAY) return this.services.get(gate)?.(method, words, loan, receive) ?? [-1];
		return this.#display(method, words, loan);
	}

	/** The methods of interfaces/display/display.ts. */
	#display(method: number, words: readonly number[], loan: Uint8Array): Answer {
		const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = words;
		const size = ({ width, height }: Shown) => width | (height << 16);
		if ((method === 1 || method === 4) && this.late > 0) {
			this.late--;
			return [BUDGET];
		}
		if (method === 1) return [0, size(this.window), size(this.cover), this.#look, this.visible, 1];
		if (method === 4) return this.#events.shift() ?? [0, 0, 0, 0, 0];
		if (method >= 5 && this.deaf > 0) {
			this.deaf--;
			return [NOT_NOW];
		}
		if (method === 5) {
			(first === 0 ? this.window : this.cover).nodes = readNodes(loan);
			return [0];
		}
		if (method === 6) {
			if (third === 0 && fourth === 0) this.gadgets.delete(first);
			else this.gadgets.set(first, [second, third & 0xffff, third >>> 16, fourth & 0xffff, fourth >>> 16, fifth]);
			return [0];
		}
		if (method === 7) this.editing = first;
		if (method === 8) this.actions = [first, second];
		if (method > 3) return [0];
		if (this.held) return [HELD];
		const shown = method === 2 && first === 1 ? this.cover : this.window;
		return [(method === 2 ? shown.present(loan, second, third) : shown.shift(first, second, third)) ? 0 : 16];
	}
}

function fail(message: string): never {
	throw new Error(message);
}

/** The word of `look()` (interfaces/display/look.ts). */
export function lookWord({
	scale = 1,
	hue = 245,
	chroma = 97,
	dark = true,
	still = false,
	contrast = false,
	text = 1,
}: Look): number {
	const flags = (dark ? look.LOOK_DARK : 0) | (still ? look.LOOK_STILL : 0) | (contrast ? look.LOOK_CONTRAST : 0);
	return (
		hue | (chroma << look.LOOK_CHROMA_SHIFT) | flags | (scale << look.LOOK_SCALE_SHIFT) | (text << look.LOOK_TEXT_SHIFT)
	);
}

/** The region `assets` for a scale. */
export function openAssets(scale: number): WebAssembly.Memory {
	const bytes = readFileSync(assetFile(scale));
	const pages = Math.ceil(bytes.length / PAGE_BYTES);
	const assets = new WebAssembly.Memory({ initial: pages, maximum: pages });
	new Uint8Array(assets.buffer).set(bytes);
	return assets;
}
