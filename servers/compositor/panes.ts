/**
 * The pictures that the screen is put together from, all in the compositor's own memory, so that nobody can change what has been shown: home, the window of the
 * app in front; and the covers (covers.ts). A frame copies rows of them. What the system puts over both (app grid, top menu, events, lock) has no picture: it is drawn into every frame band by band.
 */
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { layCovers } from './covers.ts';
import { paneHeight, px, screenWidth, stripHeight } from './geometry.ts';

export const PANE_HOME: u32 = 0;
export const PANE_WINDOW: u32 = 1;
const PANES: u32 = 2;

const SURFACES: u32 = memory.data(SURFACE_BYTES * 2, 8) as u32;
const STRIP_SURFACE: u32 = memory.data(SURFACE_BYTES, 8) as u32;
const SHEET_SURFACE: u32 = memory.data(SURFACE_BYTES, 8) as u32;
const BAND_SURFACE: u32 = memory.data(SURFACE_BYTES, 8) as u32;
/** Rows of a band of a page, points. */
const BAND_HIGH: i32 = 32;
let bandPixels: u32 = 0;
/** Pixels begin behind the static data, at a place that suits the processor's caches. */
const ALIGNMENT: u32 = 64;

export function pane(which: u32): Surface<OwnMemory> {
	return changetype<Surface<OwnMemory>>(SURFACES + SURFACE_BYTES * which);
}

export function stripPicture(): Surface<OwnMemory> {
	return changetype<Surface<OwnMemory>>(STRIP_SURFACE);
}

/** What the keyboard or the picker has drawn: the lowest rows of the window, which its app has not while the sheet is up. */
export function sheetPicture(): Surface<OwnMemory> {
	return changetype<Surface<OwnMemory>>(SHEET_SURFACE);
}

/** Makes the lowest `height` rows of the window the sheet's, in one colour. */
export function openSheet(height: i32, pixel: u32): void {
	sheetPicture().open(pane(PANE_WINDOW).place(0, paneHeight - height), screenWidth, height);
	wipe(sheetPicture(), pixel);
}

/** Gives them back, in the colour of what lies above, until the app has drawn them. */
export function closeSheet(): void {
	const sheet = sheetPicture();
	wipe(sheet, load<u32>(sheet.place(0, -1)));
}

/** Height of a band, pixels. */
export function bandHeight(): i32 {
	return px(BAND_HIGH);
}

/** A page as large as a pane, of which only the `bandHeight` rows from `row` on are there, and in its clip: whatever draws it must not widen that. */
export function bandPicture(row: i32): Surface<OwnMemory> {
	const band = changetype<Surface<OwnMemory>>(BAND_SURFACE);
	band.open(bandPixels - 4 * <u32>(row * screenWidth), screenWidth, paneHeight);
	band.narrow(0, row, screenWidth, bandHeight());
	return band;
}

/** Lays all pictures out for the screen's size. False if memory 0 is too small for them. */
export function openPanes(): bool {
	let place = ((__heap_base as u32) + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
	for (let which: u32 = 0; which < PANES; which++) place = lay(pane(which), place, screenWidth, paneHeight);
	place = layCovers(place);
	bandPixels = place;
	place += 4 * <u32>(screenWidth * bandHeight());
	place = lay(stripPicture(), place, screenWidth, stripHeight);
	return place <= (<u32>memory.size()) << 16;
}

function lay(surface: Surface<OwnMemory>, place: u32, width: i32, height: i32): u32 {
	surface.open(place, width, height);
	return place + 4 * <u32>(width * height);
}

/** Fills a picture with one colour: whoever owned it before, nothing of that is left. */
export function wipe(surface: Surface<OwnMemory>, pixel: u32): void {
	surface.unclip();
	fillRectangle(surface, 0, 0, surface.width, surface.height, pixel);
}
