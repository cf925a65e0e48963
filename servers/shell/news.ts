/** Cards of what has happened while nobody looked, newest first. */
import { ROLE_BUTTON } from '../../interfaces/display/nodes.ts';
import { ACTION_ASKED, ACTION_NOTICE } from '../../interfaces/pages/actions.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { NEWS_ASKS } from '../../interfaces/pages/state.ts';
import { newsApp, newsCapability, newsCount, newsKind } from './state.ts';
import * as page from './writer.ts';

const MARGIN: i32 = 20;
const CARD: i32 = 76;
const GAP: i32 = 12;

/** At most `most` cards from `top` down; on the lock screen a touch of each opens its app. */
export function describeNews(top: i32, most: u32, locked: bool): void {
	for (let index: u32 = 0; index < min(most, newsCount()); index++) {
		const y = top + <i32>index * (CARD + GAP);
		const app = newsApp(index);
		const kind = newsKind(index);
		page.fill(MARGIN, y, page.PAGE_WIDE - 2 * MARGIN, CARD, form.COLOUR_SURFACE2, 16);
		page.draw(form.DRAW_NEWS, MARGIN, y, page.PAGE_WIDE - 2 * MARGIN, CARD, 0, kind);
		if (kind === NEWS_ASKS && !locked) page.press(ROLE_BUTTON, ACTION_ASKED, app | (newsCapability(index) << 8));
		else page.press(ROLE_BUTTON, ACTION_NOTICE, app);
	}
}
