/**
 * What can be pressed on the system's own pictures, and what they say to those who cannot see them: each page adds its targets while it is drawn. Hit testing and the semantics tree
 * read the same list, so they cannot differ from each other.
 */

import * as nodes from '../../interfaces/display/nodes.ts';
import { ACTION_NONE } from '../../interfaces/pages/actions.ts';
import { pointer, size } from '../../sdk/text.ts';

/** Lists: one for each pane, and one for what is drawn over all of them. */
export const LIST_HOME: u32 = 0;
export const LIST_WINDOW: u32 = 1;
export const LIST_OVERLAY: u32 = 2;
export const LIST_STRIP: u32 = 3;
/** Targets of a list. */
const MOST: u32 = 64;
/** Behind each node: what pressing it does, and with what. */
const ACTION: u32 = nodes.NODE_BYTES;
const ARGUMENT: u32 = nodes.NODE_BYTES + 4;
const TARGET_BYTES: u32 = 104;
const TARGETS: u32 = memory.data(4 * 64 * 104, 8) as u32;
const COUNTS: u32 = memory.data(16, 4) as u32;
/** The actions of what can be pressed. */
const PRESSABLE: u32 = 1 << nodes.NODE_ACTION_PRESS;
/** The value of a node that has none. */
const NO_VALUE: u32 = 255;
/** There is no such target. */
export const NO_TARGET: i32 = -1;

let list: u32 = LIST_HOME;

/** Address of the node of a target. */
export function targetNode(ofList: u32, index: u32): u32 {
	return TARGETS + TARGET_BYTES * (MOST * ofList + index);
}

export function targetCount(ofList: u32): u32 {
	return load<u32>(COUNTS + 4 * ofList);
}

/** Begins a list afresh; what is added from now on belongs to it. */
export function beginTargets(ofList: u32): void {
	list = ofList;
	store<u32>(COUNTS + 4 * list, 0);
}

/** Adds a target whose name is the text of sdk/text.ts. Position and size are pixels of the pane; `action` is one of actions.ts. */
export function addTarget(x: i32, y: i32, width: i32, height: i32, role: u32, action: u32, argument: u32): void {
	const index = targetCount(list);
	if (index === MOST) return;
	store<u32>(COUNTS + 4 * list, index + 1);
	const node = targetNode(list, index);
	memory.fill(node, 0, TARGET_BYTES);
	store<u16>(node, <u16>index, nodes.NODE_NUMBER);
	store<u8>(node, <u8>role, nodes.NODE_ROLE);
	store<i16>(node, <i16>x, nodes.NODE_X);
	store<i16>(node, <i16>y, nodes.NODE_Y);
	store<i16>(node, <i16>width, nodes.NODE_WIDTH);
	store<i16>(node, <i16>height, nodes.NODE_HEIGHT);
	if (action !== ACTION_NONE) store<u8>(node, <u8>PRESSABLE, nodes.NODE_ACTIONS);
	store<u8>(node, <u8>NO_VALUE, nodes.NODE_VALUE);
	memory.copy(node + nodes.NODE_NAME, pointer(), min(size(), nodes.NODE_NAME_BYTES));
	store<u32>(node, action, ACTION);
	store<u32>(node, argument, ARGUMENT);
}

/** Adds what can only be told. */
export function addNote(x: i32, y: i32, width: i32, height: i32, role: u32): void {
	addTarget(x, y, width, height, role, ACTION_NONE, 0);
}

/** Adds a button. */
export function addButton(x: i32, y: i32, width: i32, height: i32, action: u32, argument: u32): void {
	addTarget(x, y, width, height, nodes.ROLE_BUTTON, action, argument);
}

/** Sets the state (STATE_*) of the target that was added last. */
export function setState(state: u32): void {
	const count = targetCount(list);
	if (count > 0) store<u8>(targetNode(list, count - 1), <u8>state, nodes.NODE_STATE);
}

/** The target that does something and lies at a place, NO_TARGET if there is none. Later ones lie over earlier ones. */
export function targetAt(ofList: u32, x: i32, y: i32): i32 {
	for (let index = <i32>targetCount(ofList) - 1; index >= 0; index--) {
		const node = targetNode(ofList, index);
		if (load<u32>(node, ACTION) === ACTION_NONE) continue;
		const left: i32 = load<i16>(node, nodes.NODE_X);
		const top: i32 = load<i16>(node, nodes.NODE_Y);
		if (x < left || y < top) continue;
		if (x < left + load<i16>(node, nodes.NODE_WIDTH) && y < top + load<i16>(node, nodes.NODE_HEIGHT)) return index;
	}
	return NO_TARGET;
}

export function targetAction(ofList: u32, index: u32): u32 {
	return index < targetCount(ofList) ? load<u32>(targetNode(ofList, index), ACTION) : ACTION_NONE;
}

export function targetArgument(ofList: u32, index: u32): u32 {
	return load<u32>(targetNode(ofList, index), ARGUMENT);
}
