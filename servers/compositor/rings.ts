/** What waits for clients: for each a ring of entries of four words. Whoever does not take its entries loses the newest, and can be told that it did. */

/** Rings: the clients of the display (events.ts), then those of the trusted path (answers.ts). */
export const RINGS_TRUSTED: u32 = 34;
const ENTRIES: u32 = 32;
const ENTRY_BYTES: u32 = 16;
const RINGS: u32 = memory.data(37 * 32 * 16, 8) as u32;
/** u8 each, a ring: place of the oldest entry, how many there are, and whether some were lost. */
const FIRST: u32 = memory.data(37) as u32;
const COUNT: u32 = memory.data(37) as u32;
const LOST: u32 = memory.data(37) as u32;

/** How many entries wait. */
export function waiting(ring: u32): u32 {
	return load<u8>(COUNT + ring);
}

/** Address of the entry that waits at `index`, the oldest at 0. */
export function entryAt(ring: u32, index: u32): u32 {
	const place = (<u32>load<u8>(FIRST + ring) + index) % ENTRIES;
	return RINGS + ENTRY_BYTES * (ENTRIES * ring + place);
}

/** Forgets everything that waits. */
export function clearRing(ring: u32): void {
	store<u8>(COUNT + ring, 0);
	store<u8>(LOST + ring, 0);
}

/** Adds an entry behind the others. */
export function append(ring: u32, first: u32, second: u32, third: u32, fourth: u32): void {
	const count = waiting(ring);
	if (count === ENTRIES) {
		store<u8>(LOST + ring, 1);
		return;
	}
	writeEntry(entryAt(ring, count), first, second, third, fourth);
	store<u8>(COUNT + ring, <u8>(count + 1));
}

export function writeEntry(entry: u32, first: u32, second: u32, third: u32, fourth: u32): void {
	store<u32>(entry, first);
	store<u32>(entry, second, 4);
	store<u32>(entry, third, 8);
	store<u32>(entry, fourth, 12);
}

/** Takes the oldest entry; its address, which is good until the next is added. 0: nothing waits. */
export function takeEntry(ring: u32): u32 {
	const count = waiting(ring);
	if (count === 0) return 0;
	const entry = entryAt(ring, 0);
	store<u8>(FIRST + ring, <u8>((<u32>load<u8>(FIRST + ring) + 1) % ENTRIES));
	store<u8>(COUNT + ring, <u8>(count - 1));
	return entry;
}

/** Whether entries were lost since this was asked last. */
export function takeLoss(ring: u32): bool {
	const lost = load<u8>(LOST + ring) !== 0;
	store<u8>(LOST + ring, 0);
	return lost;
}
