/** The app grid: every app that is installed, with its owner's mark. It comes from the bottom edge. */
import { ROLE_BUTTON, STATE_ON } from '../../interfaces/display/nodes.ts';
import { ACTION_BACK, ACTION_OPEN } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { BODY_STRONG, CAPTION, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { ICON_NONE } from '../../sdk/graphics/icon-numbers.ts';
import { addByte, clear } from '../../sdk/text.ts';
import { exists, iconOf, initialOf } from './catalogue.ts';
import { APPS, isOpen } from './state.ts';
import * as page from './writer.ts';

const COLUMNS: u32 = 4;
const MARGIN: i32 = 14;
const TOP: i32 = 72;
const CELL_WIDTH: i32 = (390 - 2 * 14) / 4;
const CELL_HEIGHT: i32 = 104;
const TILE: i32 = 60;

export function describeGrid(): void {
	page.draw(form.DRAW_WALLPAPER, 0, 0, page.PAGE_WIDE, page.PAGE_HIGH, 0, 0);
	page.handle(8);
	page.target(0, 0, page.PAGE_WIDE, page.TARGET);
	page.press(ROLE_BUTTON, ACTION_BACK, 0);
	page.say('Back');
	page.words(TITLE, 20, 28, 200, 28, form.COLOUR_TEXT);
	page.say('Apps');
	let place: u32 = 0;
	for (let app: u32 = 0; app < APPS; app++) {
		if (exists(app)) describeApp(app, place++);
	}
}

function describeApp(app: u32, place: u32): void {
	const x = MARGIN + <i32>(place % COLUMNS) * CELL_WIDTH;
	const y = TOP + <i32>(place / COLUMNS) * CELL_HEIGHT;
	const tile = x + (CELL_WIDTH - TILE) / 2;
	page.fill(tile, y, TILE, TILE, form.COLOUR_SURFACE2, 18);
	describePicture(app, tile, y);
	// Marks stand out from black, as in the strip, whatever the ambience.
	page.fill(tile + TILE - 18, y + TILE - 18, 16, 16, form.COLOUR_PAPER, 8);
	page.mark(app, tile + TILE - 10, y + TILE - 10, 4);
	page.centred(CAPTION, x + 2, y + TILE + 6, CELL_WIDTH - 4, 18, form.COLOUR_TEXT);
	page.named(app);
	page.target(x, y - 4, CELL_WIDTH, CELL_HEIGHT - 8);
	page.named(app);
	page.press(ROLE_BUTTON, ACTION_OPEN, app);
	if (isOpen(app)) page.setState(STATE_ON);
}

function describePicture(app: u32, x: i32, y: i32): void {
	const icon = iconOf(app);
	if (icon !== ICON_NONE) {
		page.icon(icon, x + 14, y + 14, 32, form.COLOUR_ACCENT);
		return;
	}
	page.centred(BODY_STRONG, x, y, TILE, TILE, form.COLOUR_ACCENT);
	clear();
	addByte(initialOf(app));
	page.sayText();
}
