import { BIT_STORE, SLOT_FILES } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { closeAll } from '../../interfaces/files/client.ts';
import { CAPABILITY_CAMERA, CAPABILITY_FILE, CAPABILITY_PICTURE } from '../../interfaces/permissions/capabilities.ts';
import { makeSignal, remove } from '../../sdk/capability.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { coverPage, turnCover } from './cover.ts';
import { erasePicture, sharePicture, viewedPicture, work } from './errands.ts';
import * as finder from './finder.ts';
import { finderPage } from './finder-page.ts';
import { PAGE_PICTURE, PAGE_PICTURES } from './pages.ts';
import { picturePage } from './picture-page.ts';
import { picturesPage } from './pictures-page.ts';
import { SLOT_WAKE } from './slots.ts';

const MYSELF: i32 = 0;
let isVisible: bool = true;

/** Whether the viewfinder can be seen. */
function isFinderSeen(): bool {
	return isVisible && ui.depth === 0;
}

@unmanaged
class Camera extends ui.App {
	opened(): void {
		remove(SLOT_WAKE);
		makeSignal(MYSELF, SLOT_WAKE, <i32>BIT_STORE);
		closeAll(SLOT_FILES);
		finder.startFinder();
		work(true);
	}

	build(page: u32): void {
		if (page === PAGE_PICTURES) picturesPage();
		else if (page === PAGE_PICTURE) picturePage();
		else finderPage();
	}

	cover(): void {
		coverPage();
	}

	coverAction(action: u32): void {
		turnCover(action);
	}

	carryOut(number: u32): void {
		erasePicture(number);
	}

	woken(): void {
		finder.runFinder(isFinderSeen());
	}

	notified(_bits: u32): void {
		work(isVisible);
		finder.runFinder(isFinderSeen());
	}

	granted(capability: u32): void {
		if (capability === CAPABILITY_CAMERA) finder.openFinder();
		if (capability === CAPABILITY_PICTURE) finder.takeShot();
		if (capability === CAPABILITY_FILE) sharePicture(viewedPicture());
		finder.runFinder(isFinderSeen());
	}

	taken(capability: u32): void {
		if (capability === CAPABILITY_CAMERA || capability === 0) finder.loseFinder();
	}

	shown(visible: bool): void {
		isVisible = visible;
		finder.runFinder(isFinderSeen());
	}
}

export function init(): void {
	start<Camera>();
}

export function notified(bits: u32): void {
	run<Camera>(bits);
}
