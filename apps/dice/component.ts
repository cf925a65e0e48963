/** Draws random bytes, makes their driver fault, and draws again: all that it notices is a pause. */
import { CONFIGURE_WORST_CASE } from '../../abi/calls.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import { printText } from '../../interfaces/console/print.ts';
import { BROKEN, fill } from '../../interfaces/entropy/client.ts';
import { halt } from '../../sdk/control.ts';
import { configure } from '../../sdk/process.ts';
import { setAlarm } from '../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_ENTROPY: i32 = 2;
const SLOT_DRIVER: i32 = 3;
const SLOT_POWER: i32 = 4;
const ALARM_BIT: i32 = 1;
const PAUSE: u64 = 1_000_000;
/** Nanoseconds in which no call can be answered. */
const TOO_SHORT: i32 = 1;
/** What the system file declares for the driver. */
const ENOUGH: i32 = 10_000_000;
const BYTES: u32 = 32;
const FIRST: u32 = memory.data(32, 8) as u32;
const SECOND: u32 = memory.data(32, 8) as u32;
let draws: i32 = 0;

function isZero(address: u32): bool {
	let bits: u64 = 0;
	for (let at: u32 = 0; at < BYTES; at += 8) bits |= load<u64>(address + at);
	return bits === 0;
}

/** Declares less for the driver than it needs, so that the next call ends it; then what it needs. */
function breakDriver(): void {
	configure(SLOT_DRIVER, CONFIGURE_WORST_CASE, TOO_SHORT, 0);
	const status = fill(SLOT_ENTROPY, SECOND, BYTES);
	printText(SLOT_CONSOLE, status === SERVER_FAULT ? 'the driver faulted' : 'the driver did not fault');
	configure(SLOT_DRIVER, CONFIGURE_WORST_CASE, ENOUGH, 0);
}

/** The driver has given what was asked for the `draws`-th time. */
function drawn(): void {
	if (draws === 1) {
		printText(SLOT_CONSOLE, isZero(FIRST) ? 'only zeros' : 'drew 32 bytes');
	} else if (draws === 2) {
		const same = memory.compare(FIRST, SECOND, BYTES) === 0;
		printText(SLOT_CONSOLE, same ? 'drew the same again' : 'drew 32 others');
		breakDriver();
	} else {
		printText(SLOT_CONSOLE, 'drew 32 bytes after a pause');
		halt(SLOT_POWER, 0);
	}
}

/** Asks; if there is nothing yet, or nobody, asks again later. */
function draw(): void {
	const status = fill(SLOT_ENTROPY, draws === 0 ? FIRST : SECOND, BYTES);
	if (status === BROKEN) {
		printText(SLOT_CONSOLE, 'there is no device, or it is broken');
		halt(SLOT_POWER, 1);
	}
	if (status === 0) {
		draws++;
		drawn();
	}
	setAlarm(PAUSE, ALARM_BIT);
}

export function init(): void {
	draw();
}

export function notified(_bits: u32): void {
	draw();
}
