/**
 * Pesters five drivers with calls, requests and signals that mean nothing, some thousand of each; then is an honest client of each; then makes each of them fault, and is an honest client
 * of the ones that the supervisor has started instead.
 */
import { CONFIGURE_WORST_CASE } from '../../../abi/calls.ts';
import { attach as attachBlock } from '../../../interfaces/block/client.ts';
import { DISK_BYTES, Disk } from '../../../interfaces/block/disk.ts';
import { BLOCK_DATA, OPERATION_READ } from '../../../interfaces/block/queue.ts';
import { printText } from '../../../interfaces/console/print.ts';
import { condition, fill } from '../../../interfaces/entropy/client.ts';
import { attach as attachInput } from '../../../interfaces/input/client.ts';
import { attach as attachPort } from '../../../interfaces/port/client.ts';
import { attach as attachScreen } from '../../../interfaces/screen/client.ts';
import { PANEL_BYTES, Panel } from '../../../interfaces/screen/panel.ts';
import { halt } from '../../../sdk/control.ts';
import { notify } from '../../../sdk/kernel.ts';
import { configure } from '../../../sdk/process.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { Memory2 } from '../../../sdk/region/memory2.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { random } from '../hostile/random.ts';
import { callAnything } from './nonsense.ts';
import { empty, request, scribble } from './requests.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;
const SLOT_GATES: i32 = 4;
const SLOT_SIGNALS: i32 = 9;
const SLOT_DRIVERS: i32 = 13;
const BLOCK: i32 = 0;
const SCREEN: i32 = 1;
const INPUT: i32 = 2;
const PORT: i32 = 3;
/** Drivers that share memory with a client, and all. */
const SHARING: u32 = 4;
const DRIVERS: i32 = 5;
const ALARM_BIT: i32 = 1;
const ROUND: u64 = 10_000_000;
const ROUNDS: u32 = 40;
const ACTS: u32 = 250;
/** Rounds that a driver has to serve again. Many: an emulator that skips idle time does not wait for its own disk. */
const TRIALS: u32 = 100_000;
/** Nanoseconds in which no call can be answered; what the system file declares. */
const TOO_SHORT: i32 = 1;
const ENOUGH: i32 = 2_000_000;
const BYTES: u32 = memory.data(32, 8) as u32;

const disk = changetype<Disk<Memory1>>(memory.data(DISK_BYTES, 8));
const panel = changetype<Panel<Memory2>>(memory.data(PANEL_BYTES, 8));
let rounds: u32 = 0;
let trials: u32 = 0;
/** The driver that is served now, and whether it has been asked. */
let driver: i32 = 0;
let asked: bool = false;
let killed: bool = false;

export function init(): void {
	setAlarm(ROUND, ALARM_BIT);
}

export function notified(bits: u32): void {
	if ((bits & ALARM_BIT) === 0) return;
	if (rounds < ROUNDS) pester();
	else beHonest();
	setAlarm(ROUND, ALARM_BIT);
}

function pester(): void {
	for (let one: u32 = 0; one < SHARING; one++) empty(one);
	attachAll();
	// A queue that cannot be ends its session: every second time there are only requests.
	for (let act: u32 = 0; act < ACTS; act++) pesterOnce(random() % SHARING);
	if (++rounds === ROUNDS) printText(SLOT_CONSOLE, 'all of them pestered');
}

function pesterOnce(one: u32): void {
	const choice = random() % 8;
	if (choice === 0) callAnything(SLOT_GATES + (random() % DRIVERS));
	else if (choice === 1 && rounds % 2 === 0) scribble(one);
	else {
		request(one);
		notify(SLOT_SIGNALS + one);
	}
}

function attachAll(): void {
	attachBlock(SLOT_GATES + BLOCK);
	attachScreen(SLOT_GATES + SCREEN);
	attachInput(SLOT_GATES + INPUT);
	attachPort(SLOT_GATES + PORT);
}

/** One driver after the other, each as long as it takes. */
function beHonest(): void {
	if (!isServed()) {
		if (++trials <= TRIALS) return;
		printText(SLOT_CONSOLE, 'a driver is lost');
		halt(SLOT_POWER, driver + 1);
		return;
	}
	trials = 0;
	asked = false;
	if (++driver < DRIVERS) return;
	printText(SLOT_CONSOLE, 'all of them serve');
	if (killed) halt(SLOT_POWER, 0);
	else breakAll();
}

function isServed(): bool {
	if (driver === BLOCK) return hasRead();
	if (driver === SCREEN) return hasShown();
	if (driver === INPUT) return attachInput(SLOT_GATES + INPUT) === 0;
	if (driver === PORT) return attachPort(SLOT_GATES + PORT) === 0;
	return fill(SLOT_GATES + driver, BYTES, 32) === 0;
}

function hasRead(): bool {
	if (!asked) {
		if (disk.open(SLOT_GATES + BLOCK, SLOT_SIGNALS + BLOCK) !== 0) return false;
		disk.ask(OPERATION_READ, 63, 1, BLOCK_DATA);
		asked = true;
	}
	return disk.poll() === 0;
}

function hasShown(): bool {
	if (!asked) {
		if (panel.open(SLOT_GATES + SCREEN, SLOT_SIGNALS + SCREEN) !== 0) return false;
		if (!panel.show(1, 1, 8, 8)) return false;
		asked = true;
	}
	return asked && panel.settle();
}

/** Declares less for each driver than it needs, so that the next call ends it; then what it needs. */
function breakAll(): void {
	killed = true;
	driver = 0;
	for (let each = 0; each < DRIVERS; each++) configure(SLOT_DRIVERS + each, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	attachAll();
	condition(SLOT_GATES + DRIVERS - 1);
	for (let each = 0; each < DRIVERS; each++) configure(SLOT_DRIVERS + each, CONFIGURE_WORST_CASE, ENOUGH, 0);
}
