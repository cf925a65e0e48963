/** The document that was picked. */

import { ICON_DOWNLOAD } from '../../sdk/graphics/icon-numbers.ts';
import { newsLine } from '../../sdk/ui/news.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { contents } from './contents.ts';
import { DOCUMENT_BROKEN, DOCUMENT_LOADING, documentKind } from './document.ts';
import { isCopying, isCopyKept, keepAs, viewed } from './errands.ts';
import { askForNewName, nameSheet, typed } from './name-sheet.ts';

export function documentPage(): void {
	ui.header('Your document');
	contents();
	ui.beginBar();
	newsLine();
	const isThere = documentKind !== DOCUMENT_LOADING && documentKind !== DOCUMENT_BROKEN;
	if (!isThere || isCopying() || isCopyKept) ui.disabledButton('Keep a copy', ICON_DOWNLOAD);
	else if (ui.primaryButton('Keep a copy', ICON_DOWNLOAD)) askForNewName();
	ui.endBar();
	if (nameSheet('Keep a copy', 'Keep', viewed)) keepAs(typed);
}
