/**
 * What has changed since the window was last settled. Each thing leaves its place and a hash of everything that it shows; what differs from the last time is damage. Things that scroll are compared where
 * they are in the page, so that a page that only moves is only moved.
 */

import { DAMAGE_BYTES, Damage } from '../graphics/damage.ts';

const FNV_PRIME: u32 = 16_777_619;
const FNV_BASIS: u32 = 2_166_136_261;
/** Things that are told apart; a page with more is drawn whole each time. */
const THINGS: u32 = 160;
/** Left, top, width, height as 16 bits each, the hash, and whether it scrolls. */
const THING_BYTES: u32 = 16;
let current: u32 = memory.data(2560, 8) as u32;
let previous: u32 = memory.data(2560, 8) as u32;
let count: u32 = 0;
let previousCount: u32 = 0;
let hash: u32 = FNV_BASIS;
/** What is to be drawn again. */
export const damage = changetype<Damage>(memory.data(DAMAGE_BYTES, 4));
/** Everything is. */
export let everything: bool = true;
let wide: i32 = 0;
let high: i32 = 0;

/** Begins the description of what a thing shows. */
export function beginHash(seed: u32): void {
	hash = FNV_BASIS ^ seed;
}

/** Adds a number that changes how it looks. */
export function hashNumber(value: u32): void {
	hash = (hash ^ value) * FNV_PRIME;
}

/** Adds a text. */
export function hashBytes(address: u32, length: u32): void {
	for (let index: u32 = 0; index < length; index++) hash = (hash ^ load<u8>(address + index)) * FNV_PRIME;
}

/** The hash so far. */
export function hashSoFar(): u32 {
	return hash;
}

/** The window must be drawn whole. */
export function damageAll(): void {
	everything = true;
}

/** Something was laid out by a height that has turned out to be another: the window must be settled once more, and drawn whole. */
export let unsettled: bool = false;

export function changeLayout(): void {
	unsettled = true;
	everything = true;
}

/** Begins to settle a window of these pixels. */
export function beginChanges(width: i32, height: i32): void {
	const swapped = current;
	current = previous;
	previous = swapped;
	previousCount = count;
	count = 0;
	wide = width;
	high = height;
	unsettled = false;
}

/** Everything that a cover shows, as one hash: a cover is drawn whole. */
export let total: u32 = FNV_BASIS;

export function beginTotal(): void {
	total = FNV_BASIS;
}

/** A thing of the cover with the hash so far is at this place. */
export function addToTotal(x: i32, y: i32, width: i32, height: i32): void {
	hashNumber((<u32>x & 0xffff) | ((<u32>y) << 16));
	hashNumber((<u32>width & 0xffff) | ((<u32>height) << 16));
	total = (total ^ hash) * FNV_PRIME;
}

/** A thing with the hash so far is at this place, in the page if it scrolls by `scroll` pixels, else (`fixed`) in the window. */
export function leaveThing(x: i32, y: i32, width: i32, height: i32, fixed: bool, scroll: i32): void {
	if (count === THINGS) {
		everything = true;
		return;
	}
	const place = current + THING_BYTES * count++;
	const top = fixed ? y : y + scroll;
	store<u32>(place, (<u32>x & 0xffff) | ((<u32>top) << 16));
	store<u32>(place, (<u32>width & 0xffff) | ((<u32>height) << 16), 4);
	store<u32>(place, hash, 8);
	store<u32>(place, fixed ? 1 : 0, 12);
}

/** Ends: adds to the damage whatever differs. Things that scroll are `scroll` pixels further up in the window than in the page; what was shown has been moved there already. */
export function endChanges(scroll: i32): void {
	for (let index: u32 = 0; index < max(count, previousCount); index++) {
		const now = current + THING_BYTES * index;
		const before = previous + THING_BYTES * index;
		if (index < count && index < previousCount && isSame(now, before)) continue;
		if (index < count) damageThing(now, scroll);
		if (index < previousCount) damageThing(before, scroll);
	}
	if (!everything) return;
	everything = false;
	damage.clear();
	damage.add(0, 0, wide, high);
}

function isSame(now: u32, before: u32): bool {
	return load<u64>(now) === load<u64>(before) && load<u64>(now, 8) === load<u64>(before, 8);
}

function damageThing(thing: u32, scroll: i32): void {
	const fixed = load<u32>(thing, 12) !== 0;
	const y = <i32>load<i16>(thing, 2) - (fixed ? 0 : scroll);
	const top = max(0, y);
	const bottom = min(high, y + <i32>load<u16>(thing, 6));
	damage.add(load<i16>(thing), top, load<u16>(thing, 4), bottom - top);
}

/** Fixed things that lie over rows `from` to `to` have been moved with the page: they, and where they are now, must be drawn. */
export function damageMoved(from: i32, to: i32, distance: i32): void {
	for (let index: u32 = 0; index < previousCount; index++) {
		const thing = previous + THING_BYTES * index;
		if (load<u32>(thing, 12) === 0) continue;
		const y = <i32>load<i16>(thing, 2);
		const height = <i32>load<u16>(thing, 6);
		if (y >= to || y + height <= from) continue;
		damage.add(load<i16>(thing), y, load<u16>(thing, 4), height);
		damage.add(load<i16>(thing), y + distance, load<u16>(thing, 4), height);
	}
}
