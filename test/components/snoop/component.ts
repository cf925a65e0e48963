/** Calls a camera with a ticket that is not good, and a microphone, in every way that there is; then asks both for what it may have. */
import { lend, newest, rows, SPENT } from '../../../interfaces/camera/client.ts';
import { printText } from '../../../interfaces/console/print.ts';
import * as sensors from '../../../interfaces/sensors/client.ts';
import { identify } from '../../../sdk/capability.ts';
import { halt } from '../../../sdk/control.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { awkward, random } from '../hostile/random.ts';
import { callAnything } from '../pest/nonsense.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;
const SLOT_CAMERA: i32 = 4;
const SLOT_MICROPHONE: i32 = 5;
/** Where a ticket would come, if there were one. */
const SLOT_TICKET: i32 = 8;
const ALARM_BIT: i32 = 1;
const ROUND: u64 = 10_000_000;
const ROUNDS: u32 = 20;
const ACTS: u32 = 250;
const PIXELS: u32 = memory.data(4096, 8) as u32;

let rounds: u32 = 0;
let pixels: u32 = 0;

export function init(): void {
	setAlarm(ROUND, ALARM_BIT);
}

export function notified(_bits: u32): void {
	if (rounds++ < ROUNDS) pry();
	else if (sensors.value(SLOT_MICROPHONE) === 0) finish();
	setAlarm(ROUND, ALARM_BIT);
}

function pry(): void {
	for (let act: u32 = 0; act < ACTS; act++) {
		callAnything(SLOT_CAMERA + (random() % 2));
		lend(SLOT_CAMERA, SLOT_TICKET);
		if (rows(SLOT_CAMERA, PIXELS, 4096, awkward(), awkward()) === 0) pixels++;
	}
}

function finish(): void {
	const refused = newest(SLOT_CAMERA) === SPENT && pixels === 0 && identify(SLOT_TICKET) === 0;
	printText(SLOT_CONSOLE, refused ? 'the camera gave nothing' : 'the camera gave something');
	printText(SLOT_CONSOLE, 'the microphone still measures');
	halt(SLOT_POWER, 0);
}
