/** A volume of the store in this process, for an app in this process (test/ui/phone.ts): files without a disk, and whatever can go wrong with them on demand. */

import { SLOT_FILES } from '../../interfaces/display/slots.ts';
import { KIND_FILE, OPEN_CREATE } from '../../interfaces/files/how.ts';
import type { Answer, Phone, Service } from '../ui/phone.ts';

const NOT_THERE = 17;
const NO_ROOM = 20;
export const DAMAGED = 24;
export const STALE = 25;
const INVALID_CAPABILITY = -1;
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
	closeAll: 13,
} as const;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

export class File {
	bytes = new Uint8Array(0);

	write(from: Uint8Array, offset: number): void {
		const whole = new Uint8Array(Math.max(this.bytes.length, offset + from.length));
		whole.set(this.bytes);
		whole.set(from, offset);
		this.bytes = whole;
	}
}

export class Volume {
	readonly files = new Map<string, File>();
	quota = 16 * 1_048_576;
	/** Answers that calls of a method get instead of their own, the next one first. */
	readonly trouble = new Map<keyof typeof METHODS, number[]>();
	private phone: Phone | undefined;

	/** Gives the app of `phone` this volume. */
	connect(phone: Phone): void {
		this.phone = phone;
		phone.services.set(SLOT_FILES, (...call) => this.call(undefined, ...call));
	}

	/** A Gate to a file, in or outside of the volume. */
	gate(file: File): Service {
		return (...call) => this.call(file, ...call);
	}

	get used(): number {
		return [...this.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
	}

	private call(file: File | undefined, ...[method, words, loan, receive]: Parameters<Service>): Answer {
		for (const [name, number] of Object.entries(METHODS)) {
			const answers = this.trouble.get(name as keyof typeof METHODS) ?? [];
			if (number === method && answers.length > 0) return [answers.shift() ?? 0];
		}
		if (method === METHODS.sync || method === METHODS.closeAll) return [0];
		return file === undefined ? this.directory(method, words, loan, receive) : this.file(file, method, words, loan);
	}

	private directory(...[method, words, loan, receive]: Parameters<Service>): Answer {
		const name = decoder.decode(loan);
		switch (method) {
			case METHODS.open:
				return this.open(name, words[0] ?? 0, receive);
			case METHODS.entry:
				return this.entry(words[0] ?? 0, loan);
			case METHODS.remove:
				return [this.files.delete(name) ? 0 : NOT_THERE];
			case METHODS.rename:
				return this.rename(name);
			case METHODS.space:
				return [0, this.used, 0, this.quota, 0];
			default:
				return [INVALID_CAPABILITY];
		}
	}

	private open(name: string, how: number, receive: number): Answer {
		const file = this.files.get(name) ?? ((how & OPEN_CREATE) !== 0 ? new File() : undefined);
		if (file === undefined) return [NOT_THERE];
		this.files.set(name, file);
		this.phone?.services.set(receive, this.gate(file));
		return [0];
	}

	private entry(index: number, loan: Uint8Array): Answer {
		const name = [...this.files.keys()].sort()[index];
		if (name === undefined) return [NOT_THERE];
		const bytes = encoder.encode(name);
		loan.set(bytes);
		return [0, bytes.length, KIND_FILE, this.files.get(name)?.bytes.length ?? 0];
	}

	private rename(names: string): Answer {
		const [before = '', after = ''] = names.split('\0');
		const file = this.files.get(before);
		if (file === undefined) return [NOT_THERE];
		this.files.delete(before);
		this.files.set(after, file);
		return [0];
	}

	private file(file: File, method: number, [offset = 0]: readonly number[], loan: Uint8Array): Answer {
		if (method === METHODS.close) return [0];
		if (method === METHODS.status) return [0, KIND_FILE, file.bytes.length, 0, 0, 0];
		if (method === METHODS.read) {
			const part = file.bytes.subarray(offset, offset + loan.length);
			loan.set(part);
			return [0, part.length];
		}
		if (method !== METHODS.write) return [INVALID_CAPABILITY];
		if (this.used + loan.length > this.quota) return [NO_ROOM];
		file.write(loan, offset);
		return [0];
	}
}
