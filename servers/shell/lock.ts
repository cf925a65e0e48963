/** The lock screen: what time it is, whose phone it is, and how to get in. */
import { ROLE_BUTTON, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { ACTION_UNLOCK } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { BODY, CLOCK, SMALL, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { ICON_LOCK_OPEN } from '../../sdk/graphics/icon-numbers.ts';
import { sayDate, sayTime } from './day.ts';
import { describeNews } from './news.ts';
import * as page from './writer.ts';

const CLOCK_TOP: i32 = 150;
const SEAL_TOP: i32 = 330;
/** News below the seal. */
const CARDS_TOP: i32 = 400;
const CARDS: u32 = 3;
const BUTTON_TOP: i32 = 676;
const BUTTON_WIDTH: i32 = 180;
const BUTTON_X: i32 = (390 - 180) / 2;

export function describeLock(): void {
	page.draw(form.DRAW_WALLPAPER, 0, 0, page.PAGE_WIDE, page.PAGE_HIGH, 0, 0);
	page.centred(CLOCK, 0, CLOCK_TOP, page.PAGE_WIDE, 76, form.COLOUR_TEXT);
	page.tell(ROLE_TEXT);
	sayTime();
	page.sayText();
	page.centred(BODY, 0, CLOCK_TOP + 84, page.PAGE_WIDE, 24, form.COLOUR_TEXT2);
	page.tell(ROLE_TEXT);
	sayDate();
	page.sayText();
	// Whoever knows the seal knows that this is the system speaking.
	page.draw(form.DRAW_SEAL, page.PAGE_WIDE / 2 - 60, SEAL_TOP - 10, 120, 20, 0, 8);
	page.centred(SMALL, 0, SEAL_TOP + 20, page.PAGE_WIDE, 20, form.COLOUR_TEXT2);
	page.tell(ROLE_TEXT);
	page.say('Your phone');
	describeNews(CARDS_TOP, CARDS, true);
	describeUnlock();
}

function describeUnlock(): void {
	page.fill(BUTTON_X, BUTTON_TOP, BUTTON_WIDTH, 52, form.COLOUR_SURFACE3, 26);
	page.press(ROLE_BUTTON, ACTION_UNLOCK, 0);
	page.say('Unlock');
	page.icon(ICON_LOCK_OPEN, BUTTON_X + 44, BUTTON_TOP + 16, 20, form.COLOUR_ACCENT);
	page.centred(SMALL_STRONG, BUTTON_X + 24, BUTTON_TOP, BUTTON_WIDTH - 24, 52, form.COLOUR_TEXT);
	page.say('Unlock');
	page.centred(SMALL, 0, BUTTON_TOP + 62, page.PAGE_WIDE, 20, form.COLOUR_TEXT3);
	page.say('or swipe from either side');
}
