/** Operations that are not about contents: handles, what is known of an object, whether it is on the disk. */

import { KIND_DIRECTORY } from '../../../interfaces/files/how.ts';
import {
	setSpaceQuota,
	setSpaceUsed,
	setStatusChanged,
	setStatusEntries,
	setStatusKind,
	setStatusSize,
} from '../../../interfaces/files/server.ts';
import { makeGate, remove, replyCapability } from '../../../sdk/capability.ts';
import { committing, frozen, wantCommit } from '../admission.ts';
import { inform, isInformed, lastChange } from '../clients.ts';
import { BROKEN, DEAD, FOR_READING, HANDLES_USED, LATER } from '../codes.ts';
import { generation, hasChanges } from '../commit.ts';
import { isMounted, isUnusable } from '../engine.ts';
import { closeRow, closeRows, freeRow, handOn as handRowOn, openRow } from '../handles.ts';
import { BLOCK_BYTES, NODE_CHANGED, NODE_ENTRIES, NODE_KIND, NODE_SIZE } from '../layout.ts';
import { quotaFor, usedBy } from '../volumes.ts';
import { begin, client, end, identify, node, object, opener, row } from './session.ts';

const SLOT_MINT: i32 = 7;
const MYSELF: i32 = 0;
const MOVE: i32 = 1;

/** Sends a capability to an object back with the answer, for a free row. 0, or the kernel's error. */
export function give(target: u32, forWriting: bool, free: i32): i32 {
	// A client that had named no slot has left the last one here.
	remove(SLOT_MINT);
	const badge = openRow(free, target, forWriting, client);
	let status = makeGate(MYSELF, SLOT_MINT, <i32>badge);
	if (status === 0) status = replyCapability(SLOT_MINT, MOVE);
	if (status < 0) closeRow(free);
	return status;
}

export function close(badge: u32): i32 {
	if (identify(badge) === 0 && row >= 0) closeRow(row);
	return 0;
}

export function closeAll(badge: u32): i32 {
	const known = identify(badge);
	if (known < 0) return end(known);
	if (row >= 0) return end(FOR_READING);
	closeRows(client);
	inform(client);
	return 0;
}

export function status(badge: u32): i32 {
	const answer = end(begin(badge));
	if (answer !== 0) return answer;
	const kind = <u32>load<u8>(node + NODE_KIND);
	setStatusKind(kind);
	setStatusSize(kind === KIND_DIRECTORY ? 0 : load<u32>(node + NODE_SIZE));
	setStatusEntries(load<u32>(node + NODE_ENTRIES));
	setStatusChanged(load<u64>(node + NODE_CHANGED));
	return 0;
}

export function sync(badge: u32): i32 {
	return end(syncClient(badge));
}

function syncClient(badge: u32): i32 {
	const known = identify(badge);
	if (known < 0) return known;
	if (isUnusable()) return BROKEN;
	if (!isInformed(client)) return DEAD;
	if (!isMounted()) return LATER;
	if (lastChange(client) <= generation) return 0;
	if (frozen) return BROKEN;
	// A change that came to nothing, such as another name that is the same.
	if (!committing && !hasChanges()) return 0;
	wantCommit();
	return LATER;
}

export function space(badge: u32): i32 {
	const answer = end(begin(badge));
	if (answer !== 0) return answer;
	setSpaceUsed(<u64>usedBy(client) * BLOCK_BYTES);
	setSpaceQuota(<u64>quotaFor(client) * BLOCK_BYTES);
	return 0;
}

export function diminish(badge: u32): i32 {
	const begun = begin(badge);
	if (begun < 0) return end(begun);
	const free = freeRow(opener);
	if (free < 0) return end(HANDLES_USED);
	return give(object, false, free);
}

export function handOn(badge: u32, to: u32): i32 {
	const known = identify(badge);
	if (known < 0) return end(known);
	if (row < 0) return end(FOR_READING);
	handRowOn(row, to);
	return 0;
}
