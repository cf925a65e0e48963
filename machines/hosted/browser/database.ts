/**
 * A disk in the browser's database, for browsers without files that workers can write at once. The disk is in memory; what changed is put into the database
 * when the system flushes. The database answers later, so a flush here promises less than one to a file: a tab that dies at once can lose the last.
 */
import type { Storage } from '../devices/outputs.ts';

const DATABASE = 'tessera';
const STORE = 'disks';
/** The unit in which the disk is kept. */
const CHUNK_BYTES = 65_536;

/** Opens the disk of that name. Rejects where there is no database. */
export async function openDatabaseStorage(name: string, size: number): Promise<Storage> {
	const database = await openDatabase();
	const bytes = new Uint8Array(size);
	const keys = IDBKeyRange.bound([name, 0], [name, size]);
	const store = database.transaction(STORE).objectStore(STORE);
	const [chunks, places] = await Promise.all([answer(store.getAll(keys)), answer(store.getAllKeys(keys))]);
	for (const [index, chunk] of chunks.entries()) {
		const [, offset] = places[index] as [string, number];
		bytes.set((chunk as Uint8Array).subarray(0, size - offset), offset);
	}
	return new DatabaseStorage(database, name, bytes);
}

class DatabaseStorage implements Storage {
	private readonly database: IDBDatabase;
	private readonly name: string;
	private readonly bytes: Uint8Array;
	/** Offsets of chunks that the database does not have yet as they are. */
	private readonly changed = new Set<number>();

	constructor(database: IDBDatabase, name: string, bytes: Uint8Array) {
		this.database = database;
		this.name = name;
		this.bytes = bytes;
	}

	get size(): number {
		return this.bytes.length;
	}

	read(offset: number, bytes: Uint8Array): void {
		bytes.set(this.bytes.subarray(offset, offset + bytes.length));
	}

	write(offset: number, bytes: Uint8Array): void {
		this.bytes.set(bytes, offset);
		const first = offset - (offset % CHUNK_BYTES);
		for (let chunk = first; chunk < offset + bytes.length; chunk += CHUNK_BYTES) this.changed.add(chunk);
	}

	flush(): void {
		const store = this.database.transaction(STORE, 'readwrite').objectStore(STORE);
		for (const chunk of this.changed) store.put(this.bytes.slice(chunk, chunk + CHUNK_BYTES), [this.name, chunk]);
		this.changed.clear();
	}
}

function openDatabase(): Promise<IDBDatabase> {
	const request = indexedDB.open(DATABASE, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(STORE);
	return answer(request);
}

function answer<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}
