/**
 * Store: files and directories as capabilities, each client's in a volume of its own, on a disk that is trusted to keep bytes and with nothing else. Calls work on what is
 * in the cache and never wait; reading and writing is done between them (engine.ts). docs/reference/07-store.md has the format and the reasons.
 */
import * as service from '../../interfaces/files/server.ts';
import { isTimeKnown, learnTime } from '../../interfaces/sensors/daytime.ts';
import { run, startEngine } from './engine.ts';
import * as directory from './operations/directory.ts';
import * as file from './operations/file.ts';
import * as handle from './operations/handle.ts';

/** The sensor that knows the time of day; a machine may have none. */
const SLOT_CLOCK: i32 = 8;

export function init(): void {
	startEngine();
}

export function notified(bits: u32): void {
	if (!isTimeKnown()) learnTime(SLOT_CLOCK);
	run(bits);
}

@unmanaged
class Store extends service.FilesService {
	open(badge: u32, length: u32, how: u32): i32 {
		return directory.open(badge, length, how);
	}

	close(badge: u32): i32 {
		return handle.close(badge);
	}

	status(badge: u32): i32 {
		return handle.status(badge);
	}

	entry(badge: u32, _length: u32, index: u32): i32 {
		return directory.entry(badge, index);
	}

	read(badge: u32, length: u32, offset: u32): i32 {
		return file.read(badge, length, offset);
	}

	write(badge: u32, length: u32, offset: u32): i32 {
		return file.write(badge, length, offset);
	}

	truncate(badge: u32, size: u32): i32 {
		return file.truncate(badge, size);
	}

	remove(badge: u32, length: u32): i32 {
		return directory.remove(badge, length);
	}

	rename(badge: u32, length: u32): i32 {
		return directory.rename(badge, length);
	}

	sync(badge: u32): i32 {
		return handle.sync(badge);
	}

	space(badge: u32): i32 {
		return handle.space(badge);
	}

	diminish(badge: u32, _how: u32): i32 {
		return handle.diminish(badge);
	}

	closeAll(badge: u32): i32 {
		return handle.closeAll(badge);
	}

	handOn(badge: u32, client: u32): i32 {
		return handle.handOn(badge, client);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchFiles<Store>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
