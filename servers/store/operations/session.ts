/** What every operation begins and ends with: whose it is, on what, and what the client is told. */

import { addWaiting, CLIENTS, noteChange } from '../clients.ts';
import { ABSENT, answerOf, BROKEN, DEAD, FOR_READING, LATER, OTHER_KIND } from '../codes.ts';
import { generation } from '../commit.ts';
import { isMounted, isUnusable, kick } from '../engine.ts';
import { nextTick } from '../frames.ts';
import { clientOf, isOpened, isWritable, objectOf, openerOf, rowOf } from '../handles.ts';
import { NODE_KIND } from '../layout.ts';
import { nodeFrame, nodeOf } from '../tree.ts';
import { rootOf } from '../volumes.ts';

const NO_CLIENT: u32 = CLIENTS;
/** Of the operation that is being served. */
export let client: u32 = NO_CLIENT;
/** In whose rows new handles go. */
export let opener: u32 = NO_CLIENT;
/** The row of the handle, or DEAD: it is a root. */
export let row: i32 = DEAD;
export let object: u32 = 0;
export let writable: bool = false;
/** The object's node, and the frame that it is in. */
export let node: u32 = 0;
export let owner: i32 = 0;

/** Finds out who asks, without looking at the object. 0, DEAD or ABSENT. */
export function identify(badge: u32): i32 {
	client = NO_CLIENT;
	row = DEAD;
	if (isOpened(badge)) {
		row = rowOf(badge);
		if (row < 0) return DEAD;
		client = clientOf(row);
		opener = openerOf(row);
		writable = isWritable(row);
		return 0;
	}
	if (badge >= CLIENTS) return ABSENT;
	client = badge;
	opener = badge;
	writable = true;
	return 0;
}

/** Begins an operation on an object: 0, LATER, or why it cannot be. */
export function begin(badge: u32): i32 {
	const known = identify(badge);
	if (known < 0) return known;
	if (isUnusable()) return BROKEN;
	if (!isMounted()) return LATER;
	nextTick();
	const found = row < 0 ? rootOf(client) : <i32>objectOf(row);
	if (found < 0) return found;
	object = <u32>found;
	const place = nodeOf(object);
	if (place < 0) return place;
	node = <u32>place;
	owner = nodeFrame;
	return 0;
}

/** The same, on an object of one kind. */
export function beginOn(badge: u32, kind: u32): i32 {
	const begun = begin(badge);
	if (begun < 0) return begun;
	return <u32>load<u8>(node + NODE_KIND) === kind ? 0 : OTHER_KIND;
}

/** The same, to change it. */
export function beginChange(badge: u32, kind: u32): i32 {
	const begun = beginOn(badge, kind);
	return begun === 0 && !writable ? FOR_READING : begun;
}

/** Ends an operation: what the interface answers. A client that is told PENDING will be woken. */
export function end(result: i32): i32 {
	if (result === LATER) {
		if (client !== NO_CLIENT) addWaiting(client);
		kick();
	}
	return answerOf(result);
}

/** Ends an operation that has changed something, if it has. */
export function endChange(result: i32): i32 {
	if (result >= 0) {
		noteChange(client, generation + 1);
		kick();
	}
	return end(result);
}
