/** What comes in through the accessibility port: presses by name, and gestures without a finger. It may do what a finger may, and no more. */
import * as form from '../../abi/accessibility.ts';
import { EVENT_ACTIVATE } from '../../interfaces/display/events.ts';
import { NODE_ACTION_PRESS } from '../../interfaces/display/nodes.ts';
import { ACTION_UNLOCK } from '../../interfaces/pages/actions.ts';
import { isOpen, NOBODY } from './apps.ts';
import { damageTree } from './damaged.ts';
import { post } from './events.ts';
import { isHeld, isModal, performSheet } from './layers.ts';
import { perform } from './perform.ts';
import { port } from './port.ts';
import { front, OVERLAY_NONE, overlay } from './scene.ts';
import { targetAction, targetArgument } from './targets.ts';
import { publishAgain, treeSerial } from './tree.ts';

const LIST_SHIFT: u32 = 8;
const LISTS: u32 = 4;
const REQUEST: u32 = memory.data(12, 4) as u32;

/** Does everything that has been asked for. */
export function takeRequests(): void {
	while (port.take(REQUEST, form.REQUEST_BYTES)) {
		const kind: u32 = load<u8>(REQUEST, form.REQUEST_KIND);
		if (kind === form.REQUEST_NODE_ACTION) actOnNode();
		else if (kind === form.REQUEST_SYSTEM_ACTION) actOnSystem(load<u8>(REQUEST, form.REQUEST_ACTION));
		else if (kind === form.REQUEST_TREE) sendAgain();
	}
}

function sendAgain(): void {
	damageTree();
	publishAgain();
}

/** A node of an older tree may be another by now, so it is passed over. */
function actOnNode(): void {
	if (load<u32>(REQUEST, form.REQUEST_SERIAL) !== treeSerial) return;
	const owner: u32 = load<u8>(REQUEST, form.REQUEST_OWNER);
	const node: u32 = load<u16>(REQUEST, form.REQUEST_NODE);
	const action: u32 = load<u8>(REQUEST, form.REQUEST_ACTION);
	if (load<u8>(REQUEST, form.REQUEST_SURFACE) === <u8>form.SURFACE_SHEET) performSheet(node, action);
	else if (owner === form.OWNER_SYSTEM) pressSystem(node >> LIST_SHIFT, node & 0xff, action);
	else if (mayReach(owner)) post(owner, EVENT_ACTIVATE, node, action);
}

function pressSystem(list: u32, index: u32, action: u32): void {
	if (list >= LISTS || action !== NODE_ACTION_PRESS) return;
	perform(targetAction(list, index), targetArgument(list, index));
}

/** Whether a finger could reach that app's surface now. */
function mayReach(owner: u32): bool {
	if (overlay !== OVERLAY_NONE || !isOpen(owner)) return false;
	if (load<u8>(REQUEST, form.REQUEST_SURFACE) === <u8>form.SURFACE_COVER) return front === NOBODY;
	return front === <i32>owner && !isHeld(owner) && !isModal();
}

function actOnSystem(action: u32): void {
	if (action <= ACTION_UNLOCK) perform(action, front);
}
