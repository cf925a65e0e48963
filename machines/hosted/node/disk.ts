/** Sectors in a file of Node's. */
import { constants, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import type { Storage } from '../devices/outputs.ts';

export class FileStorage implements Storage {
	readonly size: number;
	private readonly file: number;

	/** Opens the file at `path`, or makes it, with at least `size` bytes; what it has not got is zeros. Throws what Node throws. */
	constructor(path: string, size: number) {
		this.size = size;
		this.file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
		if (fstatSync(this.file).size < size) ftruncateSync(this.file, size);
	}

	read(offset: number, bytes: Uint8Array): void {
		if (readSync(this.file, bytes, 0, bytes.length, offset) < bytes.length)
			throw new RangeError('the file is too short');
	}

	write(offset: number, bytes: Uint8Array): void {
		if (writeSync(this.file, bytes, 0, bytes.length, offset) < bytes.length) throw new RangeError('the file is full');
	}

	flush(): void {
		fdatasyncSync(this.file);
	}
}
