/** Runs an app's declaration of its pages: to settle the window, for a touch, and to draw. */

import { fillRectangle } from '../graphics/fill.ts';
import { App } from './app.ts';
import { clearCards } from './card.ts';
import * as changes from './changes.ts';
import { beginPage, contentBottom, endPage } from './frame.ts';
import { beginColumn } from './layout.ts';
import { COVER_MARGIN } from './metrics.ts';
import { clearNumbers, key } from './numbers.ts';
import { pager } from './pager.ts';
import * as pages from './pages.ts';
import { remorse } from './remorse.ts';
import * as screen from './screen.ts';
import { clearNodes } from './semantics.ts';
import { beginSheets, endSheets } from './sheet.ts';
import * as theme from './theme.ts';
import { setFixed, setScrolled, setSilent } from './thing.ts';
import { setReach } from './touch.ts';
import { clearWords } from './words.ts';

/** Times that a window is settled until all heights are known. */
const ROUNDS: i32 = 4;
/** Scrolling that the window shows, and rows that a settled window must be moved by before it is drawn (negative: up). */
let shownScroll: i32 = 0;
export let shift: i32 = 0;
/** Rows of the window that move. */
export let shiftRows: i32 = 0;

function begin(which: u32): void {
	screen.setPass(which);
	clearWords();
	clearNumbers();
}

function declare<A extends App>(which: u32, x: i32): void {
	pages.setBuilding(which);
	clearCards();
	key(which);
	beginPage(x);
	changetype<A>(0).build(pages.pageAt(which));
	endPage();
}

/** Finds out where everything is and what has changed: `changes.damage`, and `shift` before that. */
export function settle<A extends App>(): void {
	let round: i32 = 0;
	do {
		begin(screen.PASS_SETTLE);
		clearNodes();
		beginSheets();
		changes.beginChanges(screen.screenWidth, screen.screenHeight);
		declare<A>(pages.depth, 0);
		endSheets();
		pager();
		remorse();
		round++;
	} while (changes.unsettled && round < ROUNDS);
	// What lies under a page that slides is not compared with what it was.
	if (pages.slid() > 0) changes.damageAll();
	moveShown();
	changes.endChanges(shownScroll);
}

/** Where only the page has moved, what the window shows is moved, too. */
function moveShown(): void {
	const scroll = pages.scrollerOf(pages.depth).pixels();
	const moved = scroll - shownScroll;
	shownScroll = scroll;
	shift = 0;
	if (moved === 0) return;
	shiftRows = contentBottom();
	if (abs(moved) >= shiftRows || changes.damage.count > 0) {
		changes.damageAll();
		return;
	}
	shift = -moved;
	const top = moved > 0 ? shiftRows - moved : 0;
	changes.damage.add(0, top, screen.screenWidth, abs(moved));
	changes.damageMoved(0, shiftRows, shift);
}

/** The shift has been done. */
export function endShift(): void {
	shift = 0;
}

/** Lets a touch (touch.ts: begun by the caller) reach the page. */
export function touchPage<A extends App>(): void {
	begin(screen.PASS_TOUCH);
	declare<A>(pages.depth, 0);
	pager();
	remorse();
	pages.setBuilding(pages.depth);
}

/** Draws the window into the surface, as far as its clip reaches. */
export function drawWindow<A extends App>(): void {
	begin(screen.PASS_DRAW);
	const slid = min(pages.slid(), screen.screenWidth);
	if (slid > 0 && pages.depth > 0) {
		screen.setPane(0, slid);
		drawPage<A>(pages.depth - 1, 0);
		begin(screen.PASS_DRAW);
	}
	screen.setPane(slid, screen.screenWidth);
	drawPage<A>(pages.depth, slid);
	screen.setPane(0, screen.screenWidth);
	pager();
	remorse();
}

function drawPage<A extends App>(which: u32, x: i32): void {
	screen.unclip();
	fillRectangle(screen.surface, x, 0, screen.screenWidth, screen.screenHeight, theme.ground);
	declare<A>(which, x);
}

/** Settles or draws the cover: screen and surface are the cover's. */
export function passCover<A extends App>(which: u32): void {
	begin(which);
	if (which === screen.PASS_SETTLE) clearNodes();
	setFixed(true);
	setScrolled(0);
	setSilent(false);
	setReach(0, 0, 0, 0);
	if (which === screen.PASS_DRAW)
		fillRectangle(screen.surface, 0, 0, screen.screenWidth, screen.screenHeight, theme.surfaceLow);
	const margin = screen.px(COVER_MARGIN);
	beginColumn(margin, margin, screen.screenWidth - 2 * margin);
	changetype<A>(0).cover();
}
