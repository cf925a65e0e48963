/**
 * What apps have drawn of their covers, at the size at which home shows them, in the order of the covers: up to COVERS_LARGE at full size, and from then on all made smaller while they
 * are copied. When there are fewer again, the small ones are stretched until their apps, which are asked to, have drawn.
 */
import {
	COVER_HEAD,
	COVER_HEIGHT,
	COVER_WIDTH,
	COVERS,
	COVERS_LARGE,
	SMALL_HEAD,
	SMALL_HEIGHT,
	SMALL_WIDTH,
} from '../../interfaces/pages/covers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { enlarge, samplePart, shrink } from '../../sdk/graphics/resize.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { px } from './geometry.ts';

const cover = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
const other = changetype<Surface<OwnMemory>>(memory.data(SURFACE_BYTES, 4));
/** Address of their pixels, and how many covers there are. */
let pixels: u32 = 0;
let count: u32 = 0;

/** What an app draws of its cover, in pixels. */
export function coverWidth(): i32 {
	return px(COVER_WIDTH);
}

export function coverHeight(): i32 {
	return px(COVER_HEIGHT - COVER_HEAD);
}

/** Whether covers are as large as apps draw them. */
export function areLarge(): bool {
	return count <= COVERS_LARGE;
}

/** Opens the picture at `place` of the one or the other size. */
function open(surface: Surface<OwnMemory>, place: u32, large: bool): void {
	const width = large ? coverWidth() : px(SMALL_WIDTH);
	const height = large ? coverHeight() : px(SMALL_HEIGHT - SMALL_HEAD);
	surface.open(pixels + place * 4 * <u32>(width * height), width, height);
}

/** The picture of the cover at `place`. */
export function coverPicture(place: u32): Surface<OwnMemory> {
	open(cover, place, areLarge());
	return cover;
}

/** Takes memory for them from an address on; the first behind it. */
export function layCovers(place: u32): u32 {
	pixels = place;
	open(cover, COVERS, false);
	open(other, COVERS_LARGE, true);
	return max(cover.offset, other.offset);
}

/** One more, at the end. */
export function addCover(): void {
	if (count === COVERS_LARGE) for (let place: u32 = 0; place < count; place++) resize(place, false);
	count++;
}

/** The one at `place` is gone; those behind it move up. */
export function removeCover(place: u32): void {
	const gone = coverPicture(place).offset;
	const next = coverPicture(place + 1).offset;
	memory.copy(gone, next, coverPicture(count).offset - next);
	count--;
	if (count === COVERS_LARGE) for (let left = count; left > 0; left--) resize(left - 1, true);
}

/** Changes the size of a picture where it lies: no other is overwritten when the first shrinks first, and grows last. */
function resize(place: u32, larger: bool): void {
	open(cover, place, larger);
	open(other, place, !larger);
	if (larger) enlarge(cover, other);
	else shrink(cover, other);
}

/** Takes a part that an app has drawn, whose positions are those of the whole cover. It is a call of the app's: what it may take is declared (display.ts), so pixels are picked, not added up. */
export function takePart<M extends RegionMemory>(place: u32, part: Surface<M>): void {
	const picture = coverPicture(place);
	for (let row: i32 = 0; row < picture.height; row++) samplePart(picture, part, coverWidth(), coverHeight(), row);
}
