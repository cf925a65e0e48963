/** The usage history: the last HISTORY_ENTRIES things that happened, in a ring. Nobody but this server writes it. */
import {
	HISTORY_APP,
	HISTORY_BYTES,
	HISTORY_CAPABILITY,
	HISTORY_TIME,
	HISTORY_WHAT,
} from '../../interfaces/permissions/history.ts';
import { millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { writeLoan } from '../../sdk/loan.ts';
import { now } from '../../sdk/time.ts';

const HISTORY_ENTRIES: u32 = 256;
const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;
/** The ring, and behind it how many entries were ever written: kept in the volume as it stands (keep.ts). */
export const HISTORY: u32 = memory.data(4104, 8) as u32;
export const HISTORY_RING_BYTES: u32 = 4104;
const WRITTEN: u32 = HISTORY + HISTORY_ENTRIES * HISTORY_BYTES;

/** Milliseconds since boot. */
export function milliseconds(): u64 {
	return <u64>(now() / NANOSECONDS_IN_MILLISECOND);
}

/** Writes down that HISTORY_* number `what` happened. */
export function note(app: u32, capability: u32, what: u32): void {
	const place = HISTORY + (load<u32>(WRITTEN) % HISTORY_ENTRIES) * HISTORY_BYTES;
	memory.fill(place, 0, HISTORY_BYTES);
	store<u8>(place + HISTORY_APP, <u8>app);
	store<u8>(place + HISTORY_CAPABILITY, <u8>capability);
	store<u8>(place + HISTORY_WHAT, <u8>what);
	store<u64>(place + HISTORY_TIME, millisecondsNow());
	store<u32>(WRITTEN, load<u32>(WRITTEN) + 1);
}

/** Copies at most `most` entries into the caller's loan, newest first, passing over `first`; how many, or an error. */
export function lendHistory(first: u32, most: u32): i32 {
	const written = load<u32>(WRITTEN);
	const kept = min(written, HISTORY_ENTRIES);
	if (first >= kept) return 0;
	const count = min(most, kept - first);
	for (let index: u32 = 0; index < count; index++) {
		const number = (written - 1 - first - index) % HISTORY_ENTRIES;
		const status = writeLoan(index * HISTORY_BYTES, HISTORY + number * HISTORY_BYTES, HISTORY_BYTES);
		if (status < 0) return status;
	}
	return count;
}

/** Puts what was kept, `ring` of HISTORY_RING_BYTES, before what has happened since. */
export function addKeptHistory(ring: u32): void {
	const fresh = min(load<u32>(WRITTEN), HISTORY_ENTRIES);
	const before = load<u32>(ring + HISTORY_ENTRIES * HISTORY_BYTES);
	for (let index: u32 = 0; index < fresh; index++) {
		const to = ring + ((before + index) % HISTORY_ENTRIES) * HISTORY_BYTES;
		memory.copy(to, HISTORY + index * HISTORY_BYTES, HISTORY_BYTES);
	}
	memory.copy(HISTORY, ring, HISTORY_RING_BYTES);
	store<u32>(WRITTEN, before + fresh);
}
