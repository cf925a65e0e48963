/** Operations on directories: by name. */

import {
	KIND_DIRECTORY,
	KIND_FILE,
	NAME_BYTES,
	OPEN_CREATE,
	OPEN_DIRECTORY,
	OPEN_NEW,
	OPEN_WRITE,
} from '../../../interfaces/files/how.ts';
import { BAD_NAME, setEntryKind, setEntryLength, setEntrySize } from '../../../interfaces/files/server.ts';
import { millisecondsNow } from '../../../interfaces/sensors/daytime.ts';
import { readLoan, writeLoan } from '../../../sdk/loan.ts';
import { admit, admitCharge, charge } from '../admission.ts';
import { ABSENT, FOR_READING, OTHER_KIND, PRESENT } from '../codes.ts';
import {
	addEntry,
	directoryNode,
	entryAt,
	entryCount,
	entryNeedsBlock,
	openDirectory,
	prepareEntry,
	removeEntry,
	search,
	searchedPlace,
} from '../directory.ts';
import { closeObject, freeRow } from '../handles.ts';
import {
	DIRECTORY_BLOCKS_MOST,
	ENTRY_KIND,
	ENTRY_LENGTH,
	ENTRY_NAME,
	ENTRY_OBJECT,
	NODE_BLOCKS,
	NODE_CHANGED,
	NODE_ENTRIES,
	NODE_KIND,
	NODE_SIZE,
	NODE_VOLUME,
} from '../layout.ts';
import { isName } from '../names.ts';
import { discardObject, makeObject, prepareObject } from '../objects.ts';
import { nodeFrame, nodeOf, treeBlocks } from '../tree.ts';
import { quotaOf } from '../volumes.ts';
import { give } from './handle.ts';
import { beginChange, beginOn, end, endChange, node, object, opener, owner, writable } from './session.ts';

const FILE: u32 = KIND_FILE;
const DIRECTORY: u32 = KIND_DIRECTORY;
const KNOWN_HOW: u32 = OPEN_WRITE | OPEN_CREATE | OPEN_NEW | OPEN_DIRECTORY;
/** Names from the client: one, or two with a zero between them. */
const NAMES: u32 = memory.data(104, 8) as u32;
/** A new object: itself, and blocks of the table of nodes. */
const OBJECT_BLOCKS: u32 = 4;
const NO_NAME: i32 = -BAD_NAME;

/** Copies a name in. */
function takeName(length: u32): i32 {
	if (readLoan(0, NAMES, length) < 0) return NO_NAME;
	return isName(NAMES, length) ? 0 : NO_NAME;
}

export function open(badge: u32, length: u32, how: u32): i32 {
	let result = beginOn(badge, DIRECTORY);
	if (result === 0) result = takeName(length);
	if (result === 0 && ((how & ~KNOWN_HOW) !== 0 || ((how & OPEN_NEW) !== 0 && (how & OPEN_CREATE) === 0)))
		result = ABSENT;
	if (result === 0 && (how & (OPEN_WRITE | OPEN_CREATE)) !== 0 && !writable) result = FOR_READING;
	if (result === 0) result = openDirectory(object, node, owner);
	const free = result === 0 ? freeRow(opener) : 0;
	if (free < 0) result = free;
	if (result < 0) return end(result);
	const entry = search(NAMES, length);
	if (entry === 0) return create(length, how, free);
	if ((how & OPEN_NEW) !== 0) return end(PRESENT);
	if (<u32>load<u8>(entry + ENTRY_KIND) !== kindOf(how)) return end(OTHER_KIND);
	return give(load<u32>(entry + ENTRY_OBJECT), (how & OPEN_WRITE) !== 0, free);
}

function kindOf(how: u32): u32 {
	return (how & OPEN_DIRECTORY) !== 0 ? DIRECTORY : FILE;
}

/** Makes what is not there, if that is wanted. */
function create(length: u32, how: u32, free: i32): i32 {
	if ((how & OPEN_CREATE) === 0) return end(ABSENT);
	const volume = <u32>load<u8>(node + NODE_VOLUME);
	const blocks = load<u32>(node + NODE_BLOCKS);
	const more = entryNeedsBlock() ? treeBlocks(blocks + 1) - treeBlocks(blocks) : 0;
	let result = prepareObject();
	if (result === 0) result = prepareEntry();
	if (result === 0) result = admit(OBJECT_BLOCKS + more, DIRECTORY_BLOCKS_MOST, false);
	if (result === 0) result = admitCharge(volume, more + 1, quotaOf(volume));
	if (result < 0) return end(result);
	// ---- commit ----
	const made = makeObject(kindOf(how), volume, millisecondsNow());
	charge(volume, <i32>more);
	addEntry(NAMES, length, made, kindOf(how));
	store<u64>(directoryNode + NODE_CHANGED, millisecondsNow());
	endChange(0);
	return give(made, (how & OPEN_WRITE) !== 0, free);
}

export function entry(badge: u32, index: u32): i32 {
	let result = beginOn(badge, DIRECTORY);
	if (result === 0) result = openDirectory(object, node, owner);
	if (result === 0 && index >= entryCount()) result = ABSENT;
	if (result < 0) return end(result);
	const place = entryAt(index);
	const target = nodeOf(load<u32>(place + ENTRY_OBJECT));
	if (target < 0) return end(target);
	const length = <u32>load<u8>(place + ENTRY_LENGTH);
	const kind = <u32>load<u8>(place + ENTRY_KIND);
	const written = writeLoan(0, place + ENTRY_NAME, NAME_BYTES);
	setEntryLength(length);
	setEntryKind(kind);
	setEntrySize(kind === FILE ? load<u32>(<u32>target + NODE_SIZE) : 0);
	return written;
}

export function remove(badge: u32, length: u32): i32 {
	let result = beginChange(badge, DIRECTORY);
	if (result === 0) result = takeName(length);
	if (result === 0) result = openDirectory(object, node, owner);
	if (result === 0) result = removeNamed(length);
	return endChange(result);
}

function removeNamed(length: u32): i32 {
	const found = search(NAMES, length);
	if (found === 0) return ABSENT;
	const place = searchedPlace;
	const target = load<u32>(found + ENTRY_OBJECT);
	const targetNode = nodeOf(target);
	if (targetNode < 0) return targetNode;
	const targetOwner = nodeFrame;
	if (load<u32>(<u32>targetNode + NODE_ENTRIES) !== 0) return OTHER_KIND;
	const ready = admit(0, DIRECTORY_BLOCKS_MOST, true);
	if (ready < 0) return ready;
	// ---- commit ----
	removeEntry(place);
	discardObject(target, <u32>targetNode, targetOwner);
	closeObject(target);
	store<u64>(directoryNode + NODE_CHANGED, millisecondsNow());
	return 0;
}

export function rename(badge: u32, length: u32): i32 {
	let result = beginChange(badge, DIRECTORY);
	if (result === 0) result = readLoan(0, NAMES, length) < 0 ? NO_NAME : 0;
	const split = zeroIn(length);
	const behind = NAMES + split + 1;
	const rest = split < length ? length - split - 1 : 0;
	if (result === 0 && !(isName(NAMES, split) && isName(behind, rest))) result = NO_NAME;
	if (result === 0) result = openDirectory(object, node, owner);
	if (result === 0) result = renameNamed(split, behind, rest);
	return endChange(result);
}

/** Bytes in front of the first zero, or all. */
function zeroIn(length: u32): u32 {
	let place: u32 = 0;
	while (place < length && load<u8>(NAMES + place) !== 0) place++;
	return place;
}

/** Takes the entry out under its old name and puts it in under the new one, in place of another if there is one. */
function renameNamed(length: u32, name: u32, nameLength: u32): i32 {
	const found = search(NAMES, length);
	if (found === 0) return ABSENT;
	const from = searchedPlace;
	const moved = load<u32>(found + ENTRY_OBJECT);
	const kind = <u32>load<u8>(found + ENTRY_KIND);
	const other = search(name, nameLength);
	const to = searchedPlace;
	if (other !== 0 && to === from) return 0;
	const replaced = other === 0 ? 0 : load<u32>(other + ENTRY_OBJECT);
	const replacedNode = replaced === 0 ? 0 : nodeOf(replaced);
	if (replacedNode < 0) return replacedNode;
	const replacedOwner = nodeFrame;
	if (replaced !== 0 && (kind !== FILE || <u32>load<u8>(<u32>replacedNode + NODE_KIND) !== FILE)) return OTHER_KIND;
	const ready = admit(0, DIRECTORY_BLOCKS_MOST, true);
	if (ready < 0) return ready;
	// ---- commit ----
	if (replaced !== 0) {
		removeEntry(to);
		discardObject(replaced, <u32>replacedNode, replacedOwner);
		closeObject(replaced);
	}
	search(NAMES, length);
	removeEntry(searchedPlace);
	search(name, nameLength);
	addEntry(name, nameLength, moved, kind);
	store<u64>(directoryNode + NODE_CHANGED, millisecondsNow());
	return 0;
}
