/** The lock screen: what time it is, whose phone it is, and how to get in. */
import { ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { CHOICE_SEAL } from '../../interfaces/preferences/choices.ts';
import { BODY, CLOCK, SMALL, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { drawIcon, ICON_20 } from '../../sdk/graphics/icon.ts';
import { ICON_LOCK_OPEN } from '../../sdk/graphics/icon-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { OwnMemory } from '../../sdk/graphics/own.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { drawWallpaper } from '../../sdk/graphics/wallpaper.ts';
import { drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { ACTION_UNLOCK } from './actions.ts';
import { sayDate, sayTime } from './daytime.ts';
import { px, scale, screenWidth } from './geometry.ts';
import { ambience, choice } from './look.ts';
import { drawCards } from './speech.ts';
import { ACTION_NONE, addButton, addTarget } from './targets.ts';

const CLOCK_TOP: i32 = 150;
const SEAL_TOP: i32 = 330;
/** News below the seal. */
const CARDS_TOP: i32 = 400;
const CARDS: u32 = 3;
const BUTTON_TOP: i32 = 676;
const BUTTON_WIDTH: i32 = 180;

/** Draws the lock screen into `page` and lists its targets. */
export function drawLock(page: Surface<OwnMemory>): void {
	drawWallpaper(page, ambience, scale);
	sayTime();
	addTarget(0, px(CLOCK_TOP), screenWidth, px(76), ROLE_TEXT, ACTION_NONE, 0);
	drawWordsIn(page, CLOCK, 0, px(CLOCK_TOP), screenWidth, px(76), ambience.text);
	sayDate();
	addTarget(0, px(CLOCK_TOP + 84), screenWidth, px(24), ROLE_TEXT, ACTION_NONE, 0);
	drawWordsIn(page, BODY, 0, px(CLOCK_TOP + 84), screenWidth, px(24), ambience.text2);
	drawSeal(page);
	drawCards(page, CARDS_TOP, CARDS, true);
	drawUnlock(page);
}

/** The owner's four marks: whoever knows them knows that this is the system speaking. */
function drawSeal(page: Surface<OwnMemory>): void {
	const seal = choice(CHOICE_SEAL);
	for (let index: i32 = 0; index < 4; index++) {
		const x = screenWidth / 2 + px(28) * index - px(42);
		drawMark(page, (seal >> (8 * index)) & 0xff, x, px(SEAL_TOP), px(8));
	}
	say('Your phone');
	addTarget(0, px(SEAL_TOP + 20), screenWidth, px(20), ROLE_TEXT, ACTION_NONE, 0);
	drawWordsIn(page, SMALL, 0, px(SEAL_TOP + 20), screenWidth, px(20), ambience.text2);
}

function drawUnlock(page: Surface<OwnMemory>): void {
	const x = (screenWidth - px(BUTTON_WIDTH)) / 2;
	fillRounded(page, x, px(BUTTON_TOP), px(BUTTON_WIDTH), px(52), px(26), ambience.surface3);
	drawIcon(page, ICON_LOCK_OPEN, ICON_20, x + px(44), px(BUTTON_TOP + 16), ambience.accent);
	say('Unlock');
	drawWordsIn(page, SMALL_STRONG, x + px(24), px(BUTTON_TOP), px(BUTTON_WIDTH - 24), px(52), ambience.text);
	addButton(x, px(BUTTON_TOP), px(BUTTON_WIDTH), px(52), ACTION_UNLOCK, 0);
	say('or swipe from either side');
	drawWordsIn(page, SMALL, 0, px(BUTTON_TOP + 62), screenWidth, px(20), ambience.text3);
}
