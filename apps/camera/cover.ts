/** The cover: one of the pictures, and the way through them. */

import { ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT } from '../../sdk/graphics/icon-numbers.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { paintSmall } from './paint.ts';
import { isListed, pictureAt, pictureCount } from './roll.ts';
import { SMALL_HEIGHT, SMALL_WIDTH, smallRevision, wantSmall } from './small.ts';
import { titleOf } from './titles.ts';

/** Which one, the newest first. */
let index: u32 = 0;

export function coverPage(): void {
	const count = pictureCount();
	if (!isListed || count === 0) {
		ui.gap(24);
		ui.note(isListed ? 'No pictures yet' : '', 2);
		ui.coverActions(0, 0);
		return;
	}
	const number = pictureAt(min(index, count - 1));
	wantSmall(number);
	if (ui.wideDrawing(titleOf(number), SMALL_WIDTH, SMALL_HEIGHT, smallRevision)) paintSmall(number);
	if (count > 1) ui.coverActions(ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT);
	else ui.coverActions(0, 0);
}

/** Shows the newer (0) or the older one (1); behind the last comes the first. */
export function turnCover(action: u32): void {
	const count = pictureCount();
	if (count === 0) return;
	index = (min(index, count - 1) + (action === 0 ? count - 1 : 1)) % count;
}
