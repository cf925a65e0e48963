/** Home: the covers of all open apps in the order in which they were opened. They never change places. */
import { EVENT_EXPOSE } from '../../interfaces/display/events.ts';
import { ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { CORNERS_BOTTOM, copyRounded } from '../../sdk/graphics/blit.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { BODY, CAPTION, CAPTION_STRONG, SMALL, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { drawIcon, ICON_24 } from '../../sdk/graphics/icon.ts';
import { iconWord } from '../../sdk/graphics/icon-words.ts';
import { drawMark, markColour } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded, outlineRounded } from '../../sdk/graphics/shapes.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_WARN } from '../../sdk/graphics/system-colours.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWords, drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { add } from '../../sdk/text.ts';
import { ACTION_APPS, ACTION_COVER, ACTION_OPEN } from './actions.ts';
import {
	coverAction,
	coverDrawn,
	hasFailed,
	isOpen,
	NOBODY,
	openAt,
	openCount,
	placeOf,
	setName,
	setNameIn,
} from './apps.ts';
import { areLarge, coverPicture } from './covers.ts';
import { damageHome, damageTree, homeDamage } from './damaged.ts';
import { post } from './events.ts';
import * as geometry from './geometry.ts';
import { ambience } from './look.ts';
import { PANE_HOME, pane } from './panes.ts';
import { ACTION_NONE, addButton, addTarget, beginTargets, LIST_HOME } from './targets.ts';

const TOP: i32 = 24;
const RING: i32 = 3;
const ROW_ALPHA: u32 = 150;
/** The clip of home's pane while it is narrower. */
const KEPT_CLIP: u32 = memory.data(SURFACE_BYTES, 8) as u32;

/** The app whose cover stands out, because letting go now would open it; NOBODY: none. */
let marked: i32 = NOBODY;
/** Whether covers were large when they were damaged last. */
let wereLarge: bool = true;

/** Where the cover of the open app at `place` is, in pixels of the pane. */
export let coverX: i32 = 0;
export let coverY: i32 = 0;
export let coverWide: i32 = 0;
export let coverHigh: i32 = 0;

/** Radius of a cover's corners. */
export function coverRadius(): i32 {
	return geometry.px(areLarge() ? 20 : 14);
}

/** Sets coverX and the others. */
export function placeCover(place: u32): void {
	const columns: u32 = areLarge() ? 2 : 3;
	coverWide = geometry.px(areLarge() ? geometry.COVER_WIDTH : geometry.SMALL_WIDTH);
	coverHigh = geometry.px(areLarge() ? geometry.COVER_HEIGHT : geometry.SMALL_HEIGHT);
	coverX = geometry.px(geometry.GUTTER) + <i32>(place % columns) * (coverWide + geometry.px(geometry.GUTTER));
	coverY = geometry.px(TOP) + <i32>(place / columns) * (coverHigh + geometry.px(geometry.GUTTER));
}

/** Sets coverX and the others for an app; false if it is not open. */
export function placeCoverOf(app: i32): bool {
	if (!isOpen(app)) return false;
	placeCover(placeOf(app));
	return true;
}

/** The cover of an app has to be drawn again. */
export function damageCover(app: i32): void {
	if (placeCoverOf(app)) homeDamage.add(coverX, coverY, coverWide, coverHigh);
}

/** Apps were `before` and are now openCount(): the covers from `place` on have to be drawn again, or all when they change their size. */
export function damageCovers(place: u32, before: u32): void {
	damageTree();
	if (before === 0 || openCount() === 0 || areLarge() !== wereLarge) {
		if (areLarge()) for (let each: u32 = 0; each < openCount(); each++) post(openAt(each), EVENT_EXPOSE, 2, 0);
		wereLarge = areLarge();
		damageHome();
		return;
	}
	placeCover(place);
	homeDamage.add(0, coverY, geometry.screenWidth, geometry.paneHeight - coverY);
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

/** Draws home's picture inside the clip of its pane, and lists its targets. */
export function drawHome(): void {
	const home = pane(PANE_HOME);
	drawWallpaper(home, ambience, geometry.scale);
	if (openCount() === 0) drawWelcome(home);
	for (let place: u32 = 0; place < openCount(); place++) {
		placeCover(place);
		if (!home.hides(coverX, coverY, coverX + coverWide, coverY + coverHigh)) drawCover(home, openAt(place));
	}
	fillRounded(
		home,
		geometry.screenWidth / 2 - geometry.px(22),
		geometry.paneHeight - geometry.px(12),
		geometry.px(44),
		geometry.px(5),
		geometry.px(2),
		ambience.outline,
	);
}

/** Lists what can be pressed on home. */
export function listHome(): void {
	beginTargets(LIST_HOME);
	if (openCount() === 0) {
		say('Nothing is open. Swipe up from the bottom edge for your apps.');
		addTarget(
			geometry.px(20),
			geometry.px(TOP),
			geometry.screenWidth - geometry.px(40),
			geometry.px(80),
			ROLE_TEXT,
			ACTION_NONE,
			0,
		);
	}
	for (let place: u32 = 0; place < openCount(); place++) listCover(place, openAt(place));
	say('Apps');
	addButton(
		geometry.screenWidth / 2 - geometry.px(60),
		geometry.paneHeight - geometry.px(48),
		geometry.px(120),
		geometry.px(48),
		ACTION_APPS,
		0,
	);
}

function listCover(place: u32, app: u32): void {
	placeCover(place);
	setName(app);
	addButton(coverX, coverY, coverWide, coverHigh, ACTION_OPEN, app);
	const actions = actionCount(app);
	for (let index: u32 = 0; index < actions; index++) {
		const width = coverWide / <i32>actions;
		setNameIn('', app, ': ');
		add(iconWord(coverAction(app, index)));
		addButton(
			coverX + <i32>index * width,
			coverY + coverHigh - geometry.px(geometry.ACTION_ROW),
			width,
			geometry.px(geometry.ACTION_ROW),
			ACTION_COVER,
			app | (index << 8),
		);
	}
}

function actionCount(app: u32): u32 {
	if (hasFailed(app) || coverAction(app, 0) === 0) return 0;
	return coverAction(app, 1) === 0 ? 1 : 2;
}

function drawWelcome(home: Surface<OwnMemory>): void {
	say('Nothing is open');
	drawWordsIn(
		home,
		BODY,
		0,
		geometry.paneHeight / 2 - geometry.px(40),
		geometry.screenWidth,
		geometry.px(24),
		ambience.text,
	);
	say('Swipe up from the bottom edge for your apps');
	drawWordsIn(
		home,
		SMALL,
		0,
		geometry.paneHeight / 2 - geometry.px(10),
		geometry.screenWidth,
		geometry.px(20),
		ambience.text2,
	);
}

function drawCover(home: Surface<OwnMemory>, app: u32): void {
	const radius = coverRadius();
	const head = geometry.px(areLarge() ? geometry.COVER_HEAD : geometry.SMALL_HEAD);
	fillRounded(home, coverX, coverY, coverWide, coverHigh, radius, ambience.surface1);
	drawContent(home, app, head, radius);
	drawHead(home, app, head);
	if (actionCount(app) > 0) drawActions(home, app, radius);
	const stroke = isMarked(app) ? fixed(geometry.px(RING)) : fixed(geometry.px(RING)) / 2;
	outlineRounded(home, coverX, coverY, coverWide, coverHigh, radius, stroke, markColour(app));
}

/** What the app has drawn, or why there is nothing. The lower corners are the cover's own. */
function drawContent(home: Surface<OwnMemory>, app: u32, head: i32, radius: i32): void {
	if (hasFailed(app)) {
		say('Stopped');
		drawWordsIn(
			home,
			SMALL_STRONG,
			coverX,
			coverY + coverHigh / 2 - geometry.px(20),
			coverWide,
			geometry.px(20),
			rgb(SYSTEM_WARN),
		);
		say('Tap to reopen');
		drawWordsIn(
			home,
			CAPTION,
			coverX,
			coverY + coverHigh / 2 + geometry.px(4),
			coverWide,
			geometry.px(18),
			ambience.text2,
		);
	} else if (!coverDrawn(app)) {
		drawMark(home, app, coverX + coverWide / 2, coverY + coverHigh / 2, geometry.px(18));
	} else {
		copyRounded(home, coverPicture(placeOf(app)), coverX, coverY + head, radius, CORNERS_BOTTOM);
	}
}

function drawHead(home: Surface<OwnMemory>, app: u32, head: i32): void {
	const middle = coverY + head / 2;
	drawMark(home, app, coverX + geometry.px(18), middle, geometry.px(areLarge() ? 5 : 4));
	setName(app);
	const face = areLarge() ? SMALL_STRONG : CAPTION_STRONG;
	const height = geometry.px(areLarge() ? 20 : 18);
	drawWords(home, face, coverX + geometry.px(30), middle - height / 2, coverWide - geometry.px(38), ambience.text);
}

/** The row of actions: a darker ground inside the cover's corners, and an icon for each. */
function drawActions(home: Surface<OwnMemory>, app: u32, radius: i32): void {
	const top = coverY + coverHigh - geometry.px(geometry.ACTION_ROW);
	const kept = KEPT_CLIP;
	memory.copy(kept, changetype<u32>(home), SURFACE_BYTES);
	home.narrow(coverX, top, coverWide, geometry.px(geometry.ACTION_ROW));
	fillRounded(home, coverX, coverY, coverWide, coverHigh, radius, faded(ambience.wallpaperBottom, ROW_ALPHA));
	memory.copy(changetype<u32>(home), kept, SURFACE_BYTES);
	const actions = actionCount(app);
	const width = coverWide / <i32>max(1, actions);
	for (let index: u32 = 0; index < actions; index++) {
		const middle = coverX + <i32>index * width + width / 2;
		drawIcon(home, coverAction(app, index), ICON_24, middle - geometry.px(12), top + geometry.px(12), ambience.accent);
	}
}
