/** Takes the place of the compositor: opens apps, puts them in front, sees one fail, and the lifecycle server come back from a fault. */
import { CONFIGURE_WORST_CASE, READ_ACCOUNT_CPU } from '../../../abi/calls.ts';
import { printLine } from '../../../interfaces/console/print.ts';
import {
	close,
	front,
	inspect,
	inspectCause,
	inspectFaults,
	inspectMemory,
	inspectState,
	open,
} from '../../../interfaces/lifecycle/client.ts';
import { inspect as readAccount } from '../../../sdk/account.ts';
import { halt } from '../../../sdk/control.ts';
import { configure } from '../../../sdk/process.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';

const SLOT_LIFECYCLE: i32 = 1;
const SLOT_APPS: i32 = 2;
const SLOT_CHILD: i32 = 3;
const SLOT_CONSOLE: i32 = 4;
const SLOT_POWER: i32 = 5;
const TOLD: u32 = 1;
const ALARM_BIT: i32 = 2;
/** The apps, by their badges. */
const QUIET: u32 = 0;
const LOOPS: u32 = 3;
const NO_APP: u32 = 7;
const NOBODY: u32 = 255;
/** Nanoseconds after which whatever was begun has happened. */
const PAUSE: u64 = 100_000_000;
/** Worst cases in which no call can be answered, and what the system file declares. */
const TOO_SHORT: i32 = 1;
const ENOUGH: i32 = 1_000_000;
let step: u32 = 0;

function say(text: string, value: i32): void {
	add(text);
	addNumber(value);
	printLine(SLOT_CONSOLE);
}

/** What the account of the apps has to give, in 1/65536 of the machine. */
function sayFree(): void {
	say('free share: ', readAccount(SLOT_APPS, READ_ACCOUNT_CPU));
}

function sayState(app: u32): void {
	const status = inspect(SLOT_LIFECYCLE, app);
	const state = inspectState();
	clear();
	add('app ');
	addNumber(app);
	if (status !== 0) {
		say(' gives error ', status);
		return;
	}
	const faults = inspectFaults();
	const cause = inspectCause();
	const memory = inspectMemory();
	add(', state ');
	addNumber(state);
	add(', faults ');
	addNumber(faults);
	add(', cause ');
	addNumber(cause);
	say(', KiB ', memory);
}

export function init(): void {
	setAlarm(PAUSE, ALARM_BIT);
}

export function notified(bits: u32): void {
	if ((bits & TOLD) !== 0) say('told in step ', step);
	if ((bits & <u32>ALARM_BIT) === 0) return;
	step++;
	proceed();
	setAlarm(PAUSE, ALARM_BIT);
}

function proceed(): void {
	if (step === 1) openQuiet();
	else if (step === 2) openLoops();
	else if (step === 3) seeFailure();
	else if (step === 4) breakLifecycle();
	else if (step === 5) nameFrontAgain();
	else finish();
}

function openQuiet(): void {
	sayState(QUIET);
	sayState(NO_APP);
	sayFree();
	say('opened: ', open(SLOT_LIFECYCLE, QUIET));
	say('in front: ', front(SLOT_LIFECYCLE, QUIET));
	sayState(QUIET);
	sayFree();
}

/** It gets the larger share before it first executes, and loops on that. */
function openLoops(): void {
	say('opened: ', open(SLOT_LIFECYCLE, LOOPS));
	say('in front: ', front(SLOT_LIFECYCLE, LOOPS));
	sayState(LOOPS);
}

function seeFailure(): void {
	sayState(LOOPS);
	say('closed: ', close(SLOT_LIFECYCLE, LOOPS));
	sayState(LOOPS);
	say('in front: ', front(SLOT_LIFECYCLE, QUIET));
}

function breakLifecycle(): void {
	configure(SLOT_CHILD, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	say('lifecycle answers: ', front(SLOT_LIFECYCLE, QUIET));
	configure(SLOT_CHILD, CONFIGURE_WORST_CASE, ENOUGH, 0);
}

function nameFrontAgain(): void {
	sayState(QUIET);
	sayFree();
	say('in front: ', front(SLOT_LIFECYCLE, QUIET));
	sayFree();
}

function finish(): void {
	say('in front: ', front(SLOT_LIFECYCLE, NOBODY));
	sayFree();
	say('closed: ', close(SLOT_LIFECYCLE, QUIET));
	sayState(QUIET);
	halt(SLOT_POWER, 0);
}
