import { BIT_STORE, SLOT_FILES } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { closeAll } from '../../interfaces/files/client.ts';
import { CAPABILITY_FILE } from '../../interfaces/permissions/capabilities.ts';
import { makeSignal, remove } from '../../sdk/capability.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { coverPage, turnCover } from './cover.ts';
import { documentPage } from './document-page.ts';
import { eraseFile, exportViewed, giveBack, isCopying, viewDocument, work } from './errands.ts';
import { doomed, keptPage } from './kept-page.ts';
import { listPage } from './list-page.ts';
import { closeSheet } from './name-sheet.ts';
import { PAGE_DOCUMENT, PAGE_KEPT } from './pages.ts';
import { SLOT_WAKE } from './slots.ts';

const MYSELF: i32 = 0;
let isVisible: bool = true;

@unmanaged
class Files extends ui.App {
	opened(): void {
		remove(SLOT_WAKE);
		makeSignal(MYSELF, SLOT_WAKE, <i32>BIT_STORE);
		closeAll(SLOT_FILES);
		work(true);
	}

	build(page: u32): void {
		if (page === PAGE_DOCUMENT) documentPage();
		else if (page === PAGE_KEPT) keptPage();
		else listPage();
	}

	cover(): void {
		coverPage();
	}

	coverAction(action: u32): void {
		turnCover(action);
	}

	carryOut(_what: u32): void {
		eraseFile(doomed);
	}

	notified(_bits: u32): void {
		work(isVisible);
	}

	/** A document was picked on the first page, or a new file named on that of a kept one. */
	granted(capability: u32): void {
		if (capability !== CAPABILITY_FILE) return;
		if (ui.depth > 0 && ui.pageAt(ui.depth) === PAGE_KEPT) {
			exportViewed();
			return;
		}
		viewDocument();
		if (ui.depth === 0) ui.openPage(PAGE_DOCUMENT);
	}

	/** A document is given back when its page is left. */
	paged(): void {
		closeSheet();
		if (ui.depth === 0 && !isCopying()) giveBack();
	}

	entered(): void {
		ui.blur();
	}

	shown(visible: bool): void {
		isVisible = visible;
	}
}

export function init(): void {
	start<Files>();
}

export function notified(bits: u32): void {
	run<Files>(bits);
}
