/**
 * The impostor: copies of the system's question and of its keyboard. An app may draw what it likes in its own rectangle, so this cannot be forbidden; what can be seen here is what it gains: nothing.
 * It gets the touches, as for any picture of its own, but no capability comes of them, and no password, because the real keyboard comes by a swipe that no app can answer.
 */
import * as display from '../../interfaces/display/client.ts';
import {
	EVENT_ACTIVATE,
	EVENT_EXPOSE,
	EVENT_LOOK,
	EVENT_NONE,
	EVENT_RELEASED,
	EVENT_TOUCH_UP,
} from '../../interfaces/display/events.ts';
import { LOOK_SCALE_SHIFT, VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import {
	NODE_ACTION_PRESS,
	NODE_ACTIONS,
	NODE_BYTES,
	NODE_HEIGHT,
	NODE_NAME,
	NODE_NUMBER,
	NODE_ROLE,
	NODE_VALUE,
	NODE_WIDTH,
	NODE_X,
	NODE_Y,
	ROLE_BUTTON,
	ROLE_TEXT,
} from '../../interfaces/display/nodes.ts';
import { SLOT_DISPLAY, SLOT_SECRETS } from '../../interfaces/display/slots.ts';
import { CAPABILITIES, FIRST_SLOT } from '../../interfaces/permissions/capabilities.ts';
import { take } from '../../interfaces/secrets/client.ts';
import { identify } from '../../sdk/capability.ts';
import { add, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { COPY_TOP, drawImpostor, surface } from './picture.ts';

const BAND_BYTES: i32 = 79_560;
const BAND: u32 = memory.data(79560, 8) as u32;
const NODES: u32 = memory.data(192, 8) as u32;
const SECRET: u32 = memory.data(128, 8) as u32;
const BYTES_A_PIXEL: i32 = 4;
const NO_VALUE: u32 = 255;
/** Bands of one activation, and the pause before the next, nanoseconds. */
const BANDS: u32 = 2;
const PAUSE: u64 = 4_000_000;
const BIT_ALARM: i32 = 4;
/** Numbers of nodes begin here. */
const FIRST_NODE: u32 = 1;
const SWITCH: string = 'Show the other copy';
/** Points. */
const SWITCH_HIGH: i32 = 56;
const OUTCOME_BYTES: u32 = 32;

let touches: u32 = 0;
let keyboard: bool = false;
let scale: i32 = 1;

/** Next row of the window that must be drawn; its height: all has been. */
let nextRow: i32 = 0;
let width: i32 = 0;
let height: i32 = 0;

export function notified(_bits: u32): void {
	let stale = false;
	while (display.event(SLOT_DISPLAY) === 0) {
		const kind = display.eventKind();
		if (kind === EVENT_NONE) break;
		if (hear(kind, display.eventFirst())) stale = true;
	}
	if (stale) begin();
	drawSome();
}

/** Whether the window has to be drawn. */
function hear(kind: u32, first: u32): bool {
	if (kind === EVENT_TOUCH_UP) touch(<i32>(<i16>(first >> 16)));
	else if (kind === EVENT_ACTIVATE) keyboard = !keyboard;
	else return kind === EVENT_LOOK || kind === EVENT_EXPOSE || kind === EVENT_RELEASED;
	return true;
}

function touch(y: i32): void {
	if (y < COPY_TOP * scale) keyboard = !keyboard;
	else touches++;
}

/** Everything that touching the copies has brought: capabilities in its table, and secrets that wait for it. */
function loot(): u32 {
	let found: u32 = take(SLOT_SECRETS, SECRET, 128) === 0 ? 1 : 0;
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (identify(FIRST_SLOT + <i32>capability) !== 0) found++;
	}
	return found;
}

/** The text becomes what has come of it. */
function sayOutcome(): void {
	const found = loot();
	clear();
	add(
		'What follows is a copy, and only a picture. The real one covers this app with lines, has your four marks in its band, and answers only to you. Touched: ',
	);
	addNumber(touches);
	add('. Given: ');
	if (found === 0) add('nothing.');
	else addNumber(found);
}

/** The window has to be drawn whole. */
function begin(): void {
	nextRow = height;
	if (display.look(SLOT_DISPLAY) !== 0 || display.lookVisible() !== VISIBLE_WINDOW) return;
	scale = max(1, <i32>(display.lookLook() >> LOOK_SCALE_SHIFT) & 3);
	width = <i32>(display.lookWindow() & 0xffff);
	height = <i32>(display.lookWindow() >> 16);
	nextRow = 0;
	sayOutcome();
	describe();
}

/** Draws a few bands, and goes on in another activation: one activation has time for no more. */
function drawSome(): void {
	sayOutcome();
	for (let band: u32 = 0; band < BANDS && nextRow < height; band++) {
		if (!drawBand(min(BAND_BYTES / (BYTES_A_PIXEL * width), height - nextRow))) break;
	}
	if (nextRow < height) setAlarm(PAUSE, BIT_ALARM);
}

/** Draws `rows` rows from `nextRow` on; false: they were not taken, try again later. */
function drawBand(rows: i32): bool {
	surface.open(BAND, width, rows);
	drawImpostor(width, nextRow, scale, keyboard);
	const bytes = <u32>(BYTES_A_PIXEL * width * rows);
	const size = <u32>width | ((<u32>rows) << 16);
	if (display.present(SLOT_DISPLAY, BAND, bytes, 0, (<u32>nextRow) << 16, size) < 0) return false;
	nextRow += rows;
	return true;
}

/** Two nodes: what has come of it (the end of the text), and the way to the other copy. */
function describe(): void {
	memory.fill(NODES, 0, 2 * NODE_BYTES);
	node(0, ROLE_TEXT, 0, (COPY_TOP - SWITCH_HIGH) * scale);
	const length = min(OUTCOME_BYTES, size());
	memory.copy(NODES + NODE_NAME, pointer() + size() - length, length);
	node(1, ROLE_BUTTON, (COPY_TOP - SWITCH_HIGH) * scale, SWITCH_HIGH * scale);
	store<u8>(NODES + NODE_BYTES + NODE_ACTIONS, <u8>((<u32>1) << NODE_ACTION_PRESS));
	for (let index: i32 = 0; index < SWITCH.length; index++) {
		store<u8>(NODES + NODE_BYTES + NODE_NAME + index, <u8>SWITCH.charCodeAt(index));
	}
	display.describe(SLOT_DISPLAY, NODES, 2 * NODE_BYTES, 0);
}

function node(index: u32, role: u32, y: i32, high: i32): void {
	const place = NODES + index * NODE_BYTES;
	store<u16>(place + NODE_NUMBER, <u16>(FIRST_NODE + index));
	store<u8>(place + NODE_ROLE, <u8>role);
	store<u8>(place + NODE_VALUE, <u8>NO_VALUE);
	store<i16>(place + NODE_X, 0);
	store<i16>(place + NODE_Y, <i16>y);
	store<i16>(place + NODE_WIDTH, <i16>width);
	store<i16>(place + NODE_HEIGHT, <i16>high);
}
