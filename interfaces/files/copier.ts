/** Copies one file into another, piece by piece. */

import { read, readResult, write } from './client.ts';

/** Bytes of static memory for a Copier: `changetype<Copier>(memory.data(COPIER_BYTES, 8))`. */
export const COPIER_BYTES: i32 = 32;
/** What `step` answers when everything has been copied; 0: there is more. */
export const COPIED: i32 = 1000;

@unmanaged
export class Copier {
	private from: i32 = 0;
	private to: i32 = 0;
	private buffer: u32 = 0;
	private capacity: u32 = 0;
	private waiting: u32 = 0;
	private isEnded: u32 = 0;
	/** Bytes that have been copied. */
	place: u32 = 0;

	/** Begins to copy the file that is open in slot `from` to the one, empty, in slot `to`, through `capacity` bytes at `buffer`. */
	begin(from: i32, to: i32, buffer: u32, capacity: u32): void {
		this.from = from;
		this.to = to;
		this.buffer = buffer;
		this.capacity = capacity;
		this.waiting = 0;
		this.isEnded = 0;
		this.place = 0;
	}

	/** One call: 0, COPIED, or what the call gave; called again it goes on from there. */
	step(): i32 {
		if (this.isEnded !== 0) return COPIED;
		if (this.waiting === 0) return this.readPiece();
		const result = write(this.to, this.buffer, this.waiting, this.place);
		if (result !== 0) return result;
		this.place += this.waiting;
		this.waiting = 0;
		return 0;
	}

	private readPiece(): i32 {
		const result = read(this.from, this.buffer, this.capacity, this.place);
		if (result !== 0) return result;
		this.waiting = min(readResult(), this.capacity);
		if (this.waiting === 0) this.isEnded = 1;
		return 0;
	}
}
