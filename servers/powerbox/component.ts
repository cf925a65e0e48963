/**
 * Powerbox: the user picks a file for an app, or names a new one; the app gets that one. It has the user's documents and its sheet, and the sheet rises only when the user has touched a
 * gadget. Band, seal and the words who gets the file are the compositor's.
 */
import { GADGET_SAVE } from '../../interfaces/display/gadgets.ts';
import { BIT_EVENT, BIT_STORE, SLOT_FILES } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { closeAll } from '../../interfaces/files/client.ts';
import { NAME_BYTES } from '../../interfaces/files/how.ts';
import { sheet, takeAnswer } from '../../interfaces/trusted/again.ts';
import {
	ANSWER_AGAIN,
	ANSWER_DISMISSED,
	ANSWER_GADGET,
	ANSWER_KEY,
	ANSWER_NONE,
} from '../../interfaces/trusted/answers.ts';
import { takeAnswerApp, takeAnswerKind, takeAnswerValue, takeAnswerWhat } from '../../interfaces/trusted/client.ts';
import { ICON_CHECK, ICON_FILE, ICON_X } from '../../sdk/graphics/icon-numbers.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { addByte, clear } from '../../sdk/text.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { begin, forget, GIVING_DONE, GIVING_EXISTS, GIVING_FAILED, giving, proceed } from './giving.ts';
import { documentCount, isReading, nameAt, nameLength, readOn, refreshList } from './list.ts';
import { keyboard, name, typeKey } from './naming.ts';
import { SLOT_TRUSTED } from './slots.ts';

/** The toolkit begins when the sheet is up for the first time: before, it has no size. */
let begun: bool = false;
let up: bool = false;
let saving: bool = false;
let app: u32 = 0;

/** The text becomes a document's name. */
function sayName(index: u32): void {
	clear();
	for (let at: u32 = 0; at < nameLength(index); at++) addByte(load<u8>(nameAt(index) + at));
}

function documents(): void {
	if (documentCount() === 0) ui.note(isReading() ? 'Looking for your files' : 'There are no files yet.', 2);
	for (let index: u32 = 0; index < documentCount(); index++) {
		sayName(index);
		ui.key(index + 1);
		if (ui.item(ui.built(), '', ICON_FILE)) pick(nameAt(index), nameLength(index));
	}
	ui.key(0);
}

function naming(): void {
	ui.field('Name', name, 0);
	if (giving === GIVING_EXISTS) ui.note('There is a file of that name already.', 1);
	keyboard();
	ui.gap(8);
	if (ui.primaryButton('Save', ICON_CHECK) && name.length > 0) pick(name.address, name.length);
}

function pick(address: u32, bytes: u32): void {
	begin(app, address, min(bytes, NAME_BYTES), saving);
	conclude();
}

/** Lowers the sheet when the app has its file. */
function conclude(): void {
	if (giving !== GIVING_DONE) return;
	forget();
	lower();
}

function lower(): void {
	up = false;
	sheet(SLOT_TRUSTED, app, 0);
}

@unmanaged
class Powerbox extends ui.App {
	build(_page: u32): void {
		if (giving === GIVING_FAILED) ui.note('That could not be done.', 1);
		if (saving) naming();
		else documents();
		ui.gap(8);
		if (ui.button('Cancel', ICON_X)) lower();
	}

	notified(bits: u32): void {
		if ((bits & BIT_STORE) === 0) return;
		readOn();
		proceed();
		conclude();
	}
}

export function init(): void {
	closeAll(SLOT_FILES);
}

export function notified(bits: u32): void {
	if ((bits & BIT_EVENT) !== 0) takeAnswers();
	if (up) run<Powerbox>(bits);
}

function takeAnswers(): void {
	while (takeAnswer(SLOT_TRUSTED) === SUCCESS) {
		const kind = takeAnswerKind();
		if (kind === ANSWER_NONE) return;
		obey(kind, takeAnswerApp(), takeAnswerWhat(), takeAnswerValue());
	}
}

function obey(kind: u32, forApp: u32, what: u32, value: u32): void {
	if (kind === ANSWER_GADGET) rise(forApp, what === GADGET_SAVE);
	else if (kind === ANSWER_DISMISSED || kind === ANSWER_AGAIN) up = false;
	else if (kind === ANSWER_KEY && value !== 0 && saving) typeKey(what);
}

function rise(forApp: u32, toSave: bool): void {
	if (sheet(SLOT_TRUSTED, forApp, 1) !== SUCCESS) return;
	app = forApp;
	saving = toSave;
	up = true;
	forget();
	name.empty();
	if (!saving) refreshList();
	if (begun) return;
	begun = true;
	start<Powerbox>();
}
