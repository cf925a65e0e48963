/** The cover: how much is kept, and one file after the other. */

import { ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT } from '../../sdk/graphics/icon-numbers.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { countText, sizeText } from './sizes.ts';
import { fileCount, isListed, nameAt, nameLengthAt, sizeAt } from './table.ts';

/** Which file. */
let index: u32 = 0;

export function coverPage(): void {
	const count = fileCount();
	ui.coverActions(count > 1 ? ICON_CHEVRON_LEFT : 0, count > 1 ? ICON_CHEVRON_RIGHT : 0);
	if (!isListed) return;
	if (count === 0) {
		ui.note('Nothing is kept here', 2);
		return;
	}
	ui.heading(countText());
	const shown = min(index, count - 1);
	ui.gap(8);
	ui.note(ui.words(nameAt(shown), nameLengthAt(shown)), 4);
	ui.caption(sizeText(sizeAt(shown)));
}

/** Shows the file before (0) or after (1); behind the last comes the first. */
export function turnCover(action: u32): void {
	const count = fileCount();
	if (count === 0) return;
	index = (min(index, count - 1) + (action === 0 ? count - 1 : 1)) % count;
}
