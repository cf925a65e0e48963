/** Log: what every part of the system has printed, the newest first. */
import { LEVEL_ERROR, LEVEL_NEWS, LEVEL_WARNING } from '../../interfaces/console/levels.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { ICON_HISTORY, ICON_LIST, ICON_NONE, ICON_SEARCH, ICON_X } from '../../sdk/graphics/icon-numbers.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { TEXT_BUFFER_BYTES, TextBuffer } from '../../sdk/ui/ui.ts';
import {
	count,
	follow,
	goBack,
	hasOlder,
	isFollowing,
	least,
	leaveOut,
	lengthOf,
	levelOf,
	nameLength,
	readLines,
	stay,
	textOf,
	timeOf,
} from './lines.ts';
import { chooseName, chosen, nameAt, nameSize, names } from './names.ts';

/** Nanoseconds from one look at the journal to the next. */
const PAUSE: i64 = 500_000_000;
/** Page on which one chooses whose lines are shown. */
const PAGE_FROM: u32 = 1;
const FILTER_BYTES: u32 = 48;
const FILTER: u32 = memory.data(48, 4) as u32;
const LINES_OF_TEXT: i32 = 4;
const MILLISECONDS_IN_SECOND: u32 = 1000;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;
const TENTH: u32 = 100;
const filter = changetype<TextBuffer>(memory.data(TEXT_BUFFER_BYTES, 4));
/** State of the filter that the lines are those of. */
let filtered: u32 = 0;

function look(anew: bool): void {
	readLines(FILTER, filter.length, anew || filtered !== filter.revision);
	filtered = filter.revision;
}

/** Who printed a line, when, and how grave it is. */
function caption(index: u32): u32 {
	clear();
	for (let byte: u32 = 0; byte < nameLength(index); byte++) addByte(load<u8>(textOf(index) + byte));
	add(', ');
	const time = timeOf(index);
	addNumber(time / MILLISECONDS_IN_SECOND);
	addByte(POINT);
	addByte(ZERO + (time % MILLISECONDS_IN_SECOND) / TENTH);
	add(' s');
	if (levelOf(index) === LEVEL_WARNING) add(', warning');
	else if (levelOf(index) === LEVEL_ERROR) add(', error');
	return ui.built();
}

function headline(text: u32, level: u32): void {
	if (level === LEVEL_ERROR) ui.alert(text);
	else if (level === LEVEL_WARNING) ui.remark(text);
	else ui.caption(text);
}

/** What it says, without the name before it. */
function text(index: u32): u32 {
	const skipped = min(nameLength(index) + 2, lengthOf(index));
	return ui.words(textOf(index) + skipped, lengthOf(index) - skipped);
}

/** Nothing is shown: who has filtered everything away gets it back with one press. */
function nothing(): void {
	if (filter.length === 0 && least === LEVEL_NEWS && chosen === 0) {
		ui.empty(ICON_SEARCH, 'Nothing that matches.', '');
		return;
	}
	// Above the keyboard there is not much room.
	ui.label('Nothing that matches.');
	ui.gap(8);
	if (!ui.button('Show everything', ICON_X)) return;
	filter.empty();
	leaveOut(LEVEL_NEWS);
	chooseName(0);
	look(true);
}

function entries(): void {
	for (let index: u32 = 0; index < count; index++) {
		ui.key(index + 1);
		headline(caption(index), levelOf(index));
		ui.note(text(index), LINES_OF_TEXT);
		ui.gap(10);
	}
	ui.key(0);
	if (count === 0) nothing();
	else if (hasOlder && ui.button('Earlier', ICON_HISTORY)) {
		goBack();
		look(true);
		ui.toTop();
	}
}

/** A filter by how grave a line is. */
function levelChip(name: string, level: u32): void {
	if (!ui.chip(name, least === level)) return;
	leaveOut(level);
	look(true);
}

/** The name that is chosen. */
function fromWhom(): u32 {
	return chosen === 0 ? ui.wordsOf('Everyone') : ui.words(nameAt(chosen - 1), nameSize(chosen - 1));
}

function choose(which: u32): void {
	chooseName(which);
	look(true);
	ui.closePage();
}

/** Everybody who has printed anything. */
function fromPage(): void {
	ui.header('Lines from');
	ui.beginCard();
	if (ui.choice('Everyone', chosen === 0)) choose(0);
	for (let index: u32 = 0; index < names; index++) {
		ui.key(index + 1);
		if (ui.choice(ui.words(nameAt(index), nameSize(index)), chosen === index + 1)) choose(index + 1);
	}
	ui.key(0);
	ui.endCard();
}

function mainPage(): void {
	ui.header('Log');
	ui.field('Search', filter, EDIT_TEXT);
	ui.gap(8);
	ui.beginRow(3, 8);
	levelChip('All', LEVEL_NEWS);
	levelChip('Warnings', LEVEL_WARNING);
	levelChip('Errors', LEVEL_ERROR);
	ui.endRow();
	if (ui.valueItem('Lines from', fromWhom(), ICON_LIST)) ui.openPage(PAGE_FROM);
	ui.beginRow(2, 8);
	if (ui.chip('Follow', isFollowing())) {
		follow();
		look(true);
	}
	if (ui.chip('Stay here', !isFollowing())) stay();
	ui.endRow();
	ui.gap(12);
	entries();
}

@unmanaged
class Log extends ui.App {
	opened(): void {
		filter.open(FILTER, FILTER_BYTES, 0);
		look(true);
		ui.wake(now() + PAUSE);
	}

	build(page: u32): void {
		if (page === PAGE_FROM) fromPage();
		else mainPage();
	}

	cover(): void {
		ui.strong('Log');
		ui.gap(8);
		if (count === 0) return;
		ui.caption(caption(0));
		ui.note(text(0), LINES_OF_TEXT);
		ui.coverActions(ICON_NONE, ICON_NONE);
	}

	woken(): void {
		look(false);
		ui.wake(now() + PAUSE);
	}

	entered(): void {
		ui.blur();
	}
}

export function init(): void {
	start<Log>();
}

export function notified(bits: u32): void {
	run<Log>(bits);
}
