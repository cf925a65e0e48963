/** The first page: what is kept, and the way to the user's documents. */

import { GADGET_OPEN } from '../../interfaces/display/gadgets.ts';
import { hasNews, newsLine } from '../../sdk/ui/news.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { isErased, isVolumeBroken, viewKept } from './errands.ts';
import { doomed } from './kept-page.ts';
import { PAGE_KEPT } from './pages.ts';
import { iconOf, sizeText, spaceText } from './sizes.ts';
import { fileCount, hasMore, isListed, nameAt, nameLengthAt, sizeAt } from './table.ts';

const OPEN: u32 = 0;
const GADGET_HEIGHT: i32 = 56;

export function listPage(): void {
	ui.header('Files');
	if (hasNews()) newsLine();
	explain();
	for (let index: u32 = 0; index < fileCount(); index++) file(index);
	ui.key(0);
	if (hasMore) ui.note('There are more files than are listed here.', 2);
	ui.beginBar();
	if (isListed && !isVolumeBroken) ui.caption(spaceText());
	ui.gap(4);
	ui.gadgetSlot(OPEN, GADGET_OPEN, 0, GADGET_HEIGHT);
	ui.endBar();
}

function explain(): void {
	if (isVolumeBroken) {
		ui.note('What is kept here cannot be read now.', 2);
	} else if (!isListed) {
		ui.note('Looking for files', 1);
	} else if (fileCount() === 0) {
		ui.note(
			'Open a file to look at it, and keep a copy here if you want. Files sees only what you open: the rest of your documents does not exist for it.',
			5,
		);
	}
}

function file(index: u32): void {
	const name = nameAt(index);
	const length = nameLengthAt(index);
	if (isErased(name, length) || (ui.pendingRemorse() !== 0 && doomed.is(name, length))) return;
	ui.key(index + 1);
	if (!ui.item(ui.words(name, length), sizeText(sizeAt(index)), iconOf(name, length))) return;
	viewKept(name, length);
	ui.openPage(PAGE_KEPT);
}
