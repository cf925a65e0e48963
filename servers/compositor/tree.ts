/** What the screen shows, for those who cannot see it: the nodes of the system and of the apps, each under its owner, in reading order (docs/reference/08-accessibility.md). */
import * as form from '../../abi/accessibility.ts';
import * as nodes from '../../interfaces/display/nodes.ts';
import { COVER_HEAD, COVER_HEIGHT, COVER_WIDTH } from '../../interfaces/pages/covers.ts';
import { STREAM_MESSAGE_BYTES } from '../../interfaces/port/stream.ts';
import { say } from '../../sdk/graphics/words.ts';
import { pointer, size } from '../../sdk/text.ts';
import { coverOf, NOBODY, openAt, openCount, setName } from './apps.ts';
import { treeSent, treeStale } from './damaged.ts';
import { frames, isAtRest } from './frame.ts';
import * as geometry from './geometry.ts';
import { coverHigh, coverWide, coverX, coverY, placeCover } from './home.ts';
import { isModal, sheetIsFree } from './layers.ts';
import { NODES_SHEET, NODES_WINDOW, nodeAt, nodeCount } from './nodes.ts';
import { port } from './port.ts';
import {
	anythingMoves,
	front,
	OVERLAY_EVENTS,
	OVERLAY_GRID,
	OVERLAY_LOCK,
	OVERLAY_NONE,
	OVERLAY_XRAY,
	overlay,
} from './scene.ts';
import { sheetTop } from './sheet.ts';
import { LIST_HOME, LIST_OVERLAY, LIST_STRIP, LIST_WINDOW, targetCount, targetNode } from './targets.ts';
import { isSet, MILLISECOND, setTimer, TIMER_TREE } from './timers.ts';

/** Trees are at least so far apart. */
const SPACING: u64 = 250 * MILLISECOND;
/** What an app says piece by piece becomes one tree. */
const GATHER: u64 = 20 * MILLISECOND;
/** In a tree the number of a system's node is its index and its list. */
const LIST_SHIFT: u32 = 8;
const HEAD_BYTES: u32 = form.MESSAGE_HEAD_BYTES + form.TREE_NODES;
const HEAD: u32 = memory.data(32, 4) as u32;
const NODE: u32 = memory.data(96, 8) as u32;

/** Number of the tree that was sent last. */
export let treeSerial: u32 = 0;
let count: u32 = 0;
/** What REST said last. */
let toldStill: i32 = -1;

/** Sends whatever has changed, if it may be sent now. */
export function publish(): void {
	if (!port.isFree()) return;
	const still: i32 = isAtRest() ? 1 : 0;
	if (treeStale && !anythingMoves() && !isSet(TIMER_TREE)) {
		sendTree();
		setTimer(TIMER_TREE, SPACING);
	} else if (still !== toldStill) {
		toldStill = still;
		sendRest(still);
	}
}

/** An app has said something: a tree goes out soon. */
export function wantTree(): void {
	if (treeStale && port.isFree() && !isSet(TIMER_TREE)) setTimer(TIMER_TREE, GATHER);
}

/** Whoever has just come gets everything. */
export function publishAgain(): void {
	toldStill = -1;
}

function putHead(kind: u32, length: u32): void {
	store<u32>(HEAD, form.MESSAGE_MAGIC);
	store<u32>(HEAD, kind, form.MESSAGE_KIND);
	store<u32>(HEAD, length, form.MESSAGE_LENGTH);
}

function sendRest(still: u32): void {
	putHead(form.MESSAGE_REST, form.REST_BYTES);
	store<u32>(HEAD + form.MESSAGE_HEAD_BYTES, frames, form.REST_FRAMES);
	store<u32>(HEAD + form.MESSAGE_HEAD_BYTES, still, form.REST_STILL);
	port.put(0, HEAD, form.MESSAGE_HEAD_BYTES + form.REST_BYTES);
	port.send(form.MESSAGE_HEAD_BYTES + form.REST_BYTES);
}

function sendTree(): void {
	count = 0;
	putSystem(LIST_STRIP, 0);
	if (overlay !== OVERLAY_NONE) putSystem(LIST_OVERLAY, geometry.stripHeight);
	else if (front === NOBODY) putHome();
	else putWindow();
	const body = HEAD + form.MESSAGE_HEAD_BYTES;
	putHead(form.MESSAGE_TREE, form.TREE_NODES + nodes.NODE_BYTES * count);
	store<u32>(body, ++treeSerial, form.TREE_SERIAL);
	store<u16>(body, <u16>geometry.screenWidth, form.TREE_WIDTH);
	store<u16>(body, <u16>geometry.screenHeight, form.TREE_HEIGHT);
	store<u8>(body, <u8>geometry.scale, form.TREE_SCALE);
	store<u8>(body, <u8>scene(), form.TREE_SCENE);
	store<u16>(body, <u16>count, form.TREE_COUNT);
	port.put(0, HEAD, HEAD_BYTES);
	port.send(HEAD_BYTES + nodes.NODE_BYTES * count);
	treeSent();
}

function scene(): u32 {
	if (overlay === OVERLAY_XRAY) return form.SCENE_XRAY;
	if (overlay === OVERLAY_LOCK) return form.SCENE_LOCK;
	if (overlay === OVERLAY_GRID) return form.SCENE_GRID;
	if (overlay === OVERLAY_EVENTS) return form.SCENE_EVENTS;
	if (overlay !== OVERLAY_NONE) return form.SCENE_MENU;
	if (front === NOBODY) return form.SCENE_HOME;
	return isModal() ? form.SCENE_PROMPT : form.SCENE_APP;
}

/** Adds NODE to the tree. */
function put(owner: u32, surface: u32): void {
	const place = HEAD_BYTES + nodes.NODE_BYTES * count;
	if (place + nodes.NODE_BYTES > STREAM_MESSAGE_BYTES) return;
	store<u8>(NODE, <u8>owner, form.TREE_NODE_OWNER);
	store<u8>(NODE, <u8>surface, form.TREE_NODE_SURFACE);
	port.put(place, NODE, nodes.NODE_BYTES);
	count++;
}

/** A node that stands before those of an owner, with the text as its name. */
function putGroup(owner: u32, x: i32, y: i32, width: i32, height: i32): void {
	memory.fill(NODE, 0, nodes.NODE_BYTES);
	store<u8>(NODE, <u8>form.ROLE_GROUP, nodes.NODE_ROLE);
	store<i16>(NODE, <i16>x, nodes.NODE_X);
	store<i16>(NODE, <i16>y, nodes.NODE_Y);
	store<i16>(NODE, <i16>width, nodes.NODE_WIDTH);
	store<i16>(NODE, <i16>height, nodes.NODE_HEIGHT);
	memory.copy(NODE + nodes.NODE_NAME, pointer(), min(size(), nodes.NODE_NAME_BYTES));
	put(owner, form.SURFACE_WINDOW);
}

/** The system's own targets of a list, `down` pixels below where they say. */
function putSystem(list: u32, down: i32): void {
	if (targetCount(list) === 0) return;
	say('System');
	putGroup(
		form.OWNER_SYSTEM,
		0,
		down,
		geometry.screenWidth,
		down === 0 ? geometry.stripHeight : geometry.screenHeight - down,
	);
	for (let index: u32 = 0; index < targetCount(list); index++) {
		memory.copy(NODE, targetNode(list, index), nodes.NODE_BYTES);
		store<u16>(NODE, <u16>(index | (list << LIST_SHIFT)), nodes.NODE_NUMBER);
		store<i16>(NODE, load<i16>(NODE, nodes.NODE_Y) + <i16>down, nodes.NODE_Y);
		put(form.OWNER_SYSTEM, form.SURFACE_WINDOW);
	}
}

function putWindow(): void {
	putFront();
	putSystem(LIST_WINDOW, geometry.stripHeight);
	putSheet();
}

/** Nothing of an app that the system asks about: it is frozen, and cannot be acted on. */
function putFront(): void {
	if (isModal()) return;
	setName(front);
	putGroup(front, 0, geometry.stripHeight, geometry.screenWidth, geometry.screenHeight - geometry.stripHeight);
	for (let index: u32 = 0; index < nodeCount(NODES_WINDOW); index++) {
		memory.copy(NODE, nodeAt(NODES_WINDOW, index), nodes.NODE_BYTES);
		store<i16>(NODE, load<i16>(NODE, nodes.NODE_Y) + <i16>geometry.stripHeight, nodes.NODE_Y);
		put(front, form.SURFACE_WINDOW);
	}
}

/** What the owner of the sheet that is up says of it; the system's own, as keyboard and powerbox are. */
function putSheet(): void {
	if (!sheetIsFree()) return;
	const top = geometry.stripHeight + sheetTop();
	say('System');
	putGroup(form.OWNER_SYSTEM, 0, top, geometry.screenWidth, geometry.screenHeight - top);
	for (let index: u32 = 0; index < nodeCount(NODES_SHEET); index++) {
		memory.copy(NODE, nodeAt(NODES_SHEET, index), nodes.NODE_BYTES);
		store<i16>(NODE, load<i16>(NODE, nodes.NODE_Y) + <i16>top, nodes.NODE_Y);
		put(form.OWNER_SYSTEM, form.SURFACE_SHEET);
	}
}

function putHome(): void {
	putSystem(LIST_HOME, geometry.stripHeight);
	for (let place: u32 = 0; place < openCount(); place++) {
		const app = openAt(place);
		if (nodeCount(coverOf(app)) === 0) continue;
		placeCover(place);
		setName(app);
		putGroup(app, coverX, coverY + geometry.stripHeight, coverWide, coverHigh);
		for (let index: u32 = 0; index < nodeCount(coverOf(app)); index++) putCoverNode(app, index);
	}
}

/** A node of a cover, where and as large as the cover is drawn. */
function putCoverNode(app: u32, index: u32): void {
	memory.copy(NODE, nodeAt(coverOf(app), index), nodes.NODE_BYTES);
	const head = (COVER_HEAD * coverHigh) / COVER_HEIGHT;
	store<i16>(NODE, <i16>(coverX + scaled(load<i16>(NODE, nodes.NODE_X))), nodes.NODE_X);
	store<i16>(NODE, <i16>(coverY + geometry.stripHeight + head + scaled(load<i16>(NODE, nodes.NODE_Y))), nodes.NODE_Y);
	store<i16>(NODE, <i16>scaled(load<i16>(NODE, nodes.NODE_WIDTH)), nodes.NODE_WIDTH);
	store<i16>(NODE, <i16>scaled(load<i16>(NODE, nodes.NODE_HEIGHT)), nodes.NODE_HEIGHT);
	put(app, form.SURFACE_COVER);
}

function scaled(length: i32): i32 {
	return (length * coverWide) / geometry.px(COVER_WIDTH);
}
