/** Home: the covers of all open apps in the order in which they were opened. They never change places. */

import { ROLE_BUTTON, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { ACTION_APPS, ACTION_COVER, ACTION_OPEN } from '../../interfaces/pages/actions.ts';
import * as covers from '../../interfaces/pages/covers.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { BODY, CAPTION, CAPTION_STRONG, SMALL, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { iconWord } from '../../sdk/graphics/icon-words.ts';
import { add, clear } from '../../sdk/text.ts';
import { coverAction, hasFailed, openAt, openCount } from './state.ts';
import * as page from './writer.ts';

const ROW_OPACITY: u32 = 150;

export function describeHome(): void {
	page.draw(form.DRAW_WALLPAPER, 0, 0, page.PAGE_WIDE, page.PAGE_HIGH, 0, 0);
	if (openCount() === 0) describeWelcome();
	for (let place: u32 = 0; place < openCount(); place++) {
		covers.placeCover(place, openCount());
		describeCover(openAt(place));
	}
	page.handle(page.PAGE_HIGH - 12);
	page.target(page.PAGE_WIDE / 2 - 60, page.PAGE_HIGH - page.TARGET, 120, page.TARGET);
	page.press(ROLE_BUTTON, ACTION_APPS, 0);
	page.say('Apps');
}

function describeWelcome(): void {
	page.target(20, 24, page.PAGE_WIDE - 40, 80);
	page.tell(ROLE_TEXT);
	page.say('Nothing is open. Swipe up from the bottom edge for your apps.');
	page.centred(BODY, 0, page.PAGE_HIGH / 2 - 40, page.PAGE_WIDE, 24, form.COLOUR_TEXT);
	page.say('Nothing is open');
	page.centred(SMALL, 0, page.PAGE_HIGH / 2 - 10, page.PAGE_WIDE, 20, form.COLOUR_TEXT2);
	page.say('Swipe up from the bottom edge for your apps');
}

function describeCover(app: u32): void {
	page.fill(covers.coverX, covers.coverY, covers.coverWide, covers.coverHigh, form.COLOUR_SURFACE1, covers.coverRadius);
	page.press(ROLE_BUTTON, ACTION_OPEN, app);
	page.named(app);
	if (hasFailed(app)) describeFailure();
	else describeContent(app);
	describeHead(app);
	describeActions(app);
	page.draw(
		form.DRAW_EDGE,
		covers.coverX,
		covers.coverY,
		covers.coverWide,
		covers.coverHigh,
		form.COLOUR_MARK,
		covers.coverRadius,
	);
	page.about(app);
}

/** What the app has drawn. The lower corners are the cover's own. */
function describeContent(app: u32): void {
	page.draw(
		form.DRAW_COVER,
		covers.coverX,
		covers.coverY + covers.coverHead,
		covers.coverWide,
		covers.coverHigh - covers.coverHead,
		0,
		covers.coverRadius,
	);
	page.about(app);
}

function describeFailure(): void {
	const middle = covers.coverY + covers.coverHigh / 2;
	page.centred(SMALL_STRONG, covers.coverX, middle - 20, covers.coverWide, 20, form.COLOUR_WARN);
	page.say('Stopped');
	page.centred(CAPTION, covers.coverX, middle + 4, covers.coverWide, 18, form.COLOUR_TEXT2);
	page.say('Tap to reopen');
}

function describeHead(app: u32): void {
	const large = covers.coverHead === covers.COVER_HEAD;
	const middle = covers.coverY + covers.coverHead / 2;
	page.mark(app, covers.coverX + 18, middle, large ? 5 : 4);
	const height = large ? 20 : 18;
	page.words(
		large ? SMALL_STRONG : CAPTION_STRONG,
		covers.coverX + 30,
		middle - height / 2,
		covers.coverWide - 38,
		height,
		form.COLOUR_TEXT,
	);
	page.named(app);
}

/** The row of actions: a darker ground inside the cover's corners, and an icon for each. */
function describeActions(app: u32): void {
	if (hasFailed(app) || coverAction(app, 0) === 0) return;
	page.fill(
		covers.coverX,
		covers.coverY,
		covers.coverWide,
		covers.coverHigh,
		form.COLOUR_WALLPAPER,
		covers.coverRadius,
	);
	page.setOpacity(ROW_OPACITY);
	page.setValue(covers.ACTION_ROW);
	const count: u32 = coverAction(app, 1) === 0 ? 1 : 2;
	for (let index: u32 = 0; index < count; index++) describeAction(app, index, covers.coverWide / <i32>count);
}

function describeAction(app: u32, index: u32, width: i32): void {
	const x = covers.coverX + <i32>index * width;
	const y = covers.coverY + covers.coverHigh - covers.ACTION_ROW;
	page.icon(coverAction(app, index), x + width / 2 - 12, y + 12, 24, form.COLOUR_ACCENT);
	page.target(x, y, width, covers.ACTION_ROW);
	page.named(app);
	clear();
	add(': ');
	add(iconWord(coverAction(app, index)));
	page.sayText();
	page.press(ROLE_BUTTON, ACTION_COVER, app | (index << 8));
}
