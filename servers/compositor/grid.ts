/** The app grid: every app that is installed, with its owner's mark. It comes from the bottom edge. */
import { STATE_ON } from '../../interfaces/display/nodes.ts';
import { fixed } from '../../sdk/graphics/coverage.ts';
import { BODY_STRONG, CAPTION, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { drawIcon, hasIcon, ICON_32 } from '../../sdk/graphics/icon.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { fillCircle, fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWords, drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { addByte, clear, pointer } from '../../sdk/text.ts';
import { ACTION_BACK, ACTION_OPEN } from './actions.ts';
import { APPS, exists, isOpen, setName } from './apps.ts';
import { iconOf } from './catalogue.ts';
import { px, scale, screenWidth } from './geometry.ts';
import { ambience } from './look.ts';
import { addButton, setState } from './targets.ts';

const COLUMNS: u32 = 4;
const MARGIN: i32 = 14;
const TOP: i32 = 72;
const CELL_HEIGHT: i32 = 104;
const TILE: i32 = 60;

/** Draws the grid into `page` and lists its targets. */
export function drawGrid(page: Surface<OwnMemory>): void {
	drawWallpaper(page, ambience, scale);
	fillRounded(page, screenWidth / 2 - px(22), px(8), px(44), px(5), px(2), ambience.outline);
	say('Back');
	addButton(0, 0, screenWidth, px(48), ACTION_BACK, 0);
	say('Apps');
	drawWords(page, TITLE, px(20), px(28), px(200), ambience.text);
	let place: u32 = 0;
	for (let app: u32 = 0; app < APPS; app++) {
		if (exists(app)) drawApp(page, app, place++);
	}
}

function drawApp(page: Surface<OwnMemory>, app: u32, place: u32): void {
	const width = (screenWidth - 2 * px(MARGIN)) / <i32>COLUMNS;
	const x = px(MARGIN) + <i32>(place % COLUMNS) * width;
	const y = px(TOP) + <i32>(place / COLUMNS) * px(CELL_HEIGHT);
	if (!page.hides(x, y, x + width, y + px(CELL_HEIGHT))) drawTile(page, app, x, y, width);
	setName(app);
	addButton(x, y - px(4), width, px(CELL_HEIGHT - 8), ACTION_OPEN, app);
	if (isOpen(app)) setState(STATE_ON);
}

function drawTile(page: Surface<OwnMemory>, app: u32, x: i32, y: i32, width: i32): void {
	const tile = x + (width - px(TILE)) / 2;
	fillRounded(page, tile, y, px(TILE), px(TILE), px(18), ambience.surface2);
	drawPicture(page, app, tile, y);
	// Marks stand out from black, as in the strip, whatever the ambience.
	fillCircle(page, fixed(tile + px(TILE - 10)), fixed(y + px(TILE - 10)), fixed(px(8)), rgb(SYSTEM_PAPER));
	drawMark(page, app, tile + px(TILE - 10), y + px(TILE - 10), px(4));
	setName(app);
	drawWordsIn(page, CAPTION, x + px(2), y + px(TILE + 6), width - px(4), px(18), ambience.text);
}

function drawPicture(page: Surface<OwnMemory>, app: u32, x: i32, y: i32): void {
	const icon = iconOf(app);
	if (hasIcon(icon)) {
		drawIcon(page, icon, ICON_32, x + px(14), y + px(14), ambience.accent);
		return;
	}
	setName(app);
	const letter: u32 = load<u8>(pointer());
	clear();
	addByte(letter);
	drawWordsIn(page, BODY_STRONG, x, y, px(TILE), px(TILE), ambience.accent);
}
