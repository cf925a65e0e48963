/** Events, left of home: the day, and what has happened while nobody looked, newest first. */
import { ROLE_HEADING, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { BODY, SMALL_STRONG, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWords, drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { ACTION_BACK } from './actions.ts';
import { NOBODY } from './apps.ts';
import { sayDate } from './daytime.ts';
import { paneHeight, px, scale, screenWidth } from './geometry.ts';
import { ambience } from './look.ts';
import { newsCount } from './news.ts';
import { drawCards } from './speech.ts';
import { ACTION_NONE, addButton, addTarget } from './targets.ts';

const TOP: i32 = 120;
const MOST: u32 = 7;

/** Draws the page and lists its targets. */
export function drawEvents(page: Surface<OwnMemory>): void {
	drawWallpaper(page, ambience, scale);
	say('Events');
	addTarget(px(20), px(28), px(200), px(28), ROLE_HEADING, ACTION_NONE, 0);
	drawWords(page, TITLE, px(20), px(28), px(200), ambience.text);
	sayDate();
	addTarget(px(20), px(60), px(340), px(24), ROLE_TEXT, ACTION_NONE, 0);
	drawWords(page, BODY, px(20), px(60), px(340), ambience.text2);
	if (newsCount === 0) drawNothing(page);
	drawCards(page, TOP, MOST, false);
	say('Back to home');
	addButton(screenWidth - px(120), paneHeight - px(64), px(100), px(48), ACTION_BACK, NOBODY);
	drawWordsIn(page, SMALL_STRONG, screenWidth - px(120), paneHeight - px(64), px(110), px(48), ambience.accent);
}

function drawNothing(page: Surface<OwnMemory>): void {
	say('Nothing new');
	addTarget(0, paneHeight / 2 - px(20), screenWidth, px(24), ROLE_TEXT, ACTION_NONE, 0);
	drawWordsIn(page, BODY, 0, paneHeight / 2 - px(20), screenWidth, px(24), ambience.text2);
}
