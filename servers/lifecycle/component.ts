/** Lifecycle: opens and closes apps, gives the one in front the larger share of processor time, and is told when one of them fails. */
import { READ_PROCESS_TIME } from '../../abi/calls.ts';
import { LEVEL_ERROR } from '../../interfaces/console/levels.ts';
import { printLine } from '../../interfaces/console/print.ts';
import * as service from '../../interfaces/lifecycle/server.ts';
import { APP_CLOSED, APP_OPEN, FIRST_WATCHER } from '../../interfaces/lifecycle/states.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { notify } from '../../sdk/kernel.ts';
import { inspect, restart, stop } from '../../sdk/process.ts';
import { add, addByte, clear } from '../../sdk/text.ts';
import { setAlarm } from '../../sdk/time.ts';
import { causeText } from '../causes.ts';
import { NOBODY } from './apps.ts';
import { addName, causeOf, dismiss, faultsOf, memoryOf, processOf, stateOf } from './children.ts';
import { choose, forget, settle } from './front.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_SCREEN: i32 = 2;
const ALARM_BIT: i32 = 1;
/** Nanoseconds until a budget that could not be changed is tried again: an app's activation is over by then, or the one after. */
const PATIENCE: u64 = 1_000_000;
/** READ_PROCESS_TIME counts in 1024 ns. */
const TIME_UNIT: u64 = 1024;
const NANOSECONDS_IN_MICROSECOND: u64 = 1000;

/** The first time or after a fault: whoever was in front has to be named again, which the compositor does when it is told to look. */
export function init(): void {
	forget();
	arrange();
	notify(SLOT_SCREEN);
}

export function notified(_bits: u32): void {
	arrange();
}

function arrange(): void {
	if (!settle()) setAlarm(PATIENCE, ALARM_BIT);
}

/** An app has failed. It is not started again: the user sees it, and decides. */
export function faulted(app: u32): void {
	clear();
	addByte(LEVEL_ERROR);
	addName(app);
	add(causeText(causeOf(app)));
	printLine(SLOT_CONSOLE);
	notify(SLOT_SCREEN);
}

@unmanaged
class Lifecycle extends service.LifecycleService {
	open(badge: u32, app: u32): i32 {
		if (badge >= FIRST_WATCHER) return service.NOT_YOURS;
		const process = processOf(app);
		if (process === 0) return service.UNKNOWN;
		if (stateOf(app) === APP_OPEN) return SUCCESS;
		dismiss(app, false);
		return restart(process);
	}

	close(badge: u32, app: u32): i32 {
		if (badge >= FIRST_WATCHER) return service.NOT_YOURS;
		const process = processOf(app);
		if (process === 0) return service.UNKNOWN;
		const state = stateOf(app);
		if (state === APP_OPEN) return stop(process);
		if (state !== APP_CLOSED) dismiss(app, true);
		return SUCCESS;
	}

	front(badge: u32, app: u32): i32 {
		if (badge >= FIRST_WATCHER) return service.NOT_YOURS;
		if (app !== NOBODY && processOf(app) === 0) return service.UNKNOWN;
		choose(app);
		arrange();
		return SUCCESS;
	}

	inspect(_badge: u32, app: u32): i32 {
		const process = processOf(app);
		if (process === 0) return service.UNKNOWN;
		// The kernel's result words and the answer's are the same memory: ask first, then answer.
		const state = stateOf(app);
		const faults = faultsOf(app);
		const cause = causeOf(app);
		const time = (<u64>inspect(process, READ_PROCESS_TIME) * TIME_UNIT) / NANOSECONDS_IN_MICROSECOND;
		service.setInspectState(state);
		service.setInspectFaults(faults);
		service.setInspectCause(cause);
		service.setInspectMemory(memoryOf(app));
		service.setInspectTime(time);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchLifecycle<Lifecycle>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
