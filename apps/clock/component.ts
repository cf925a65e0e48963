/** Clock: the time of day, a timer whose cover counts down, and a stopwatch. */
import { run, start } from '../../interfaces/display/window.ts';
import { addDayOfMonth, addTimeOfDay, addWeekday } from '../../sdk/calendar.ts';
import {
	ICON_FLAG,
	ICON_MINUS,
	ICON_NONE,
	ICON_PAUSE,
	ICON_PLAY,
	ICON_PLUS,
	ICON_ROTATE_CCW,
	ICON_TIMER,
} from '../../sdk/graphics/icon-numbers.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { isKnown, millisecondsNow, readClock } from './daytime.ts';
import * as stopwatch from './stopwatch.ts';
import * as timer from './timer.ts';
import { SECOND } from './timer.ts';

const MODE_CLOCK: u32 = 0;
const MODE_TIMER: u32 = 1;
const MODE_STOPWATCH: u32 = 2;
const MILLISECONDS_IN_MINUTE: u64 = 60_000;
const MINUTES_IN_DAY: u64 = 1440;
const TENTH: i64 = 100_000_000;
const SIXTY: i64 = 60;
const ZERO: u32 = 0x30;
const COLON: u32 = 0x3a;
const POINT: u32 = 0x2e;
let mode: u32 = MODE_CLOCK;
let visible: bool = true;

function addTwo(value: i64): void {
	addByte(ZERO + <u32>(value / 10));
	addByte(ZERO + <u32>(value % 10));
}

/** Such as 05:00 or 1:05:00; `tenths` as well if wanted. */
function duration(nanoseconds: i64, tenths: bool): u32 {
	clear();
	const seconds = nanoseconds / SECOND;
	const hours = seconds / (SIXTY * SIXTY);
	if (hours > 0) {
		addNumber(hours);
		addByte(COLON);
	}
	addTwo((seconds / SIXTY) % SIXTY);
	addByte(COLON);
	addTwo(seconds % SIXTY);
	if (tenths) {
		addByte(POINT);
		addNumber((nanoseconds % SECOND) / TENTH);
	}
	return ui.built();
}

/** What is left, counted so that 0 comes only at the end. */
function countdown(): u32 {
	const remaining = timer.remaining();
	return duration(remaining === 0 ? 0 : remaining + SECOND - 1, false);
}

function timeOfDay(): u32 {
	clear();
	addTimeOfDay(<u32>((millisecondsNow() / MILLISECONDS_IN_MINUTE) % MINUTES_IN_DAY));
	return ui.built();
}

function day(): u32 {
	const days = <u32>(millisecondsNow() / MILLISECONDS_IN_MINUTE / MINUTES_IN_DAY);
	clear();
	addWeekday(days);
	addByte(0x20);
	addDayOfMonth(days);
	return ui.built();
}

function clockFace(): void {
	ui.gap(96);
	ui.figure(timeOfDay());
	ui.gap(8);
	if (isKnown()) ui.heading(day());
	else ui.note('This machine has no clock. The time is counted from its start.', 2);
}

function preset(name: string, minutes: i64): void {
	if (ui.chip(name, timer.isSetTo(minutes))) timer.setLength(minutes);
}

function presets(): void {
	ui.beginRow(2, 8);
	if (ui.button('A minute less', ICON_MINUS)) timer.lengthen(-1);
	if (ui.button('A minute more', ICON_PLUS)) timer.lengthen(1);
	ui.endRow();
	ui.gap(12);
	ui.beginRow(3, 8);
	preset('3 min', 3);
	preset('5 min', 5);
	preset('10 min', 10);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(3, 8);
	preset('15 min', 15);
	preset('30 min', 30);
	preset('1 hour', 60);
	ui.endRow();
}

function timerPage(): void {
	ui.gap(56);
	ui.figure(countdown());
	ui.gap(8);
	if (timer.isOver) ui.heading('Time is up');
	ui.gap(32);
	if (timer.isRunning()) {
		ui.beginRow(2, 8);
		if (ui.primaryButton('Pause', ICON_PAUSE)) timer.pause();
		if (ui.button('Reset', ICON_ROTATE_CCW)) timer.reset();
		ui.endRow();
		return;
	}
	if (timer.isOver) {
		if (ui.primaryButton('Good', ICON_NONE)) timer.reset();
		return;
	}
	if (ui.primaryButton(timer.isPaused() ? 'Go on' : 'Start', ICON_PLAY)) timer.begin();
	ui.gap(12);
	if (!timer.isPaused()) presets();
	else if (ui.button('Reset', ICON_ROTATE_CCW)) timer.reset();
}

function lapList(): void {
	if (stopwatch.laps === 0) return;
	ui.gap(24);
	ui.beginCard();
	for (let number = stopwatch.laps; number > stopwatch.firstLap(); number--) {
		clear();
		add('Lap ');
		addNumber(number);
		const name = ui.built();
		const before = number - 1 > stopwatch.firstLap() ? stopwatch.lapTime(number - 2) : 0;
		ui.valueItem(name, duration(stopwatch.lapTime(number - 1) - before, true), ICON_FLAG);
	}
	ui.endCard();
}

function stopwatchPage(): void {
	ui.gap(56);
	ui.figure(duration(stopwatch.elapsed(), true));
	ui.gap(40);
	ui.beginRow(2, 8);
	if (stopwatch.isRunning()) {
		if (ui.primaryButton('Stop', ICON_PAUSE)) stopwatch.stop();
		if (ui.button('Lap', ICON_FLAG)) stopwatch.lap();
	} else {
		if (ui.primaryButton('Start', ICON_PLAY)) stopwatch.begin();
		if (ui.button('Reset', ICON_ROTATE_CCW)) stopwatch.reset();
	}
	ui.endRow();
	lapList();
}

function title(): string {
	if (mode === MODE_CLOCK) return 'Clock';
	return mode === MODE_TIMER ? 'Timer' : 'Stopwatch';
}

function modeChip(name: string, which: u32): void {
	if (ui.chip(name, mode === which)) mode = which;
}

/** Whether the timer or the stopwatch has something to tell on the cover. */
function coverShowsTimer(): bool {
	return timer.isRunning() || timer.isPaused() || timer.isOver;
}

/** Wakes when the next digit changes that anybody can see. */
function schedule(): void {
	if (visible && mode === MODE_STOPWATCH && stopwatch.isRunning()) ui.wake(now() + TENTH);
	else if (timer.isRunning() || stopwatch.isRunning()) ui.wake(now() + SECOND - (now() % SECOND));
	else ui.wake(now() + 10 * SECOND);
}

@unmanaged
class Clock extends ui.App {
	opened(): void {
		readClock();
		schedule();
	}

	build(_page: u32): void {
		ui.header(title());
		if (mode === MODE_CLOCK) clockFace();
		else if (mode === MODE_TIMER) timerPage();
		else stopwatchPage();
		ui.beginBar();
		ui.beginRow(3, 8);
		modeChip('Clock', MODE_CLOCK);
		modeChip('Timer', MODE_TIMER);
		modeChip('Stopwatch', MODE_STOPWATCH);
		ui.endRow();
		ui.endBar();
	}

	cover(): void {
		ui.gap(40);
		if (coverShowsTimer()) {
			ui.figure(countdown());
			ui.caption(timer.isOver ? 'Time is up' : 'Timer');
			ui.coverActions(timer.isRunning() ? ICON_PAUSE : ICON_PLAY, ICON_ROTATE_CCW);
			return;
		}
		ui.figure(stopwatch.isRunning() ? duration(stopwatch.elapsed(), false) : timeOfDay());
		ui.caption(stopwatch.isRunning() ? 'Stopwatch' : 'Clock');
		ui.coverActions(ICON_TIMER, ICON_NONE);
	}

	coverAction(action: u32): void {
		if (action === 1) timer.reset();
		else if (timer.isRunning()) timer.pause();
		else timer.begin();
		schedule();
	}

	woken(): void {
		timer.check();
		if (!isKnown()) readClock();
		schedule();
	}

	shown(isVisible: bool): void {
		visible = isVisible;
		schedule();
	}
}

export function init(): void {
	start<Clock>();
}

export function notified(bits: u32): void {
	run<Clock>(bits);
	schedule();
}
