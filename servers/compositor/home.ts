/** Home's covers: where each is, which of them have to be drawn again, and which one stands out. What home looks like, the shell describes. */
import { EVENT_EXPOSE } from '../../interfaces/display/events.ts';
import * as covers from '../../interfaces/pages/covers.ts';
import { isOpen, NOBODY, openAt, openCount, placeOf } from './apps.ts';
import { areLarge } from './covers.ts';
import { damageTree, homeDamage } from './damaged.ts';
import { post } from './events.ts';
import { px } from './geometry.ts';

/** The app whose cover stands out, because letting go now would open it; NOBODY: none. */
let marked: i32 = NOBODY;
/** Whether covers were large when their number changed last. */
let wereLarge: bool = true;

/** Where the cover that was placed last is, in pixels of the pane. */
export let coverX: i32 = 0;
export let coverY: i32 = 0;
export let coverWide: i32 = 0;
export let coverHigh: i32 = 0;

/** Sets coverX and the others: the cover of the open app at `place`. */
export function placeCover(place: u32): void {
	covers.placeCover(place, openCount());
	coverX = px(covers.coverX);
	coverY = px(covers.coverY);
	coverWide = px(covers.coverWide);
	coverHigh = px(covers.coverHigh);
}

/** The same for an app; false if it is not open. */
export function placeCoverOf(app: i32): bool {
	if (!isOpen(app)) return false;
	placeCover(placeOf(app));
	return true;
}

/** The cover of an app has to be drawn again. */
export function damageCover(app: i32): void {
	if (placeCoverOf(app)) homeDamage.add(coverX, coverY, coverWide, coverHigh);
}

/** An app was opened or closed: those whose covers have become large have to draw them. */
export function coversChanged(): void {
	damageTree();
	if (areLarge() && !wereLarge) {
		for (let place: u32 = 0; place < openCount(); place++) post(openAt(place), EVENT_EXPOSE, 2, 0);
	}
	wereLarge = areLarge();
}

/** Makes the cover of an app stand out, and no other's. */
export function markCover(app: i32): void {
	if (app === marked) return;
	damageCover(marked);
	marked = app;
	damageCover(app);
}

export function isMarked(app: i32): bool {
	return marked === app;
}
