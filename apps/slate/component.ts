/** Shows a picture, makes both drivers fault, shows it again, and then lets fingers draw on it until nobody has touched it for a minute. */
import { CONFIGURE_WORST_CASE } from '../../abi/calls.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import { printLine, printText } from '../../interfaces/console/print.ts';
import { attach as attachInput } from '../../interfaces/input/client.ts';
import {
	INPUT_KEY,
	INPUT_POSITION_MOST,
	INPUT_TOUCH_DOWN,
	INPUT_TOUCH_MOVE,
	INPUT_TOUCH_UP,
} from '../../interfaces/input/queue.ts';
import { TOUCHES_BYTES, Touches } from '../../interfaces/input/touches.ts';
import { attach as attachScreen, BROKEN } from '../../interfaces/screen/client.ts';
import { PANEL_BYTES, Panel } from '../../interfaces/screen/panel.ts';
import { halt } from '../../sdk/control.ts';
import { configure } from '../../sdk/process.ts';
import { Memory1 } from '../../sdk/region/memory1.ts';
import { Memory2 } from '../../sdk/region/memory2.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { paint, wipe } from './picture.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_SCREEN: i32 = 2;
const SLOT_SCREEN_SIGNAL: i32 = 3;
const SLOT_SCREEN_DRIVER: i32 = 4;
const SLOT_INPUT: i32 = 5;
const SLOT_INPUT_SIGNAL: i32 = 6;
const SLOT_INPUT_DRIVER: i32 = 7;
const SLOT_POWER: i32 = 8;
/** Bits 1 and 2 are the drivers'. */
const ALARM_BIT: i32 = 1;
const MINUTE: u64 = 60_000_000_000;
/** Nanoseconds in which no call can be answered, and what the system file declares for the drivers. */
const TOO_SHORT: i32 = 1;
const ENOUGH: i32 = 2_000_000;
/** Side of what a finger leaves behind. */
const DOT: u32 = 24;
/** One for each finger, again and again. */
const COLOURS: StaticArray<u32> = [0xffffff, 0x20c0ff, 0x60ff60, 0xff8040];

const panel = changetype<Panel<Memory1>>(memory.data(PANEL_BYTES, 8));
const touches = changetype<Touches<Memory2>>(memory.data(TOUCHES_BYTES, 8));
let screenIsOpen = false;
let inputIsOpen = false;
/** How often the screen was attached to, and how many fingers went down and keys were pressed. */
let sessions: u32 = 0;
let fingers: u32 = 0;
let keys: u32 = 0;
/** Something happened since the alarm was set. */
let used = false;
let broken = false;

function fail(what: string): void {
	printText(SLOT_CONSOLE, what);
	halt(SLOT_POWER, 1);
}

function openScreen(): void {
	const status = panel.open(SLOT_SCREEN, SLOT_SCREEN_SIGNAL);
	if (status === BROKEN) fail('there is no screen, or it is broken');
	screenIsOpen = status === 0;
	if (!screenIsOpen) return;
	if (sessions === 0) begin();
	sessions++;
	panel.show(0, 0, panel.width, panel.height);
}

/** The first time. */
function begin(): void {
	clear();
	addNumber(panel.width);
	add(' x ');
	addNumber(panel.height);
	printLine(SLOT_CONSOLE);
	wipe(panel.width, panel.height);
}

function openInput(): void {
	inputIsOpen = touches.open(SLOT_INPUT, SLOT_INPUT_SIGNAL) === 0;
}

/** Declares less for the drivers than they need, so that the next call ends them; then what they need. */
function breakDrivers(): void {
	broken = true;
	configure(SLOT_SCREEN_DRIVER, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	configure(SLOT_INPUT_DRIVER, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	const both = attachScreen(SLOT_SCREEN) === SERVER_FAULT && attachInput(SLOT_INPUT) === SERVER_FAULT;
	configure(SLOT_SCREEN_DRIVER, CONFIGURE_WORST_CASE, ENOUGH, 0);
	configure(SLOT_INPUT_DRIVER, CONFIGURE_WORST_CASE, ENOUGH, 0);
	printText(SLOT_CONSOLE, both ? 'both drivers faulted' : 'the drivers did not fault');
}

/** Everything that was to be shown is on the screen. */
function shown(): void {
	if (broken) return;
	printText(SLOT_CONSOLE, 'the picture is on the screen');
	breakDrivers();
}

function takeEvents(): void {
	while (touches.next()) {
		const kind = touches.word0 & 0xff;
		used = true;
		if (kind === INPUT_TOUCH_DOWN) fingers++;
		if (kind === INPUT_TOUCH_DOWN || kind === INPUT_TOUCH_MOVE) leaveDot(touches.word0 >> 8);
		else if (kind === INPUT_KEY && touches.word0 >> 8 === 1) pressed();
		else if (kind === INPUT_TOUCH_UP) used = true;
	}
}

function leaveDot(finger: u32): void {
	const x = (touches.word1 * (panel.width - DOT)) / INPUT_POSITION_MOST;
	const y = (touches.word2 * (panel.height - DOT)) / INPUT_POSITION_MOST;
	paint(panel.width, x, y, DOT, DOT, COLOURS[finger % COLOURS.length]);
	panel.show(x, y, DOT, DOT);
}

function pressed(): void {
	keys++;
	wipe(panel.width, panel.height);
	panel.show(0, 0, panel.width, panel.height);
}

function end(): void {
	clear();
	addNumber(sessions);
	add(' sessions, ');
	addNumber(fingers);
	add(' fingers, ');
	addNumber(keys);
	add(' keys');
	printLine(SLOT_CONSOLE);
	halt(SLOT_POWER, 0);
}

export function init(): void {
	openScreen();
	openInput();
	setAlarm(MINUTE, ALARM_BIT);
}

export function notified(bits: u32): void {
	if (!screenIsOpen || !panel.isServed()) openScreen();
	if (!inputIsOpen || !touches.isServed()) openInput();
	if (!screenIsOpen) return;
	if (inputIsOpen) takeEvents();
	if (panel.settle()) shown();
	if ((bits & ALARM_BIT) === 0) return;
	if (!used) end();
	used = false;
	setAlarm(MINUTE, ALARM_BIT);
}
