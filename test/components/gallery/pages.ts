/** Two pages with every widget of the toolkit. */

import { EDIT_TEXT } from '../../../interfaces/display/look.ts';
import {
	ICON_BELL,
	ICON_CAMERA,
	ICON_PLUS,
	ICON_SETTINGS,
	ICON_TRASH,
	ICON_X,
} from '../../../sdk/graphics/icon-numbers.ts';
import { add, addNumber } from '../../../sdk/text.ts';
import * as ui from '../../../sdk/ui/ui.ts';

const PAGE_LIST: u32 = 1;
const ENTRIES: u32 = 60;
const DELETED: u32 = 7;
const GADGET_SHUTTER: u32 = 1;
const WORD: u32 = memory.data(64, 8) as u32;
const TEXT: u32 = memory.data(1024, 8) as u32;
const word = changetype<ui.TextBuffer>(memory.data(ui.TEXT_BUFFER_BYTES, 4));
const text = changetype<ui.TextBuffer>(memory.data(ui.TEXT_BUFFER_BYTES, 4));
let pressed: u32 = 0;
let isOn: bool = true;
let level: i32 = 40;
let chosen: u32 = 1;
let isSheetOpen: bool = false;
let deleted: u32 = 0;

/** Begins with empty fields. */
export function openPages(): void {
	word.open(WORD, 64, 0);
	text.open(TEXT, 1024, 0);
}

function buttons(): void {
	if (ui.primaryButton('Primary', ICON_PLUS)) pressed++;
	ui.gap(8);
	ui.beginRow(2, 8);
	if (ui.button('Sheet', 0)) isSheetOpen = true;
	if (ui.dangerButton('Delete', ICON_TRASH)) ui.startRemorse(DELETED, 'Deleting');
	ui.endRow();
	ui.gap(8);
	ui.beginRow(3, 8);
	if (ui.chip('Low', chosen === 0)) chosen = 0;
	if (ui.chip('Middle', chosen === 1)) chosen = 1;
	if (ui.iconButton(ICON_CAMERA, 'Camera')) pressed += 10;
	ui.endRow();
	ui.disabledButton('Not now', 0);
}

function settings(): void {
	ui.beginCard();
	ui.section('Settings');
	isOn = ui.toggle('Wireless', 'On while the phone is awake', isOn);
	addNumber(level);
	add(' %');
	level = ui.slider('Brightness', ui.built(), level, 0, 100, 5);
	addNumber(deleted);
	ui.progress('Deleted', ui.built(), 30);
	if (ui.valueItem('Language', 'English', ICON_SETTINGS)) ui.openPage(PAGE_LIST);
	ui.endCard();
}

function widgets(): void {
	ui.beginMenu();
	if (ui.menuItem('Reset')) pressed = 0;
	if (ui.menuItem('More presses')) pressed += 100;
	ui.endMenu();
	ui.header('Gallery');
	addNumber(pressed);
	add(' presses');
	ui.label(ui.built());
	buttons();
	ui.gap(12);
	settings();
	if (ui.item('List', 'Sixty entries', ICON_BELL)) ui.openPage(PAGE_LIST);
	ui.heading('Words');
	ui.paragraph('Water is yours, black is the system’s: a paragraph that is wrapped.');
	ui.field('Word', word, EDIT_TEXT);
	ui.gap(8);
	ui.textArea('Text', text, 120);
	ui.gadgetSlot(0, GADGET_SHUTTER, 0, 72);
	if (isSheetOpen) sheet();
}

function sheet(): void {
	ui.beginSheet();
	ui.heading('A sheet');
	ui.note('It lies over the page until it is closed.', 2);
	if (ui.button('Done', ICON_X)) isSheetOpen = false;
	if (ui.endSheet()) isSheetOpen = false;
}

function list(): void {
	ui.header('List');
	for (let index: u32 = 0; index < ENTRIES; index++) {
		add('Entry ');
		addNumber(index);
		ui.key(index + 1);
		if (ui.item(ui.built(), index % 3 === 0 ? 'With a second line' : '', 0)) pressed = 1000 + index;
	}
	ui.key(0);
	ui.beginBar();
	if (ui.button('Close', 0)) ui.closePage();
	ui.endBar();
}

@unmanaged
export class Gallery extends ui.App {
	opened(): void {
		openPages();
	}

	build(page: u32): void {
		if (page === PAGE_LIST) list();
		else widgets();
	}

	carryOut(what: u32): void {
		deleted += what;
	}

	cover(): void {
		ui.strong('Gallery');
		addNumber(pressed);
		ui.figure(ui.built());
		ui.caption('presses');
		ui.coverActions(ICON_PLUS, ICON_X);
	}

	coverAction(action: u32): void {
		pressed += action === 0 ? 1 : 2;
	}
}
