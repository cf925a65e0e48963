/** The store and what it needs, on a disk in memory, with clients that are tests: starts in a millisecond, and can be cut off anywhere. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { ROSTER_ENTRY_BYTES, ROSTER_QUOTA } from '../../abi/roster.ts';
import { LEVEL_ERROR } from '../../interfaces/console/levels.ts';
import { KIND_DIRECTORY, OPEN_DIRECTORY } from '../../interfaces/files/how.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { Direct, type Process } from './direct.ts';
import { DiskProcess } from './disk.ts';

/** Numbers of the errors of interfaces/files. */
export const PENDING = 16;
export const NOT_THERE = 17;
export const EXISTS = 18;
export const BAD_NAME = 19;
export const NO_ROOM = 20;
export const WRONG_KIND = 21;
export const READ_ONLY = 22;
export const TOO_MANY = 23;
export const DAMAGED = 24;
export const STALE = 25;

export const BLOCK_BYTES = 4096;
const METHODS = {
	open: 1,
	close: 2,
	status: 3,
	entry: 4,
	read: 5,
	write: 6,
	truncate: 7,
	remove: 8,
	rename: 9,
	sync: 10,
	space: 11,
	diminish: 12,
	closeAll: 13,
	handOn: 14,
} as const;
const ROOT = 5;
const BUFFER = 4096;
const FIRST_RECEIVED = 32;
const CLIENT_BIT = 2;
const NAME_LENGTH = 48;
const ATTEMPTS = 500;
const SECOND = 1_000_000_000n;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface Modules {
	readonly store: WebAssembly.Module;
	readonly cipher: WebAssembly.Module;
}

export async function loadModules(): Promise<Modules> {
	const load = async (folder: string) => new WebAssembly.Module(Uint8Array.from((await buildComponent(folder)).wasm));
	return { store: await load('servers/store'), cipher: await load('servers/cipher') };
}

export interface RigOptions {
	/** Names of the clients, by badge. */
	readonly clients?: readonly string[];
	/** Bytes for each client, 0 = what the store gives. */
	readonly quota?: number;
	/** Where its random numbers begin. */
	readonly seed?: number;
}

export class Rig {
	readonly direct = new Direct();
	readonly store: Process;
	readonly cipher: Process;
	readonly disk: DiskProcess;
	readonly clients: Client[];
	/** Lines that the store has printed. */
	readonly lines: string[] = [];
	private readonly roster = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	private readonly modules: Modules;
	private drawn: number;

	constructor(modules: Modules, storage: Uint8Array, options: RigOptions = {}) {
		this.modules = modules;
		this.drawn = options.seed ?? 1;
		this.store = this.direct.add('store', 215);
		this.cipher = this.direct.add('cipher', 222);
		this.disk = new DiskProcess(this.direct, this.store, storage);
		this.addConsole();
		const entropy = this.direct.add('rng', 230, { protected: () => this.drawRandom() });
		this.store.slots.set(4, { kind: 'gate', to: this.cipher, badge: 0 });
		this.store.slots.set(5, { kind: 'gate', to: entropy, badge: 0 });
		this.clients = (options.clients ?? ['notes', 'gallery']).map((name, badge) => this.addClient(name, badge, options));
		this.startCipher();
		this.startStore();
	}

	startCipher(): void {
		this.direct.start(this.cipher, this.modules.cipher, {});
	}

	/** Starts the store, or ends it in the middle of whatever it is doing, and starts it again. */
	startStore(): void {
		this.direct.start(this.store, this.modules.store, { 1: this.disk.region, 2: this.roster });
	}

	private addConsole(): void {
		let line = '';
		const server: Process = this.direct.add('console', 240, {
			protected: (_badge, method) => {
				if (method === 1) line += this.lent(server);
				else {
					this.lines.push(withoutLevel(line));
					line = '';
				}
				return 0;
			},
		});
		this.store.slots.set(1, { kind: 'gate', to: server, badge: 1 });
	}

	private lent(server: Process): string {
		const loan = server.serving;
		if (loan === undefined) return '';
		const text = decoder.decode(loan.memory.slice(loan.offset, loan.offset + loan.length));
		if (!text.endsWith('\n')) return text;
		this.lines.push(withoutLevel(text.slice(0, -1)));
		return '';
	}

	/** Not random, but never the same. */
	private drawRandom(): number {
		const loan = this.direct.processes.find(({ name }) => name === 'rng')?.serving;
		for (let at = 0; at < (loan?.length ?? 0); at += 32) {
			const bytes = createHash('sha256')
				.update(`random ${this.drawn++}`)
				.digest();
			loan?.memory.set(bytes.subarray(0, Math.min(32, loan.length - at)), loan.offset + at);
		}
		return 0;
	}

	private addClient(name: string, badge: number, { quota = 0 }: RigOptions): Client {
		const process = this.direct.add(name, 100);
		process.slots.set(ROOT, { kind: 'gate', to: this.store, badge });
		this.store.slots.set(32 + badge, { kind: 'signal', to: process, bits: CLIENT_BIT });
		encoder.encodeInto(name, new Uint8Array(this.roster.buffer, badge * ROSTER_ENTRY_BYTES, 31));
		new DataView(this.roster.buffer).setUint32(badge * ROSTER_ENTRY_BYTES + ROSTER_QUOTA, quota, true);
		return new Client(this, process);
	}

	/** Lets all that can be done be done. */
	settle(): void {
		this.direct.run();
	}

	/** Lets time pass, so that what is only done after a while is done. */
	pass(seconds = 3n): void {
		this.direct.run(this.direct.time + seconds * SECOND);
	}
}

export interface Status {
	readonly kind: number;
	readonly size: number;
	readonly entries: number;
}

export interface Entry {
	readonly name: string;
	readonly kind: number;
	readonly size: number;
}

/** A file's or a directory's capability in a client. */
export type Slot = number;

/** A client of the store. Every call waits as a good client does: it is made again when the store has signalled. */
export class Client {
	readonly process: Process;
	readonly root: Slot = ROOT;
	private readonly rig: Rig;
	private received = FIRST_RECEIVED;

	constructor(rig: Rig, process: Process) {
		this.rig = rig;
		this.process = process;
	}

	/** One call, as it is. */
	once(
		slot: Slot,
		method: keyof typeof METHODS,
		words: readonly number[] = [],
		loan?: Uint8Array | number,
		receive = 0,
	): number {
		const { direct } = this.rig;
		const number = METHODS[method];
		const status = direct.call(this.process, slot, number, words, receive, this.lend(loan));
		return status < 0 ? status : status >> 3;
	}

	/** Bytes to lend for reading, or how many for writing. */
	private lend(loan: Uint8Array | number | undefined) {
		if (loan === undefined) return { rights: 0, offset: 0, length: 0 };
		if (typeof loan === 'number') return { rights: RIGHT_WRITE, offset: BUFFER, length: loan };
		this.process.bytes().set(loan, BUFFER);
		return { rights: RIGHT_READ, offset: BUFFER, length: loan.length };
	}

	/** A call until it does not say PENDING any more. */
	call(
		slot: Slot,
		method: keyof typeof METHODS,
		words: readonly number[] = [],
		loan?: Uint8Array | number,
		receive = 0,
	): number {
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			this.process.pending = 0;
			const code = this.once(slot, method, words, loan, receive);
			if (code !== PENDING) return code;
			this.rig.settle();
			if (this.process.pending === 0) this.rig.direct.run(this.rig.direct.time + 60n * SECOND);
			assert.notEqual(this.process.pending, 0, `${method} is pending for ever`);
		}
		return assert.fail(`${method} does not end`);
	}

	/** The capability, or an error as a negative number. */
	open(name: string | Uint8Array, how: number, directory: Slot = ROOT): Slot {
		const slot = this.received++;
		if (this.received > 250) this.received = FIRST_RECEIVED;
		this.process.slots.delete(slot);
		const code = this.call(directory, 'open', [how], typeof name === 'string' ? encoder.encode(name) : name, slot);
		return code === 0 ? slot : -code;
	}

	close(slot: Slot): void {
		this.call(slot, 'close');
		this.process.slots.delete(slot);
	}

	write(slot: Slot, bytes: Uint8Array, offset: number): number {
		return this.call(slot, 'write', [offset], bytes);
	}

	read(slot: Slot, offset: number, length: number): Uint8Array | number {
		const code = this.call(slot, 'read', [offset], length);
		if (code !== 0) return code;
		return this.process.bytes().slice(BUFFER, BUFFER + this.process.word(0));
	}

	/** All that is in a file. */
	contents(slot: Slot): Uint8Array | number {
		const status = this.status(slot);
		if (typeof status === 'number') return status;
		const bytes = new Uint8Array(status.size);
		for (let at = 0; at < status.size; at += 65536) {
			const piece = this.read(slot, at, Math.min(65536, status.size - at));
			if (typeof piece === 'number') return piece;
			bytes.set(piece, at);
		}
		return bytes;
	}

	status(slot: Slot): Status | number {
		const code = this.call(slot, 'status');
		if (code !== 0) return code;
		return { kind: this.process.word(0), size: this.process.word(1), entries: this.process.word(2) };
	}

	entry(index: number, directory: Slot = ROOT): Entry | number {
		const code = this.call(directory, 'entry', [index], NAME_LENGTH);
		if (code !== 0) return code;
		const name = decoder.decode(this.process.bytes().slice(BUFFER, BUFFER + this.process.word(0)));
		return { name, kind: this.process.word(1), size: this.process.word(2) };
	}

	remove(name: string, directory: Slot = ROOT): number {
		return this.call(directory, 'remove', [], encoder.encode(name));
	}

	rename(from: string, to: string, directory: Slot = ROOT): number {
		return this.call(directory, 'rename', [], encoder.encode(`${from}\0${to}`));
	}

	sync(): number {
		return this.call(ROOT, 'sync');
	}

	/** Used and allowed, in bytes. */
	space(): { readonly used: number; readonly quota: number } {
		assert.equal(this.call(ROOT, 'space'), 0);
		return { used: this.process.word(0), quota: this.process.word(2) };
	}

	/** Everything below a directory: contents by path; of directories, undefined. */
	tree(directory: Slot = ROOT, path = ''): Map<string, Uint8Array | undefined | number> {
		const found = new Map<string, Uint8Array | undefined | number>();
		for (let index = 0; ; index++) {
			const entry = this.entry(index, directory);
			if (typeof entry === 'number') {
				assert.equal(entry, NOT_THERE, `entry ${index} of '${path}'`);
				return found;
			}
			this.visit(entry, directory, `${path}${entry.name}`, found);
		}
	}

	private visit(
		entry: Entry,
		directory: Slot,
		path: string,
		found: Map<string, Uint8Array | undefined | number>,
	): void {
		const isDirectory = entry.kind === KIND_DIRECTORY;
		const slot = this.open(entry.name, isDirectory ? OPEN_DIRECTORY : 0, directory);
		assert(slot > 0, `'${path}' cannot be opened: ${-slot}`);
		found.set(path, isDirectory ? undefined : this.contents(slot));
		if (isDirectory) for (const [below, contents] of this.tree(slot, `${path}/`)) found.set(below, contents);
		this.close(slot);
	}
}

/** A line as the console puts it into the log: its level (interfaces/console/levels.ts) is kept beside it. */
function withoutLevel(line: string): string {
	return line.charCodeAt(0) <= LEVEL_ERROR ? line.slice(1) : line;
}
