/** A volume in this process: one directory of files, which says "pending" first whenever `slow` is set. */

import { NO_ROOM, NOT_THERE, PENDING } from './codes.ts';
import type { Answer, Service } from './phone.ts';

const OPEN_CREATE = 2;
const KIND_FILE = 1;
// Numbers of the methods of interfaces/files/files.ts.
const OPEN = 1;
const CLOSE = 2;
const STATUS = 3;
const ENTRY = 4;
export const READ = 5;
export const WRITE = 6;
export const REMOVE = 8;
const RENAME = 9;
export const SYNC = 10;
const SPACE = 11;

export class Store {
	readonly files = new Map<string, Uint8Array>();
	/** Every call is pending once. */
	slow = false;
	/** What reading a file answers; 0: it succeeds. */
	damaged = 0;
	/** What every call that changes something answers; 0: it succeeds. */
	refuses = 0;
	/** What the next calls of a method answer, instead of what they would. */
	readonly troubles = new Map<number, number[]>();
	/** Bytes that all files together may have. */
	quota = 16 * 1_048_576;
	#waited = false;
	readonly #open = new Map<number, string>();
	readonly #services: Map<number, Service>;

	/** `services` gets what is opened. */
	constructor(services: Map<number, Service>) {
		this.#services = services;
	}

	/** The directory. */
	readonly root: Service = (method, words, loan, receive) =>
		this.#trouble(method) ?? this.#root(method, words, loan, receive);

	/** Puts a Gate to a file, which is made when there is none, into one of the app's slots. */
	lend(slot: number, name: string, bytes: Uint8Array = new Uint8Array()): void {
		if (!this.files.has(name)) this.files.set(name, bytes);
		this.#openFile(name, 0, slot);
	}

	get used(): number {
		return [...this.files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
	}

	#trouble(method: number): Answer | undefined {
		const code = this.troubles.get(method)?.shift() ?? 0;
		return code === 0 ? this.#wait() : [code];
	}

	#wait(): Answer | undefined {
		this.#waited = this.slow && !this.#waited;
		return this.#waited ? [PENDING] : undefined;
	}

	#root(method: number, [how = 0]: readonly number[], loan: Uint8Array, receive: number): Answer {
		const name = new TextDecoder().decode(loan);
		if (method === OPEN) return this.#openFile(name, how, receive);
		if (method === ENTRY) return this.#entry(how, loan);
		if (method === SPACE) return [0, this.used, 0, this.quota, 0];
		if (this.refuses !== 0) return [this.refuses];
		if (method === REMOVE) return [this.files.delete(name) ? 0 : NOT_THERE];
		if (method === RENAME) this.#rename(name);
		return [0];
	}

	#openFile(name: string, how: number, slot: number): Answer {
		if (!this.files.has(name)) {
			if ((how & OPEN_CREATE) === 0) return [NOT_THERE];
			if (this.refuses !== 0) return [this.refuses];
			this.files.set(name, new Uint8Array());
		}
		this.#open.set(slot, name);
		this.#services.set(slot, (method, words, loan) => this.#trouble(method) ?? this.#file(slot, method, words, loan));
		return [0];
	}

	/** In the order of names. */
	#entry(index: number, loan: Uint8Array): Answer {
		const name = [...this.files.keys()].sort()[index];
		if (name === undefined) return [NOT_THERE];
		const bytes = new TextEncoder().encode(name);
		loan.set(bytes);
		return [0, bytes.length, KIND_FILE, this.files.get(name)?.length ?? 0];
	}

	#rename(names: string): void {
		const [from = '', to = ''] = names.split('\0');
		this.files.set(to, this.files.get(from) ?? new Uint8Array());
		this.files.delete(from);
	}

	#file(slot: number, method: number, [offset = 0]: readonly number[], loan: Uint8Array): Answer {
		const name = this.#open.get(slot) ?? '';
		const bytes = this.files.get(name) ?? new Uint8Array();
		if (method === CLOSE) this.#services.delete(slot);
		if (method === STATUS) return [0, KIND_FILE, bytes.length, 0, 0, 0];
		if (method === READ && this.damaged !== 0) return [this.damaged];
		if (method === READ) {
			const part = bytes.subarray(offset, offset + loan.length);
			loan.set(part);
			return [0, part.length];
		}
		if (method !== WRITE) return [0];
		if (this.refuses !== 0) return [this.refuses];
		if (this.used + loan.length > this.quota) return [NO_ROOM];
		const longer = new Uint8Array(Math.max(bytes.length, offset + loan.length));
		longer.set(bytes);
		longer.set(loan, offset);
		this.files.set(name, longer);
		return [0];
	}
}
