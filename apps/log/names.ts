/** Who has printed anything so far: what one can choose from. */

/** Names that are told apart; who comes later is found by searching. */
const NAMES: u32 = 16;
/** Of each: its length, then its text. */
const NAME_BYTES: u32 = 32;
const TEXT_BYTES: u32 = NAME_BYTES - 4;
const TABLE: u32 = memory.data(512, 4) as u32;

/** How many there are. */
export let names: u32 = 0;
/** The one that is wanted, counted from 1; 0: all are. */
export let chosen: u32 = 0;

function entry(index: u32): u32 {
	return TABLE + NAME_BYTES * index;
}

export function nameAt(index: u32): u32 {
	return entry(index) + 4;
}

export function nameSize(index: u32): u32 {
	return load<u32>(entry(index));
}

function isName(index: u32, text: u32, size: u32): bool {
	return nameSize(index) === size && memory.compare(nameAt(index), text, size) === 0;
}

/** Takes a name in, unless it is known or cannot be kept. */
export function noteName(text: u32, size: u32): void {
	if (size === 0 || size > TEXT_BYTES || names === NAMES) return;
	for (let index: u32 = 0; index < names; index++) if (isName(index, text, size)) return;
	store<u32>(entry(names), size);
	memory.copy(nameAt(names), text, size);
	names++;
}

/** Chooses a name by its index plus one, or all with 0. */
export function chooseName(which: u32): void {
	chosen = which;
}

/** Whether what this name has printed is wanted. */
export function isWanted(text: u32, size: u32): bool {
	return chosen === 0 || isName(chosen - 1, text, size);
}
