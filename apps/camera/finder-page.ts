/** The first page: the viewfinder, the shutter, and the way to the pictures. */

import { GADGET_SHUTTER } from '../../interfaces/display/gadgets.ts';
import { ICON_CAMERA, ICON_EYE, ICON_EYE_OFF, ICON_IMAGES } from '../../sdk/graphics/icon-numbers.ts';
import { place } from '../../sdk/ui/layout.ts';
import { newsLine } from '../../sdk/ui/news.ts';
import { px } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { forgetNews, isKeeping } from './errands.ts';
import * as finder from './finder.ts';
import { handRevision } from './hand.ts';
import { PAGE_PICTURES } from './pages.ts';
import { FRAME_HEIGHT, FRAME_WIDTH, paintEmpty, paintHand, paintKey, paintTile } from './paint.ts';
import { isListed, pictureAt, pictureCount } from './roll.ts';
import { smallRevision, wantSmall } from './small.ts';

const SHUTTER: u32 = 0;
const BAR_HEIGHT: i32 = 72;
const OFF: string = 'The viewfinder is off';

export function finderPage(): void {
	ui.header('Camera');
	if (finder.isShotShown) {
		if (ui.wideDrawing('The picture that was taken', FRAME_WIDTH, FRAME_HEIGHT, handRevision)) paintHand();
	} else if (finder.isFinderShown()) {
		if (ui.wideDrawing('Viewfinder', FRAME_WIDTH, FRAME_HEIGHT, handRevision)) paintHand();
	} else offPage();
	bar();
}

/** Without the viewfinder the shutter works as well. */
function offPage(): void {
	if (ui.wideDrawing(OFF, FRAME_WIDTH, FRAME_HEIGHT, finder.finder)) paintEmpty(ICON_CAMERA, OFF, explanation());
	if (finder.finder !== finder.FINDER_OFF) return;
	ui.gap(-236);
	ui.beginRow(1, 0);
	if (ui.button('Show viewfinder', ICON_EYE)) finder.askForFinder();
	ui.endRow();
	ui.gap(236 - 52);
}

function explanation(): string {
	switch (finder.finder) {
		case finder.FINDER_ASKING:
			return 'You are being asked';
		case finder.FINDER_LATER:
			return 'The question waits among your events';
		case finder.FINDER_ON:
			return 'It comes in a moment';
		default:
			return 'The shutter works without it';
	}
}

function bar(): void {
	ui.beginBar();
	newsLine();
	ui.beginRow(3, 12);
	picturesButton();
	if (isKeeping() || finder.isTakingShot()) place(px(BAR_HEIGHT));
	else ui.gadgetSlot(SHUTTER, GADGET_SHUTTER, 0, BAR_HEIGHT);
	if (finder.finder === finder.FINDER_ON) hideButton();
	else if (finder.isShotShown && finder.finder === finder.FINDER_OFF) showButton();
	ui.endRow();
	ui.endBar();
}

/** The newest picture leads to all of them. */
function picturesButton(): void {
	const newest = isListed && pictureCount() > 0 ? pictureAt(0) : 0;
	if (newest !== 0) wantSmall(newest);
	if (ui.drawingButton('Pictures', BAR_HEIGHT, newest ^ (smallRevision << 16))) {
		if (newest === 0) paintKey(ICON_IMAGES);
		else paintTile(newest);
	}
	if (!ui.drawingPressed()) return;
	forgetNews();
	ui.openPage(PAGE_PICTURES);
}

function hideButton(): void {
	if (ui.drawingButton('Hide viewfinder', BAR_HEIGHT, 0)) paintKey(ICON_EYE_OFF);
	if (ui.drawingPressed()) finder.closeFinder();
}

/** In place of the button that the picture hides. */
function showButton(): void {
	if (ui.drawingButton('Show viewfinder', BAR_HEIGHT, 0)) paintKey(ICON_EYE);
	if (ui.drawingPressed()) finder.askForFinder();
}
