/** All pictures, the newest first. */

import { add } from '../../sdk/text.ts';
import { boxHeight, boxY, columnEnd, place } from '../../sdk/ui/layout.ts';
import { hasNews, newsLine } from '../../sdk/ui/news.ts';
import { px, screenHeight } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { isVolumeBroken, viewPicture } from './errands.ts';
import { leaveHand } from './finder.ts';
import { PAGE_PICTURE } from './pages.ts';
import { paintSmall } from './paint.ts';
import { isListed, pictureAt, pictureCount, spaceQuota, spaceUsed } from './roll.ts';
import { SMALL_HEIGHT, smallRevision, wantSmall } from './small.ts';
import { addCount, addMebibytes, titleOf } from './titles.ts';

const COLUMNS: u32 = 3;
const GUTTER: i32 = 7;

export function picturesPage(): void {
	ui.header('Pictures');
	const count = pictureCount();
	if (hasNews()) newsLine();
	if (isVolumeBroken)
		ui.note('The pictures cannot be read. Those that you take now are kept as far as that is possible.', 3);
	else if (!isListed) ui.note('Looking for pictures', 1);
	else if (count === 0)
		ui.note('Pictures that you take are kept here. Nobody else has them, until you save one to your files.', 3);
	for (let index: u32 = 0; index < count; index += COLUMNS) row(index, min(COLUMNS, count - index));
	if (count > 0) space();
}

/** What is far away from the window is not declared: it only takes its place. */
function row(first: u32, count: u32): void {
	const top = columnEnd();
	if (top > 2 * screenHeight || top + px(SMALL_HEIGHT) < -screenHeight) {
		ui.gap(SMALL_HEIGHT + GUTTER);
		return;
	}
	ui.beginRow(<i32>COLUMNS, GUTTER);
	for (let index = first; index < first + count; index++) tile(pictureAt(index));
	ui.endRow();
	ui.gap(GUTTER);
}

function tile(number: u32): void {
	if (number === ui.pendingRemorse()) {
		// It is gone unless the user takes that back; the others stay where they are meanwhile.
		place(px(SMALL_HEIGHT));
		return;
	}
	const drawn = ui.drawingButton(titleOf(number), SMALL_HEIGHT, smallRevision);
	if (boxY < screenHeight && boxY + boxHeight > 0) wantSmall(number);
	if (drawn) paintSmall(number);
	if (!ui.drawingPressed()) return;
	leaveHand();
	viewPicture(number);
	ui.openPage(PAGE_PICTURE);
}

/** "12 pictures, 4.1 of 16.0 MiB". */
function space(): void {
	addCount();
	add(', ');
	addMebibytes(spaceUsed);
	add(' of ');
	addMebibytes(spaceQuota);
	add(' MiB');
	ui.caption(ui.built());
}
