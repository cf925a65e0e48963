/** Events, left of home: the day, and what has happened while nobody looked, newest first. */
import { ROLE_BUTTON, ROLE_HEADING, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { ACTION_BACK } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { NEWS_MOST } from '../../interfaces/pages/state.ts';
import { BODY, SMALL_STRONG, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { sayDate } from './day.ts';
import { describeNews } from './news.ts';
import { newsCount } from './state.ts';
import * as page from './writer.ts';

const TOP: i32 = 120;

export function describeEvents(): void {
	page.draw(form.DRAW_WALLPAPER, 0, 0, page.PAGE_WIDE, page.PAGE_HIGH, 0, 0);
	page.words(TITLE, 20, 28, 200, 28, form.COLOUR_TEXT);
	page.tell(ROLE_HEADING);
	page.say('Events');
	page.words(BODY, 20, 60, 340, 24, form.COLOUR_TEXT2);
	page.tell(ROLE_TEXT);
	sayDate();
	page.sayText();
	if (newsCount() === 0) {
		page.centred(BODY, 0, page.PAGE_HIGH / 2 - 20, page.PAGE_WIDE, 24, form.COLOUR_TEXT2);
		page.tell(ROLE_TEXT);
		page.say('Nothing new');
	}
	describeNews(TOP, NEWS_MOST, false);
	page.centred(SMALL_STRONG, page.PAGE_WIDE - 120, page.PAGE_HIGH - 64, 110, page.TARGET, form.COLOUR_ACCENT);
	page.press(ROLE_BUTTON, ACTION_BACK, 0);
	page.say('Back to home');
}
