/** Errands of an app that looks at its own volume (errands.ts): what files there are, and how much room they take. What an interrupted errand has left is cleared away. */
import { entry, entryLength, NOT_THERE, remove, space, spaceQuota, spaceUsed } from './client.ts';
import { TILDE } from './draft.ts';
import { STEP_DONE, STEP_ON } from './errands.ts';
import { NAME_BYTES } from './how.ts';

const NAME: u32 = memory.data(48, 8) as u32;
let index: u32 = 0;
/** Bytes of the name at NAME whose file is to be removed; 0: none. */
let leftover: u32 = 0;

/** What comes of it: extend it with an @unmanaged class and hand that to the steps. */
@unmanaged
export class Walk {
	/** It begins, or begins anew. */
	begin(): void {}

	/** There is an entry (`entryKind` and the others of client.ts say more); false: it is to be removed. */
	found(_name: u32, _length: u32): bool {
		return true;
	}

	/** Nothing is left to be found. */
	end(): void {}

	/** Bytes of the volume that are used, and that may be. */
	measured(_used: u64, _quota: u64): void {}
}

/** Whether a name is that of a file which was never finished. */
export function isUnfinished(name: u32, length: u32): bool {
	return load<u8>(name + length - 1) === <u8>TILDE;
}

export function beginWalk<W extends Walk>(): void {
	changetype<W>(0).begin();
	index = 0;
	leftover = 0;
}

/** Goes on in the root of the volume behind the Gate `directory`. */
export function stepWalk<W extends Walk>(directory: i32): i32 {
	if (leftover > 0) return clearAway(directory);
	const result = entry(directory, NAME, NAME_BYTES, index);
	if (result === NOT_THERE) {
		changetype<W>(0).end();
		return STEP_DONE;
	}
	if (result !== 0) return result;
	const length = max<u32>(1, min(entryLength(), NAME_BYTES));
	if (changetype<W>(0).found(NAME, length)) index++;
	else leftover = length;
	return STEP_ON;
}

function clearAway(directory: i32): i32 {
	const result = remove(directory, NAME, leftover);
	if (result !== 0 && result !== NOT_THERE) return result;
	leftover = 0;
	return STEP_ON;
}

/** Asks how much of the volume is used. */
export function stepMeasure<W extends Walk>(directory: i32): i32 {
	const result = space(directory);
	if (result !== 0) return result;
	changetype<W>(0).measured(spaceUsed(), spaceQuota());
	return STEP_DONE;
}
