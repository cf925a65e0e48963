/** A sheet of the app's own over its page: rounded at the top, as those of the system never are. */

import { fillRectangle } from '../graphics/fill.ts';
import { faded } from '../graphics/pixel.ts';
import { fillRounded } from '../graphics/shapes.ts';
import { changeLayout } from './changes.ts';
import { beginColumn, columnEnd, placeAt } from './layout.ts';
import * as metrics from './metrics.ts';
import { NODE_ACTION_PRESS, ROLE_BUTTON } from './nodes.ts';
import * as pages from './pages.ts';
import { PASS_DRAW, PASS_SETTLE, pass, px, screenHeight, screenWidth, surface, unclip } from './screen.ts';
import * as theme from './theme.ts';
import { begin, describe, end, pressed, setFixed, setSilent } from './thing.ts';
import { setReach } from './touch.ts';
import { wordsOf } from './words.ts';

const PRESS: u32 = 1 << NODE_ACTION_PRESS;
const NO_VALUE: u32 = 255;
/** Opacity of the shade over the page, of 255. */
const SHADE: u32 = 130;
const BELOW: i32 = 20;
/** Whether a sheet was found when the window was last settled, and whether one has been found since. */
let open: bool = false;
let seen: bool = false;
let dismissed: bool = false;
let top: i32 = 0;

/** Whether a sheet is open: what lies below cannot be touched. */
export function sheetIsOpen(): bool {
	return open;
}

/** Declares a sheet after everything else of the page, as long as it is to be open. What follows lies on it. */
export function beginSheet(): void {
	seen = true;
	setFixed(true);
	setSilent(false);
	const height = pages.remembered(pages.LAYOUT_SHEET);
	top = max(px(metrics.TARGET), screenHeight - height);
	setReach(0, 0, screenWidth, screenHeight);
	placeAt(0, 0, screenWidth, top);
	const name = wordsOf('Close');
	begin(ROLE_BUTTON, name);
	describe(name, 0, 0, PRESS, NO_VALUE);
	end();
	dismissed = pressed();
	if (pass === PASS_DRAW) paintSheet();
	beginColumn(px(metrics.MARGIN), top + px(metrics.PADDING), screenWidth - 2 * px(metrics.MARGIN));
}

function paintSheet(): void {
	unclip();
	fillRectangle(surface, 0, 0, screenWidth, screenHeight, faded(0xff00_0000, SHADE));
	const radius = px(metrics.SHEET_RADIUS);
	fillRounded(surface, 0, top, screenWidth, screenHeight - top + radius, radius, theme.surfaceLow);
}

/** Ends it: whether the user wants it closed, by a touch beside it. */
export function endSheet(): bool {
	const height = columnEnd() + px(BELOW) - top;
	if (pass === PASS_SETTLE && height !== pages.remembered(pages.LAYOUT_SHEET)) {
		pages.remember(pages.LAYOUT_SHEET, height);
		changeLayout();
	}
	return dismissed;
}

/** The window begins to be settled. */
export function beginSheets(): void {
	seen = false;
}

/** It has been. */
export function endSheets(): void {
	if (seen !== open) changeLayout();
	open = seen;
}
