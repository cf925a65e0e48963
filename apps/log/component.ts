/** Log: what every part of the system has printed, the newest first. */
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { ICON_HISTORY, ICON_NONE, ICON_SEARCH } from '../../sdk/graphics/icon-numbers.ts';
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
	lengthOf,
	nameLength,
	readLines,
	stay,
	textOf,
	timeOf,
} from './lines.ts';

/** Nanoseconds from one look at the journal to the next. */
const PAUSE: i64 = 500_000_000;
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

/** Who printed a line, and when. */
function caption(index: u32): u32 {
	clear();
	for (let byte: u32 = 0; byte < nameLength(index); byte++) addByte(load<u8>(textOf(index) + byte));
	add(', ');
	const time = timeOf(index);
	addNumber(time / MILLISECONDS_IN_SECOND);
	addByte(POINT);
	addByte(ZERO + (time % MILLISECONDS_IN_SECOND) / TENTH);
	add(' s');
	return ui.built();
}

/** What it says, without the name before it. */
function text(index: u32): u32 {
	const skipped = min(nameLength(index) + 2, lengthOf(index));
	return ui.words(textOf(index) + skipped, lengthOf(index) - skipped);
}

function entries(): void {
	for (let index: u32 = 0; index < count; index++) {
		ui.key(index + 1);
		ui.caption(caption(index));
		ui.note(text(index), LINES_OF_TEXT);
		ui.gap(10);
	}
	ui.key(0);
	if (count === 0) ui.empty(ICON_SEARCH, 'Nothing that matches.', '');
	else if (hasOlder && ui.button('Earlier', ICON_HISTORY)) {
		goBack();
		look(true);
	}
}

@unmanaged
class Log extends ui.App {
	opened(): void {
		filter.open(FILTER, FILTER_BYTES, 0);
		look(true);
		ui.wake(now() + PAUSE);
	}

	build(_page: u32): void {
		ui.header('Log');
		ui.field('Search', filter, EDIT_TEXT);
		ui.gap(8);
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
