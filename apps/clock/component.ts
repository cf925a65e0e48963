/** Clock: the time of day with an alarm, a timer whose cover counts down, and a stopwatch. What ends while nobody looks is told by a notice. */
import { BIT_STORE } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { isTimeKnown, learnTime } from '../../interfaces/sensors/daytime.ts';
import { addTimeOfDay } from '../../sdk/calendar.ts';
import {
	ICON_CHECK,
	ICON_FLAG,
	ICON_MINUS,
	ICON_NONE,
	ICON_PAUSE,
	ICON_PLAY,
	ICON_PLUS,
	ICON_ROTATE_CCW,
	ICON_TIMER,
} from '../../sdk/graphics/icon-numbers.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import * as alarm from './alarm.ts';
import { keep, openKept, proceedKept, takeKept } from './keeping.ts';
import * as stopwatch from './stopwatch.ts';
import { askToTell, mayTell, tell, tellNothing } from './telling.ts';
import * as timer from './timer.ts';
import { SECOND } from './timer.ts';
import { alarmDistance, alarmTime, countdown, day, duration, missed, timeOfDay } from './words.ts';

/** The sensor that knows the time of day. */
const SLOT_TIME: i32 = 7;
const MODE_CLOCK: u32 = 0;
const MODE_TIMER: u32 = 1;
const MODE_STOPWATCH: u32 = 2;
/** Points that the line below the figures takes. */
const LINE: i32 = 28;
const TENTH: i64 = 100_000_000;
/** From here on tenths would not fit beside the hours. */
const HOURS: i64 = 3600 * SECOND;
/** Minutes by which the alarm moves. */
const HOUR: i32 = 60;
const STEP: i32 = 5;
let mode: u32 = MODE_CLOCK;
let visible: bool = true;

function switchAlarm(on: bool): void {
	if (on === alarm.alarmOn) return;
	alarm.setAlarmTo(alarm.alarmMinute, on);
	if (on) askToTell();
	keep();
}

function moveAlarm(minutes: i32): void {
	alarm.moveAlarm(minutes);
	keep();
}

function alarmCard(): void {
	ui.beginCard();
	switchAlarm(ui.toggle(alarmTime(), alarmDistance(), alarm.alarmOn));
	ui.gap(4);
	ui.beginRow(2, 8);
	if (ui.button('1 h earlier', ICON_MINUS)) moveAlarm(-HOUR);
	if (ui.button('1 h later', ICON_PLUS)) moveAlarm(HOUR);
	ui.endRow();
	ui.gap(8);
	ui.beginRow(2, 8);
	if (ui.button('5 min earlier', ICON_MINUS)) moveAlarm(-STEP);
	if (ui.button('5 min later', ICON_PLUS)) moveAlarm(STEP);
	ui.endRow();
	ui.gap(8);
	ui.endCard();
}

/** What rings, and what does not: nobody is to rely on what this app cannot do. */
function honestly(what: string, isSet: bool): void {
	ui.note(what, 4);
	if (isSet && !mayTell()) ui.note('Without notices it is only shown here.', 3);
}

function alarmPart(): void {
	ui.section('Alarm');
	if (alarm.alarmMissed) ui.alert(missed());
	alarmCard();
	honestly(
		'It rings only while Clock is open, in front or as a cover. Once Clock is closed, it stays silent.',
		alarm.alarmOn,
	);
}

/** The user knows that the time has come. */
function quiet(): void {
	alarm.quietAlarm();
	tellNothing();
	keep();
}

function clockFace(): void {
	ui.gap(40);
	ui.clock(timeOfDay());
	if (!isTimeKnown()) {
		ui.note('This machine has no clock. The time is counted from its start.', 2);
		return;
	}
	ui.middle(day());
	ui.gap(40);
	if (alarm.alarmRings) {
		if (ui.primaryButton('Good morning', ICON_CHECK)) quiet();
		return;
	}
	alarmPart();
}

function beginTimer(): void {
	timer.begin();
	askToTell();
	keep();
}

function pauseTimer(): void {
	timer.pause();
	keep();
}

function resetTimer(): void {
	timer.reset();
	tellNothing();
	keep();
}

function preset(name: string, minutes: i64): void {
	if (!ui.chip(name, timer.isSetTo(minutes))) return;
	timer.setLength(minutes);
	keep();
}

function lengthen(minutes: i64): void {
	timer.lengthen(minutes);
	keep();
}

function presets(): void {
	ui.beginRow(2, 8);
	if (ui.button('A minute less', ICON_MINUS)) lengthen(-1);
	if (ui.button('A minute more', ICON_PLUS)) lengthen(1);
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
	ui.gap(40);
	ui.clock(countdown());
	if (timer.isOver || timer.isPaused()) ui.middle(timer.isOver ? 'Time is up' : 'Paused');
	else ui.gap(LINE);
	ui.gap(24);
	if (timer.isRunning()) {
		ui.beginRow(2, 8);
		if (ui.primaryButton('Pause', ICON_PAUSE)) pauseTimer();
		if (ui.button('Reset', ICON_ROTATE_CCW)) resetTimer();
		ui.endRow();
		ui.gap(12);
		honestly('It tells you its end only while Clock is open, in front or as a cover.', true);
		return;
	}
	if (timer.isOver) {
		if (ui.primaryButton('Good', ICON_CHECK)) resetTimer();
		return;
	}
	if (ui.primaryButton(timer.isPaused() ? 'Go on' : 'Start', ICON_PLAY)) beginTimer();
	ui.gap(12);
	if (!timer.isPaused()) presets();
	else if (ui.button('Reset', ICON_ROTATE_CCW)) resetTimer();
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
	ui.gap(40);
	ui.clock(duration(stopwatch.elapsed(), stopwatch.elapsed() < HOURS));
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

/** Whether the timer has something to tell on the cover. */
function coverShowsTimer(): bool {
	return timer.isRunning() || timer.isPaused() || timer.isOver;
}

/** Wakes when the next digit changes that anybody can see: at whole steps, so that to schedule again puts nothing off. */
function schedule(): void {
	let step: i64 = 10 * SECOND;
	if (visible && mode === MODE_STOPWATCH && stopwatch.isRunning()) step = TENTH;
	else if (timer.isRunning() || stopwatch.isRunning()) step = SECOND;
	ui.wake(now() + step - (now() % step));
}

/** Notices what has come to its end: the page for it is there when the user comes. */
function check(): void {
	if (timer.check()) {
		mode = MODE_TIMER;
		if (!visible) tell('The time is up.');
		keep();
	}
	if (!alarm.checkAlarm()) return;
	mode = MODE_CLOCK;
	keep();
	if (!visible) tell('Your alarm.');
}

/** Asks for the time of day again; what depends on it begins with it. */
function startOver(): void {
	if (!learnTime(SLOT_TIME)) return;
	alarm.quietAlarm();
	takeKept();
}

function coverFigure(): void {
	if (coverShowsTimer()) ui.figure(countdown());
	else ui.figure(stopwatch.isRunning() ? duration(stopwatch.elapsed(), false) : timeOfDay());
}

function coverCaption(): void {
	if (timer.isOver) ui.caption('Time is up');
	else if (coverShowsTimer()) ui.caption('Timer');
	else if (stopwatch.isRunning()) ui.caption('Stopwatch');
	else if (alarm.alarmRings) ui.caption('Alarm');
	else if (alarm.alarmOn) {
		clear();
		add('Alarm ');
		addTimeOfDay(alarm.alarmMinute);
		ui.caption(ui.built());
	} else ui.caption('Clock');
}

@unmanaged
class Clock extends ui.App {
	opened(): void {
		learnTime(SLOT_TIME);
		openKept();
		schedule();
	}

	notified(bits: u32): void {
		if ((bits & BIT_STORE) === 0) return;
		proceedKept();
		check();
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
		coverFigure();
		coverCaption();
		if (coverShowsTimer()) ui.coverActions(timer.isRunning() ? ICON_PAUSE : ICON_PLAY, ICON_ROTATE_CCW);
		else if (alarm.alarmRings) ui.coverActions(ICON_CHECK, ICON_NONE);
		else ui.coverActions(ICON_TIMER, ICON_NONE);
	}

	coverAction(action: u32): void {
		if (alarm.alarmRings && !coverShowsTimer()) quiet();
		else if (action === 1) resetTimer();
		else if (timer.isRunning()) pauseTimer();
		else beginTimer();
		schedule();
	}

	woken(): void {
		check();
		if (!isTimeKnown()) startOver();
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
