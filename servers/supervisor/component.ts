/**
 * Supervisor: is told when a child faults, says so, and starts it again after a pause that doubles each time, until the limit of its
 * restart policy; whoever then runs for ten seconds is forgiven. Clients of the child meanwhile get an error from their calls, and carry on.
 */
import { READ_PROCESS_FAULT, READ_PROCESS_STATE, READ_PROCESS_TIME, STATE_FAULTED } from '../../abi/calls.ts';
import { LEVEL_ERROR, LEVEL_WARNING } from '../../interfaces/console/levels.ts';
import { printLine } from '../../interfaces/console/print.ts';
import * as service from '../../interfaces/supervisor/server.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { inspect, restart } from '../../sdk/process.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import { now, setAlarm } from '../../sdk/time.ts';
import { causeText } from '../causes.ts';
import {
	addName,
	backOffOf,
	CHILDREN,
	countFault,
	countRestart,
	dueOf,
	limitOf,
	memoryOf,
	processOf,
	restartsOf,
	rowOf,
	setDue,
} from './children.ts';

const SLOT_CONSOLE: i32 = 1;
/** The bit that the alarm raises. */
const ALARM_BIT: i32 = 1;
const NANOSECONDS_IN_MICROSECOND: u64 = 1000;
/** READ_PROCESS_TIME counts in 1024 ns. */
const TIME_UNIT: u64 = 1024;

/** After a fault of its own it may have missed those of its children. */
export function init(): void {
	for (let child: u32 = 0; child < CHILDREN; child++) {
		const process = processOf(child);
		if (process !== 0 && inspect(process, READ_PROCESS_STATE) === STATE_FAULTED) faulted(child);
	}
}

export function faulted(child: u32): void {
	const process = processOf(child);
	const time = <u64>now();
	countFault(child, time);
	const stays = process === 0 || rowOf(child) >= limitOf(child);
	clear();
	addByte(stays ? LEVEL_ERROR : LEVEL_WARNING);
	addName(child);
	add(causeText(inspect(process, READ_PROCESS_FAULT)));
	if (stays) {
		add('; it stays down after ');
		addNumber(rowOf(child));
		add(' restarts');
	} else {
		const pause = backOffOf(child);
		add('; restart in ');
		addNumber(pause / NANOSECONDS_IN_MICROSECOND);
		add(' us');
		setDue(child, time + pause);
		armAlarm();
	}
	printLine(SLOT_CONSOLE);
}

/** Sets the alarm for the child that is due first. */
function armAlarm(): void {
	let first: u64 = 0;
	for (let child: u32 = 0; child < CHILDREN; child++) {
		const due = dueOf(child);
		if (due !== 0 && (first === 0 || due < first)) first = due;
	}
	if (first === 0) return;
	const time = <u64>now();
	setAlarm(first > time ? first - time : 1, ALARM_BIT);
}

export function notified(_bits: u32): void {
	const time = <u64>now();
	for (let child: u32 = 0; child < CHILDREN; child++) {
		const due = dueOf(child);
		if (due !== 0 && due <= time) bringBack(child, time);
	}
	armAlarm();
}

function bringBack(child: u32, time: u64): void {
	setDue(child, 0);
	countRestart(child, time);
	const status = restart(processOf(child));
	clear();
	if (status !== 0) addByte(LEVEL_ERROR);
	addName(child);
	add(status === 0 ? ' runs again' : ' cannot be restarted');
	printLine(SLOT_CONSOLE);
}

@unmanaged
class Supervisor extends service.SupervisorService {
	inspect(_badge: u32, child: u32): i32 {
		const process = processOf(child);
		if (process === 0) return service.UNKNOWN_CHILD;
		// The kernel's result words and the answer's are the same memory: ask first, then answer.
		const cause = inspect(process, READ_PROCESS_FAULT);
		const state = inspect(process, READ_PROCESS_STATE);
		const time = (<u64>inspect(process, READ_PROCESS_TIME) * TIME_UNIT) / NANOSECONDS_IN_MICROSECOND;
		service.setInspectCause(cause);
		service.setInspectState(state);
		service.setInspectRestarts(restartsOf(child));
		service.setInspectMemory(memoryOf(child));
		service.setInspectTime(time);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSupervisor<Supervisor>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
