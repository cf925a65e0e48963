/** Cards: things that belong together, on a surface of their own. */

import { changeLayout } from './changes.ts';
import { columnEnd, columnLeft, columnSize, gap, inset, moveTo, placeAt } from './layout.ts';
import * as metrics from './metrics.ts';
import * as pages from './pages.ts';
import { paintBox, paintEdge } from './paint.ts';
import { PASS_SETTLE, pass } from './screen.ts';
import * as theme from './theme.ts';
import { begin, end } from './thing.ts';
import { wordsOf } from './words.ts';

const INSIDE: i32 = 8;
let count: u32 = 0;
let top: i32 = 0;

/** A page begins. */
export function clearCards(): void {
	count = 0;
}

function place(): u32 {
	return pages.LAYOUT_CARDS + 4 * min(count, pages.CARDS_MOST - 1);
}

/** What follows lies on a card. Cards do not lie on cards. */
export function beginCard(): void {
	top = columnEnd();
	placeAt(columnLeft(), top, columnSize(), pages.remembered(place()));
	begin(0, wordsOf('card'));
	if (end()) {
		paintBox(metrics.CARD_RADIUS, theme.surfaceLow);
		if (theme.strongest) paintEdge(metrics.CARD_RADIUS, 2, theme.outline);
	}
	moveTo(top);
	inset(metrics.PADDING);
	gap(INSIDE);
}

/** Ends it, with the usual distance below. */
export function endCard(): void {
	gap(INSIDE);
	const height = columnEnd() - top;
	if (pass === PASS_SETTLE && height !== pages.remembered(place())) {
		pages.remember(place(), height);
		changeLayout();
	}
	inset(-metrics.PADDING);
	gap(metrics.GAP);
	count++;
}
