/** How sheets look: below the pixels of their owner (panes.ts), above for those of the system the band, the seal and words that no owner can change. */
import { ROLE_HEADING, ROLE_STATUS, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { SMALL, SMALL_STRONG, TITLE } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { rgb } from '../../sdk/graphics/pixel.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_BAND, SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWords, drawWordsIn, say } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { NOBODY, setNameIn } from './apps.ts';
import { paneHeight, px, screenWidth, stripHeight } from './geometry.ts';
import { front } from './scene.ts';
import { BAND, deface, drawPaper } from './seal.ts';
import {
	ceremonyApp,
	isSheetModal,
	SHEET_OPEN,
	SHEET_SECRET,
	sheetApp,
	sheetHeadTop,
	sheetKind,
	sheetTop,
} from './sheet.ts';
import { addNote } from './targets.ts';

const WHITE: u32 = 0xffffff;
const QUIET: u32 = 0xc8d0d8;
const MARGIN: i32 = 20;
const TITLE_TOP: i32 = BAND + 10;
const WORDS_TOP: i32 = BAND + 40;
/** The row at the bottom that says how a sign-in goes on. */
const HINT_HIGH: i32 = 72;

/** Draws what is the system's of the sheet that is up, or how to bring up the one for a secret. Pixels of the screen. */
export function drawSheet<M extends RegionMemory>(surface: Surface<M>): void {
	if (ceremonyApp !== NOBODY && ceremonyApp === front) drawHint(surface);
	if (isSheetModal()) drawHead(surface);
}

/** All above the pixels of the sheet's owner, which lie in the window below. */
function drawHead<M extends RegionMemory>(surface: Surface<M>): void {
	const top = stripHeight + sheetHeadTop();
	const bottom = surface.bottom;
	surface.bottom = min(bottom, stripHeight + sheetTop());
	deface(surface, top, sheetApp);
	drawPaper(surface, top, sheetKind === SHEET_SECRET ? 'SYSTEM KEYBOARD' : 'SYSTEM \u00b7 your files');
	const width = screenWidth - 2 * px(MARGIN);
	sayTitle();
	drawWords(surface, TITLE, px(MARGIN), top + px(TITLE_TOP), width, rgb(WHITE));
	sayMeaning();
	drawWords(surface, SMALL, px(MARGIN), top + px(WORDS_TOP), width, rgb(QUIET));
	surface.bottom = bottom;
}

function sayTitle(): void {
	if (sheetKind === SHEET_SECRET) setNameIn('Password for ', sheetApp, '');
	else setNameIn(sheetKind === SHEET_OPEN ? 'Open a file for ' : 'Save a file of ', sheetApp, '');
}

function sayMeaning(): void {
	if (sheetKind === SHEET_SECRET) setNameIn('Only ', sheetApp, ' receives what you type.');
	else if (sheetKind === SHEET_OPEN) setNameIn('', sheetApp, ' can read only the one you pick.');
	else setNameIn('', sheetApp, ' can write only the one you name.');
}

function hintTop(): i32 {
	return paneHeight - px(HINT_HIGH);
}

function drawHint<M extends RegionMemory>(surface: Surface<M>): void {
	const top = stripHeight + hintTop();
	fillRectangle(surface, 0, top, screenWidth, px(HINT_HIGH), rgb(SYSTEM_PAPER));
	fillRectangle(surface, 0, top, screenWidth, px(2), rgb(SYSTEM_BAND));
	say('Swipe up from the bottom edge to type it');
	drawWordsIn(surface, SMALL_STRONG, 0, top, screenWidth, px(HINT_HIGH), rgb(SYSTEM_BAND));
}

/** Lists the words of the sheet that is up; its owner describes the rest (NODES_SHEET). */
export function listSheet(): void {
	const width = screenWidth - 2 * px(MARGIN);
	if (ceremonyApp !== NOBODY && ceremonyApp === front) {
		say('Swipe up from the bottom edge to type it');
		addNote(0, hintTop(), screenWidth, px(HINT_HIGH), ROLE_STATUS);
	}
	if (!isSheetModal()) return;
	sayTitle();
	addNote(px(MARGIN), sheetHeadTop() + px(TITLE_TOP), width, px(28), ROLE_HEADING);
	sayMeaning();
	addNote(px(MARGIN), sheetHeadTop() + px(WORDS_TOP), width, px(20), ROLE_TEXT);
}
