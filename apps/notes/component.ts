import { copy } from '../../interfaces/clipboard/client.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { BIT_STORE, SLOT_CLIPBOARD } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { ICON_NOTEBOOK_PEN, ICON_PLUS, ICON_X } from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import * as editing from './editing.ts';
import * as keeping from './keeping.ts';
import * as list from './list.ts';
import { contains } from './search.ts';

const PAGE_NOTE: u32 = 1;
/** What is kept after so many nanoseconds without a change. */
const SOON: i64 = 1_000_000_000;
/** Bytes that are copied at most. */
const COPY_BYTES: u32 = 4096;
/** What has become of the text that was to be copied last; NOT_ASKED: nobody has asked since the page was opened or its text changed. */
let copied: u32 = 0;
const NOT_ASKED: u32 = 0;
const COPIED: u32 = 1;
const COPIED_PART: u32 = 2;
const NOT_COPIED: u32 = 3;

/** Line `which` (0 or 1) of a note, counted from its first line with text. */
function lineOf(index: u32, which: u32): u32 {
	const text = list.noteText(index);
	const length = list.noteLength(index);
	let from = editing.lineFrom(text, length, 0);
	if (which === 1) from = editing.lineFrom(text, length, editing.lineEnd(text, length, from));
	return ui.words(text + from, editing.lineEnd(text, length, from) - from);
}

function isShown(index: u32): bool {
	if (list.noteNumber(index) === ui.pendingRemorse()) return false;
	const words = editing.searched;
	return contains(list.noteText(index), list.noteLength(index), words.address, words.length);
}

function writeNote(index: u32): void {
	const isNew = index === list.noteCount();
	editing.edit(index);
	ui.openPage(PAGE_NOTE);
	if (isNew) ui.focusNext();
}

/** Says what keeps notes from being kept. */
function warning(): void {
	if (keeping.state === keeping.NOT_KEPT) ui.note('There is no storage: what you write is lost when this app ends.', 3);
	if (keeping.state === keeping.FULL || editing.isFull)
		ui.note('There is no more room: the last changes are not kept.', 3);
	if (keeping.state !== keeping.UNREADABLE) return;
	ui.note('The notes on this phone are damaged and cannot be read.', 3);
	if (ui.dangerButton('Begin anew', 0)) keeping.beginAnew();
}

function notes(): void {
	ui.header('Notes');
	warning();
	if (list.noteCount() > 0) ui.field('Search', editing.searched, EDIT_TEXT);
	ui.gap(8);
	let shown: u32 = 0;
	for (let index: u32 = 0; index < list.noteCount(); index++) {
		if (!isShown(index)) continue;
		shown++;
		ui.key(list.noteNumber(index));
		if (ui.item(lineOf(index, 0), lineOf(index, 1), 0)) writeNote(index);
	}
	ui.key(0);
	if (shown === 0 && keeping.state !== keeping.READING) nothing();
	ui.beginBar();
	if (ui.primaryButton('New note', ICON_PLUS)) writeNote(list.noteCount());
	ui.endBar();
}

function nothing(): void {
	if (editing.searched.length > 0) {
		ui.gap(8);
		ui.label('No note has these words.');
		ui.gap(8);
		if (ui.button('Show all notes', ICON_X)) editing.searched.empty();
		return;
	}
	ui.gap(24);
	ui.empty(ICON_NOTEBOOK_PEN, 'Nothing written yet.', 'Notes stay on this phone');
}

/** The open note is deleted, after a time for remorse. */
function deleteOpen(): void {
	editing.keep();
	const number = editing.openNumber;
	ui.closePage();
	if (list.findNote(number) === list.noteCount()) return;
	const before = ui.takeRemorse();
	if (before !== 0) carryOut(before);
	ui.startRemorse(number, 'Deleting the note');
}

function carryOut(number: u32): void {
	list.removeNote(number);
	keeping.change();
}

function copyOpen(): void {
	const length = editing.text.length;
	const status = copy(SLOT_CLIPBOARD, editing.text.address, min(COPY_BYTES, length));
	if (status !== 0) copied = NOT_COPIED;
	else copied = length > COPY_BYTES ? COPIED_PART : COPIED;
}

function sayCopied(): void {
	if (copied === COPIED) ui.note('Copied.', 1);
	else if (copied === COPIED_PART) ui.note('Only the beginning was copied: there is room for 4096 letters.', 2);
	else if (copied === NOT_COPIED) ui.note('It could not be copied.', 1);
}

function note(): void {
	ui.beginMenu();
	if (ui.menuItem('Delete note')) deleteOpen();
	if (ui.menuItem('Copy text')) copyOpen();
	ui.endMenu();
	ui.header('Note');
	warning();
	sayCopied();
	ui.textArea('Text', editing.text, 280);
}

@unmanaged
class Notes extends ui.App {
	opened(): void {
		editing.startEditing();
		keeping.open();
	}

	notified(bits: u32): void {
		if ((bits & BIT_STORE) !== 0) keeping.proceed();
	}

	build(page: u32): void {
		if (page === PAGE_NOTE) note();
		else notes();
	}

	typed(): void {
		copied = NOT_ASKED;
		ui.wake(now() + SOON);
	}

	woken(): void {
		editing.keep();
	}

	paged(): void {
		copied = NOT_ASKED;
		if (ui.depth === 0) editing.close();
	}

	shown(_visible: bool): void {
		editing.keep();
	}

	carryOut(number: u32): void {
		carryOut(number);
	}

	cover(): void {
		const count = list.noteCount();
		if (count === 0) {
			ui.note('Nothing written yet.', 3);
		} else {
			ui.note(ui.words(list.noteText(0), min<u32>(200, list.noteLength(0))), 5);
			ui.gap(4);
			addNumber(count);
			add(count === 1 ? ' note' : ' notes');
			ui.caption(ui.built());
		}
		ui.coverActions(ICON_PLUS, 0);
	}

	coverAction(_action: u32): void {
		while (ui.depth > 0) ui.closePageNow();
		editing.close();
		writeNote(list.noteCount());
	}
}

export function init(): void {
	start<Notes>();
}

export function notified(bits: u32): void {
	run<Notes>(bits);
}
