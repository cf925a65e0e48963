/** Uses a server that traps, overruns and hangs, and carries on each time: a client loses a call, never its life. */
import { SERVER_FAULT, SERVER_GONE } from '../../abi/errors.ts';
import { printLine } from '../../interfaces/console/print.ts';
import { inspect, inspectRestarts } from '../../interfaces/supervisor/client.ts';
import { halt } from '../../sdk/control.ts';
import { call4, notify } from '../../sdk/kernel.ts';
import { word } from '../../sdk/message.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { OVERRUN, TRAP, WORK } from '../worker/protocol.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_WORKER: i32 = 2;
const SLOT_NUDGE: i32 = 3;
const SLOT_POWER: i32 = 4;
const SLOT_SUPERVISOR: i32 = 5;
/** By which the supervisor knows the server. */
const WORKER_BADGE: u32 = 0;
const ALARM_BIT: i32 = 1;
/** Longer than the supervisor's longest pause. */
const PAUSE: u64 = 100_000_000;
const NUMBER: i32 = 41;
let step: i32 = 0;

function say(what: string, status: i32): void {
	clear();
	add(what);
	if (status === SERVER_FAULT) add('the server faulted');
	else if (status === SERVER_GONE) add('the server is gone');
	else if (status < 0) add('an error');
	else addNumber(word(0));
	printLine(SLOT_CONSOLE);
}

function ask(what: string, method: i32): void {
	say(what, call4(SLOT_WORKER, method, NUMBER, 0, 0, 0));
}

/** What the supervisor knows of the server. */
function sayRestarts(): void {
	const status = inspect(SLOT_SUPERVISOR, WORKER_BADGE);
	clear();
	add('restarts that the supervisor counted: ');
	addNumber(status === 0 ? inspectRestarts() : status);
	printLine(SLOT_CONSOLE);
}

/** One thing after the other, with a pause in which the supervisor does its work. */
function next(): void {
	step++;
	if (step === 1) {
		ask('work: ', WORK);
		ask('trap: ', TRAP);
	} else if (step === 2) {
		ask('work: ', WORK);
		ask('overrun: ', OVERRUN);
		ask('work at once: ', WORK);
	} else if (step === 3) {
		ask('work: ', WORK);
		notify(SLOT_NUDGE);
	} else if (step === 4) {
		ask('work: ', WORK);
		ask('trap: ', TRAP);
	} else {
		ask('work: ', WORK);
		sayRestarts();
		halt(SLOT_POWER, 0);
	}
	setAlarm(PAUSE, ALARM_BIT);
}

export function init(): void {
	next();
}

export function notified(_bits: u32): void {
	next();
}
