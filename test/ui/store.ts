/** A volume in this process: one directory of files, which says "pending" first whenever `slow` is set. */

import { NOT_THERE, PENDING } from './codes.ts';
import type { Answer, Service } from './phone.ts';

const OPEN_CREATE = 2;
// Numbers of the methods of interfaces/files/files.ts.
const OPEN = 1;
const CLOSE = 2;
const STATUS = 3;
const READ = 5;
const WRITE = 6;
const REMOVE = 8;
const RENAME = 9;

export class Store {
	readonly files = new Map<string, Uint8Array>();
	/** Every call is pending once. */
	slow = false;
	/** What reading a file answers; 0: it succeeds. */
	damaged = 0;
	/** What every call that changes something answers; 0: it succeeds. */
	refuses = 0;
	#waited = false;
	readonly #open = new Map<number, string>();
	readonly #services: Map<number, Service>;

	/** `services` gets what is opened. */
	constructor(services: Map<number, Service>) {
		this.#services = services;
	}

	/** The directory. */
	readonly root: Service = (method, words, loan, receive) => this.#wait() ?? this.#root(method, words, loan, receive);

	#wait(): Answer | undefined {
		this.#waited = this.slow && !this.#waited;
		return this.#waited ? [PENDING] : undefined;
	}

	#root(method: number, [how = 0]: readonly number[], loan: Uint8Array, receive: number): Answer {
		const name = new TextDecoder().decode(loan);
		if (method === OPEN) return this.#openFile(name, how, receive);
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
		this.#services.set(slot, (method, words, loan) => this.#wait() ?? this.#file(slot, method, words, loan));
		return [0];
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
		if (method === STATUS) return [0, 1, bytes.length, 0, 0, 0];
		if (method === READ && this.damaged !== 0) return [this.damaged];
		if (method === READ) {
			const part = bytes.subarray(offset, offset + loan.length);
			loan.set(part);
			return [0, part.length];
		}
		if (method !== WRITE) return [0];
		if (this.refuses !== 0) return [this.refuses];
		const longer = new Uint8Array(Math.max(bytes.length, offset + loan.length));
		longer.set(bytes);
		longer.set(loan, offset);
		this.files.set(name, longer);
		return [0];
	}
}
