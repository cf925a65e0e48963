/** What is to be done at the store. */

import { giveUp } from '../../interfaces/display/given.ts';
import { SLOT_FILES, SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { NO_ROOM } from '../../interfaces/files/client.ts';
import { ERRAND_NONE, Errands, runErrands, STEP_DONE } from '../../interfaces/files/errands.ts';
import { beginWalk, stepMeasure, stepWalk } from '../../interfaces/files/walk.ts';
import { CAPABILITY_FILE } from '../../interfaces/permissions/capabilities.ts';
import { release } from '../../interfaces/permissions/client.ts';
import { notify } from '../../sdk/kernel.ts';
import { tell } from '../../sdk/ui/news.ts';
import { beginChange, stepErase, stepRename } from './change.ts';
import { beginDocument, breakDocument, endDocument, showPicture, stepDocument } from './document.ts';
import { beginExport, stepExport } from './export.ts';
import { beginKeep, dropKeep, stepKeep } from './keep.ts';
import { Look } from './look.ts';
import { NAME_OBJECT_BYTES, Name } from './names.ts';
import { closeOwn } from './own.ts';
import { SLOT_WAKE } from './slots.ts';
import { endTable } from './table.ts';

/** Steps of an activation in front, each at most half a millisecond, and behind. */
const STEPS_FRONT: u32 = 4;
const STEPS_BEHIND: u32 = 1;

const LOOKING: u32 = 1;
const MEASURING: u32 = 2;
const VIEWING: u32 = 3;
const KEEPING: u32 = 4;
const EXPORTING: u32 = 5;
const RENAMING: u32 = 6;
const ERASING: u32 = 7;

let mustLook: bool = true;
let mustMeasure: bool = true;
let mustView: bool = false;
let mustExport: bool = false;
/** The kept file that is looked at; without a name: the document that was picked. */
export const viewed = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));
/** The names that a copy is to be kept under, that the viewed file is to have, and of the file that is to be deleted. */
const kept = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));
const renamed = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));
const erased = changetype<Name>(memory.data(NAME_OBJECT_BYTES, 4));
/** A copy of the document that is looked at has been kept. */
export let isCopyKept: bool = false;
/** The volume cannot be read. */
export let isVolumeBroken: bool = false;

/** Looks at the document that was picked. */
export function viewDocument(): void {
	viewed.clear();
	mustView = true;
	isCopyKept = false;
	tell('');
	notify(SLOT_WAKE);
}

/** Looks at a kept file. */
export function viewKept(name: u32, length: u32): void {
	viewed.set(name, length);
	mustView = true;
	isCopyKept = false;
	tell('');
	notify(SLOT_WAKE);
}

/** Keeps a copy of the document under a name. */
export function keepAs(name: Name): void {
	kept.copy(name);
	tell('Keeping a copy');
	notify(SLOT_WAKE);
}

/** Whether a copy is being kept, or made. */
export function isCopying(): bool {
	return kept.length > 0 || mustExport;
}

/** Copies the viewed file to the one that was named. */
export function exportViewed(): void {
	mustExport = true;
	tell('Saving to your files');
	notify(SLOT_WAKE);
}

/** Gives the viewed file another name. */
export function renameViewed(name: Name): void {
	renamed.copy(name);
	notify(SLOT_WAKE);
}

export function eraseFile(name: Name): void {
	erased.copy(name);
	notify(SLOT_WAKE);
}

/** Whether a file is as good as gone. */
export function isErased(name: u32, length: u32): bool {
	return erased.is(name, length);
}

/** The document that was picked is not needed any more. */
export function giveBack(): void {
	release(SLOT_PERMISSIONS, CAPABILITY_FILE);
	giveUp(CAPABILITY_FILE);
}

/** Goes on with what is to be done. */
export function work(isInFront: bool): void {
	runErrands<FilesErrands>(isInFront ? STEPS_FRONT : STEPS_BEHIND, SLOT_FILES, SLOT_WAKE);
}

@unmanaged
class FilesErrands extends Errands {
	next(): u32 {
		if (kept.length > 0) return KEEPING;
		if (mustExport) return EXPORTING;
		if (renamed.length > 0) return RENAMING;
		if (erased.length > 0) return ERASING;
		if (mustLook) return LOOKING;
		if (mustView) return VIEWING;
		return mustMeasure ? MEASURING : ERRAND_NONE;
	}

	begin(errand: u32): void {
		if (errand === KEEPING) beginKeep(kept);
		else if (errand === EXPORTING) beginExport();
		else if (errand === RENAMING || errand === ERASING) beginChange();
		else if (errand === LOOKING) beginWalk<Look>();
		else if (errand === VIEWING) beginViewing();
	}

	step(errand: u32): i32 {
		switch (errand) {
			case KEEPING:
				return stepKeep();
			case EXPORTING:
				return stepExport(viewed);
			case RENAMING:
				return stepRename(viewed, renamed);
			case ERASING:
				return stepErase(erased);
			case LOOKING:
				return stepWalk<Look>(SLOT_FILES);
			case VIEWING:
				// Something else is wanted meanwhile.
				return mustView ? STEP_DONE : stepDocument(viewed);
			default:
				return stepMeasure<Look>(SLOT_FILES);
		}
	}

	end(errand: u32, result: i32): void {
		const isDone = result === STEP_DONE;
		if (errand === KEEPING) endKeeping(result);
		else if (errand === EXPORTING) endExporting(isDone);
		else if (errand === RENAMING) endRenaming(isDone);
		else if (errand === ERASING) endErasing(isDone);
		else if (errand === LOOKING) endLooking(isDone);
		else if (errand === VIEWING) endViewing(isDone);
		else mustMeasure = false;
	}
}

function beginViewing(): void {
	mustView = false;
	beginDocument(viewed.length > 0);
}

/** The volume is another than it was listed as. */
function lookAgain(): void {
	mustLook = true;
	mustMeasure = true;
}

function endKeeping(result: i32): void {
	if (result !== STEP_DONE) dropKeep();
	kept.clear();
	lookAgain();
	if (result === STEP_DONE) {
		giveBack();
		isCopyKept = true;
		tell('A copy is kept');
	} else tell(result === NO_ROOM ? 'No room: it was not kept' : 'It could not be kept');
}

function endExporting(isDone: bool): void {
	closeOwn();
	mustExport = false;
	giveBack();
	tell(isDone ? 'Saved to your files' : 'It could not be saved to your files');
}

function endRenaming(isDone: bool): void {
	if (isDone) viewed.copy(renamed);
	renamed.clear();
	lookAgain();
	tell(isDone ? 'It has its new name' : 'It could not be renamed');
}

function endErasing(isDone: bool): void {
	erased.clear();
	lookAgain();
	if (!isDone) tell('It could not be deleted');
}

function endLooking(isDone: bool): void {
	mustLook = false;
	isVolumeBroken = !isDone;
	endTable();
}

function endViewing(isDone: bool): void {
	endDocument();
	if (mustView) return;
	if (isDone) showPicture();
	else breakDocument();
}
