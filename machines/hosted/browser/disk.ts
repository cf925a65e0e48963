/** A disk that outlives the page: a file of the origin's private file system, else the browser's database, else memory, with the reason. */
import { MemoryStorage, type Storage } from '../devices/outputs.ts';
import { openDatabaseStorage } from './database.ts';
import type { DiskPlace } from './summary.ts';

const TRIES = 40;
const RETRY_MILLISECONDS = 50;

/** A disk and where it is. */
export interface Disk extends DiskPlace {
	readonly storage: Storage;
}

/** Opens the disk of that name, made `size` bytes large; what is new in it reads as zeros. */
export async function openDisk(name: string, size: number): Promise<Disk> {
	try {
		return { storage: await openFree(name, size), place: 'files', reason: undefined };
	} catch (error) {
		if (isTaken(error)) return inMemory(size, 'the phone is open in another tab: what is stored here is forgotten');
	}
	try {
		return { storage: await openDatabaseStorage(name, size), place: 'database', reason: undefined };
	} catch {
		return inMemory(size, 'this browser keeps nothing for this page: what is stored is forgotten');
	}
}

function inMemory(size: number, reason: string): Disk {
	return { storage: new MemoryStorage(new Uint8Array(size)), place: 'memory', reason };
}

/** Somebody else, most often the same page in another tab, has the file open. */
function isTaken(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'NoModificationAllowedError';
}

/** The page that was here before a reload may hold the file a moment longer: only who still has it after a while is another tab. */
async function openFree(name: string, size: number): Promise<Storage> {
	for (let left = TRIES; ; left--) {
		try {
			return await openFile(name, size);
		} catch (error) {
			if (!isTaken(error) || left === 0) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
	}
}

async function openFile(name: string, size: number): Promise<Storage> {
	const folder = await navigator.storage.getDirectory();
	const file = await folder.getFileHandle(name, { create: true });
	const handle = await file.createSyncAccessHandle();
	const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
	if (handle.getSize() + quota - usage >= size) return new FileStorage(handle, size);
	handle.close();
	throw new Error('the browser has no room for a disk of that size');
}

/** The file is as long as what has been written: to make it as large as the disk would take as long as half a dozen frames. */
class FileStorage implements Storage {
	readonly size: number;
	private readonly handle: FileSystemSyncAccessHandle;
	/** Bytes of the file. What lies beyond reads as zeros, without asking the browser, which may need a millisecond for each answer. */
	private length: number;

	constructor(handle: FileSystemSyncAccessHandle, size: number) {
		this.handle = handle;
		this.size = size;
		this.length = handle.getSize();
	}

	read(offset: number, bytes: Uint8Array): void {
		const there = Math.min(bytes.length, Math.max(0, this.length - offset));
		if (there > 0 && this.handle.read(bytes.subarray(0, there), { at: offset }) < there) {
			throw new Error('the disk file is too short');
		}
		bytes.fill(0, there);
	}

	write(offset: number, bytes: Uint8Array): void {
		if (this.handle.write(bytes, { at: offset }) < bytes.length) throw new Error('the disk file takes no more');
		this.length = Math.max(this.length, offset + bytes.length);
	}

	flush(): void {
		this.handle.flush();
	}
}
