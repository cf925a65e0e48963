/** A file that is kept: its contents, and what can be done with it. */

import { GADGET_SAVE } from '../../interfaces/display/gadgets.ts';
import { ICON_PENCIL, ICON_TRASH } from '../../sdk/graphics/icon-numbers.ts';
import { place } from '../../sdk/ui/layout.ts';
import { newsLine } from '../../sdk/ui/news.ts';
import { px } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { contents } from './contents.ts';
import { eraseFile, isCopying, renameViewed, viewed } from './errands.ts';
import { askForName, isNaming, nameSheet, typed } from './name-sheet.ts';
import { NAME_OBJECT_BYTES, Name } from './names.ts';

const SAVE: u32 = 0;
const GADGET_HEIGHT: i32 = 56;
/** The only errand that can be regretted. */
export const REMORSE_DELETE: u32 = 1;
/** The file that is deleted when the time for remorse has passed. */
export const doomed = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));

export function keptPage(): void {
	ui.header(ui.words(viewed.address, viewed.length));
	contents();
	ui.beginBar();
	newsLine();
	if (isCopying()) ui.disabledButton('Saving to your files', 0);
	else if (isNaming) place(px(GADGET_HEIGHT));
	else ui.gadgetSlot(SAVE, GADGET_SAVE, 0, GADGET_HEIGHT);
	ui.gap(8);
	ui.beginRow(2, 12);
	if (ui.button('Rename', ICON_PENCIL)) askForName(viewed.address, viewed.length);
	if (ui.dangerButton('Delete', ICON_TRASH)) {
		if (ui.takeRemorse() !== 0) eraseFile(doomed);
		doomed.copy(viewed);
		ui.startRemorse(REMORSE_DELETE, 'Deleting the file');
		ui.closePage();
	}
	ui.endRow();
	ui.endBar();
	if (nameSheet('New name', 'Use this name', viewed)) renameViewed(typed);
}
