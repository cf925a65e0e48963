// Generated from display.ts by `tessera build`; changes here are lost. Definition 10a0fa4fdd04d365.

/**
 * Client of Display: What an app has of the screen: one window below the strip, and one cover on home. Nothing else exists for it: coordinates begin in the top left corner of its own window, and pixels, touches and names of others cannot be asked for. The badge tells which app is calling. Pixels are lent, and copied before they are looked at, so what has been shown cannot be changed afterwards. events.ts, look.ts and nodes.ts say what the words mean; window.ts is a client.
 *
 * Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's
 * (abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.
 */

import { RIGHT_READ } from '../../abi/rights.ts';
import { call0, call4, call6, callWith } from '../../sdk/kernel.ts';
import { codeOf, word } from '../../sdk/message.ts';

/** Some of it would lie outside of the app's surface, or the buffer has another length than the rectangle. */
export const OUTSIDE: i32 = 16;

/** The system asks the user something: pixels stand still until the event RELEASED comes. */
export const HELD: i32 = 17;

/** A description is not of the form of nodes.ts. */
export const BAD_NODE: i32 = 18;

/** The gadget is too small, overlaps another, or reaches out of the window. */
export const REFUSED: i32 = 19;

/**
 * How to draw: sizes in pixels (width | height << 16), the look (look.ts), what is visible of the app (look.ts), and the number of the configuration, which goes up with every change.
 * Takes at most 20000 ns.
 */
export function look(gate: i32): i32 {
	return codeOf(call0(gate, 1));
}

/** Window that the last `look` gave. */
export function lookWindow(): u32 {
	return <u32>word(0);
}

/** Cover that the last `look` gave. */
export function lookCover(): u32 {
	return <u32>word(1);
}

/** Look that the last `look` gave. */
export function lookLook(): u32 {
	return <u32>word(2);
}

/** Visible that the last `look` gave. */
export function lookVisible(): u32 {
	return <u32>word(3);
}

/** Serial that the last `look` gave. */
export function lookSerial(): u32 {
	return <u32>word(4);
}

/**
 * Shows pixels: rows of R8G8B8A8, exactly those of the rectangle. `surface`: 0 window, 1 cover; `place`: x | y << 16; `size`: width | height << 16.
 * Takes at most 400000 ns.
 * Own errors: OUTSIDE, HELD.
 */
export function present(gate: i32, pixelsPointer: u32, pixelsLength: u32, surface: u32, place: u32, size: u32): i32 {
	return codeOf(callWith(gate, 2, <i32>surface, <i32>place, <i32>size, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>pixelsPointer, <i32>pixelsLength));
}

/**
 * Moves what a rectangle of the window shows by `distance` rows (negative: up); the rows that come free keep their pixels until they are presented.
 * Takes at most 400000 ns.
 * Own errors: OUTSIDE, HELD.
 */
export function shift(gate: i32, place: u32, size: u32, distance: i32): i32 {
	return codeOf(call4(gate, 3, <i32>place, <i32>size, distance, 0));
}

/**
 * Takes the oldest event that waits for the app (events.ts); kind 0: none.
 * Takes at most 20000 ns.
 */
export function event(gate: i32): i32 {
	return codeOf(call0(gate, 4));
}

/** Kind that the last `event` gave. */
export function eventKind(): u32 {
	return <u32>word(0);
}

/** First that the last `event` gave. */
export function eventFirst(): u32 {
	return <u32>word(1);
}

/** Second that the last `event` gave. */
export function eventSecond(): u32 {
	return <u32>word(2);
}

/** Milliseconds that the last `event` gave. */
export function eventMilliseconds(): u32 {
	return <u32>word(3);
}

/**
 * Says what a surface shows to those who cannot see it: all its nodes (nodes.ts), 96 bytes each, in reading order. `surface` as above.
 * Takes at most 60000 ns.
 * Own errors: BAD_NODE.
 */
export function describe(gate: i32, nodesPointer: u32, nodesLength: u32, surface: u32): i32 {
	return codeOf(callWith(gate, 5, <i32>surface, 0, 0, 0, 0, 0, 0, <i32>(RIGHT_READ << 8), <i32>nodesPointer, <i32>nodesLength));
}

/**
 * Embeds a control that the system draws and only the user can press: gadget `number`, 0..3, of `kind` (gadgets.ts). Size 0 takes it away.
 * Takes at most 40000 ns.
 * Own errors: REFUSED.
 */
export function gadget(gate: i32, number: u32, kind: u32, place: u32, size: u32, argument: u32): i32 {
	return codeOf(call6(gate, 6, <i32>number, <i32>kind, <i32>place, <i32>size, <i32>argument, 0));
}

/**
 * Asks for the keyboard (`purpose`: look.ts; 0 sends it away). It rises only while the app is in front, and what is typed comes as events.
 * Takes at most 20000 ns.
 */
export function edit(gate: i32, purpose: u32): i32 {
	return codeOf(call4(gate, 7, <i32>purpose, 0, 0, 0));
}

/**
 * The cover's actions: icons (assets) of the first and the second, 0 = none. The event COVER_ACTION tells that one was pressed.
 * Takes at most 20000 ns.
 */
export function coverActions(gate: i32, first: u32, second: u32): i32 {
	return codeOf(call4(gate, 8, <i32>first, <i32>second, 0, 0));
}
