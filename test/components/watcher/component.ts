import * as camera from '../../../interfaces/camera/client.ts';
import { printLine, printText } from '../../../interfaces/console/print.ts';
import * as sensors from '../../../interfaces/sensors/client.ts';
import { halt } from '../../../sdk/control.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_CAMERA: i32 = 2;
const SLOT_MICROPHONE: i32 = 3;
const SLOT_LOCATION: i32 = 4;
const SLOT_BATTERY: i32 = 5;
const SLOT_CLOCK: i32 = 6;
const SLOT_POWER: i32 = 7;
const SLOT_PICTURE: i32 = 8;
const ALARM_BIT: i32 = 1;
const PAUSE: u64 = 10_000_000;
const PIXELS_BYTES: u32 = 65536;
const PIXELS: u32 = memory.data(65536, 8) as u32;
/** In 1/10,000,000 degree: what is printed of a position. */
/** High word of the milliseconds from 1970 to the autumn of 2026. */
const TODAY: i32 = 418;
const COARSE: i32 = 100_000;
/** Ten seconds: a real camera takes its time. */
const TRIALS: u32 = 1000;

let sensor: i32 = SLOT_MICROPHONE;
let trials: u32 = 0;
let row: u32 = 0;

function fail(what: string, code: i32): void {
	clear();
	add(what);
	addNumber(code);
	printLine(SLOT_CONSOLE);
	halt(SLOT_POWER, 1);
}

export function init(): void {
	const status = camera.lend(SLOT_CAMERA, SLOT_PICTURE);
	if (status !== 0) fail('no ticket: ', status);
	setAlarm(0, ALARM_BIT);
}

/** Each thing in turn, again as long as it is not ready. */
export function notified(_bits: u32): void {
	if (++trials > TRIALS) {
		fail('nothing comes from ', sensor);
		return;
	}
	if (sensor <= SLOT_CLOCK) readSensor();
	else takePicture();
	setAlarm(PAUSE, ALARM_BIT);
}

function readSensor(): void {
	const status = sensors.value(sensor);
	if (status === sensors.NOT_READY) return;
	if (status !== 0) {
		clear();
		add('sensor ');
		addNumber(sensor);
		add(': ');
		addNumber(status);
	} else say();
	printLine(SLOT_CONSOLE);
	sensor++;
	trials = 0;
}

function say(): void {
	const first = sensors.valueFirst();
	const second = sensors.valueSecond();
	const third = sensors.valueThird();
	clear();
	if (sensor === SLOT_MICROPHONE) add(first >= 0 && second <= 1000 ? 'a sound' : 'no sound');
	if (sensor === SLOT_LOCATION) {
		addNumber(first / COARSE);
		add(' ');
		addNumber(second / COARSE);
		add(third > 0 ? ' about' : ' exactly');
	}
	if (sensor === SLOT_BATTERY) {
		addNumber(first);
		add(second === 0 ? ' percent' : ' percent and more');
	}
	if (sensor === SLOT_CLOCK) add(second >= TODAY ? 'after 2026' : 'long ago');
}

function takePicture(): void {
	const status = camera.newest(SLOT_PICTURE);
	if (status !== 0) {
		fail('no picture: ', status);
		return;
	}
	const number = camera.newestNumber();
	const rowBytes = 4 * camera.newestWidth();
	const height = camera.newestHeight();
	while (row < height) {
		const got = camera.rows(SLOT_PICTURE, PIXELS, PIXELS_BYTES, number, row);
		if (got === camera.NOT_READY) return;
		if (got !== 0) {
			fail('no rows: ', got);
			return;
		}
		row += camera.rowsResult();
	}
	finish(rowBytes, height);
}

/** The whole picture has been taken: no second one can be. */
function finish(rowBytes: u32, height: u32): void {
	clear();
	add('a picture of ');
	addNumber(rowBytes / 4);
	add(' x ');
	addNumber(height);
	printLine(SLOT_CONSOLE);
	printText(SLOT_CONSOLE, load<u8>(PIXELS + 3) === 255 ? 'which hides everything' : 'which one sees through');
	const again = camera.newest(SLOT_PICTURE);
	printText(SLOT_CONSOLE, again === camera.SPENT ? 'and no second one' : 'and a second one');
	halt(SLOT_POWER, 0);
}
