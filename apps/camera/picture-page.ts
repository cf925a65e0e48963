/** One picture: to look at, to save to the user's files, to delete. */

import { GADGET_SAVE } from '../../interfaces/display/gadgets.ts';
import { ICON_CHEVRON_LEFT, ICON_CHEVRON_RIGHT, ICON_IMAGE, ICON_TRASH } from '../../sdk/graphics/icon-numbers.ts';
import { place } from '../../sdk/ui/layout.ts';
import { TARGET } from '../../sdk/ui/metrics.ts';
import { newsLine } from '../../sdk/ui/news.ts';
import { px } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { erasePicture, isSharing, isViewBroken, viewedPicture, viewPicture } from './errands.ts';
import { handRevision, isWhole } from './hand.ts';
import { FRAME_HEIGHT, FRAME_WIDTH, paintEmpty, paintHand } from './paint.ts';
import { indexOf, pictureAt, pictureCount } from './roll.ts';
import { titleOf } from './titles.ts';

const SAVE: u32 = 0;
const BAR_HEIGHT: i32 = 56;
const DAMAGED: string = 'This picture is damaged';

export function picturePage(): void {
	const number = viewedPicture();
	ui.header(titleOf(number));
	if (isViewBroken) {
		if (ui.wideDrawing(DAMAGED, FRAME_WIDTH, FRAME_HEIGHT, 1))
			paintEmpty(ICON_IMAGE, DAMAGED, 'What the disk has is not what was kept');
	} else if (!isWhole()) {
		if (ui.wideDrawing('Loading', FRAME_WIDTH, FRAME_HEIGHT, 0)) paintEmpty(ICON_IMAGE, '', '');
	} else if (ui.wideDrawing(titleOf(number), FRAME_WIDTH, FRAME_HEIGHT, handRevision)) paintHand();
	bar(number);
}

function bar(number: u32): void {
	const index = indexOf(number);
	ui.beginBar();
	newsLine();
	ui.beginRow(1, 0);
	if (isSharing()) ui.disabledButton('Saving to your files', 0);
	else ui.gadgetSlot(SAVE, GADGET_SAVE, 0, BAR_HEIGHT);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(3, 12);
	step('Newer picture', ICON_CHEVRON_LEFT, index - 1);
	if (ui.iconButton(ICON_TRASH, 'Delete')) {
		const waiting = ui.takeRemorse();
		if (waiting !== 0) erasePicture(waiting);
		ui.startRemorse(number, 'Deleting the picture');
		ui.closePage();
	}
	step('Older picture', ICON_CHEVRON_RIGHT, index + 1);
	ui.endRow();
	ui.endBar();
}

/** The way to the picture at `index`. */
function step(name: string, icon: u32, index: i32): void {
	if (index < 0 || index >= <i32>pictureCount()) {
		place(px(TARGET));
		return;
	}
	if (ui.iconButton(icon, name)) viewPicture(pictureAt(<u32>index));
}
