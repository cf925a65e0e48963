/**
 * What the system puts over the window of the app in front: gadgets, sheets, prompts. The scene calls these; prompts, gadgets and sheets are files of their own.
 */
import { OUTSIDE } from '../../interfaces/display/server.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';

/** Draws them, inside the surface's clip, over the window at rest. */
export function drawLayers<M extends RegionMemory>(_surface: Surface<M>): void {}

/** A touch (INPUT_TOUCH_*) in pixels of the screen, outside edge zones. Whether a layer wants this finger from now on. */
export function layerTouch(_kind: u32, _finger: u32, _x: i32, _y: i32): bool {
	return false;
}

/** A key that is not the power key (INPUT_KEY's code). */
export function layerKey(_code: u32, _down: bool): void {}

/** Time has passed. */
export function layerTick(): void {}

/** Whether what an app shows must not change now: HELD. */
export function isHeld(_app: u32): bool {
	return false;
}

/** Whether only home may be reached now, because the system asks something. */
export function isModal(): bool {
	return false;
}

/** The user swipes up from the bottom edge: true when that means something else than the app grid. */
export function claimBottomEdge(): bool {
	return false;
}

/** An app is no longer in front, or is closed. */
export function appLeft(_app: u32, _closed: bool): void {}

/** An app has come to the front, or nobody (NOBODY). */
export function frontChanged(_app: i32): void {}

/** Pixels below the strip that the app in front can use. */
export function freeHeight(paneHeight: i32): i32 {
	return paneHeight;
}

/** Width of an edge zone at a height of the screen: half over the keyboard. Pixels. */
export function edgeOf(usual: i32, _y: i32): i32 {
	return usual;
}

/** A sheet (a client from events.ts) shows pixels that the caller of this activation lends. The display interface's result. */
export function presentSheet(_client: u32, _length: u32, _x: i32, _y: i32, _width: i32, _height: i32): i32 {
	return OUTSIDE;
}

/** Size of a sheet in pixels: width | height << 16. */
export function sheetSize(_client: u32): u32 {
	return 0;
}

/** An app embeds a gadget. False: refused. */
export function placeGadget(_app: u32, _number: u32, _kind: u32, _place: u32, _size: u32, _argument: u32): bool {
	return false;
}

/** An app wants the keyboard, or no longer (EDIT_NOTHING). */
export function editChanged(_app: u32, _purpose: u32): void {}
