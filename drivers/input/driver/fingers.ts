/**
 * From events of a touch screen to touches of fingers: of one that tells fingers apart (Linux's multi-touch protocol B), or of one that only
 * knows a place and a button, which is finger 0. Changes are collected until the device says that they belong together.
 */
import {
	AXIS_MULTITOUCH_ID,
	AXIS_MULTITOUCH_SLOT,
	AXIS_MULTITOUCH_X,
	AXIS_MULTITOUCH_Y,
	AXIS_X,
	AXIS_Y,
	BUTTON_LEFT,
	BUTTON_TOUCH,
	EVENT_ABSOLUTE,
	EVENT_KEY,
	EVENT_SYNCHRONISE,
} from '../../../abi/virtio.ts';
import {
	INPUT_FINGERS,
	INPUT_POSITION_MOST,
	INPUT_TOUCH_DOWN,
	INPUT_TOUCH_MOVE,
	INPUT_TOUCH_UP,
} from '../../../interfaces/input/queue.ts';
import type { EventDevice } from './device.ts';
import { put } from './outgoing.ts';

/** Of each finger: x, y, flags. */
const FINGER_BYTES: u32 = 12;
const PLACES: u32 = memory.data(120, 8) as u32;
/** On the glass, as the device says; as the client knows; somewhere else than the client knows. */
const FLAG_DOWN: u32 = 1;
const FLAG_TOLD: u32 = 2;
const FLAG_MOVED: u32 = 4;
/** Went up, or down and up again, since the client was told. */
const FLAG_LIFTED: u32 = 8;

let mostX: u32 = 0;
let mostY: u32 = 0;
let multitouch = false;
/** The finger that events are about. */
let finger: u32 = 0;

/** Learns what the touch screen has. False: it is none. */
export function meet(device: EventDevice): bool {
	mostX = device.axisMost(AXIS_MULTITOUCH_X);
	mostY = device.axisMost(AXIS_MULTITOUCH_Y);
	multitouch = mostX > 0 && mostY > 0;
	if (!multitouch) {
		mostX = device.axisMost(AXIS_X);
		mostY = device.axisMost(AXIS_Y);
	}
	return mostX > 0 && mostY > 0;
}

/** For a new client no finger is down; those that are on the glass count when they come again. */
export function forget(): void {
	finger = 0;
	memory.fill(PLACES, 0, INPUT_FINGERS * FINGER_BYTES);
}

/** The event that `device` has given. */
export function feel(device: EventDevice): void {
	const type = device.type;
	const code = device.code;
	const value = device.value;
	if (type === EVENT_SYNCHRONISE) tell();
	else if (type === EVENT_KEY && !multitouch && (code === BUTTON_LEFT || code === BUTTON_TOUCH)) setDown(value !== 0);
	else if (type === EVENT_ABSOLUTE) feelAxis(code, value);
}

function feelAxis(axis: u32, value: i32): void {
	if (axis === (multitouch ? AXIS_MULTITOUCH_X : AXIS_X)) setPlace(0, scale(value, mostX));
	else if (axis === (multitouch ? AXIS_MULTITOUCH_Y : AXIS_Y)) setPlace(4, scale(value, mostY));
	else if (axis === AXIS_MULTITOUCH_SLOT && multitouch) finger = <u32>value;
	else if (axis === AXIS_MULTITOUCH_ID && multitouch) setDown(value >= 0);
}

/** 0..INPUT_POSITION_MOST, whatever the device says. */
function scale(value: i32, most: u32): u32 {
	const inside = <u64>min<u32>(<u32>max<i32>(value, 0), most);
	return <u32>((inside * INPUT_POSITION_MOST) / most);
}

function setPlace(field: u32, value: u32): void {
	// A finger too many is not there.
	if (finger >= INPUT_FINGERS) return;
	const at = PLACES + finger * FINGER_BYTES;
	if (load<u32>(at + field) === value) return;
	store<u32>(at + field, value);
	setFlags(finger, flagsOf(finger) | FLAG_MOVED);
}

function setDown(down: bool): void {
	if (finger >= INPUT_FINGERS) return;
	const flags = flagsOf(finger);
	setFlags(finger, down ? flags | FLAG_DOWN : (flags & ~FLAG_DOWN) | FLAG_LIFTED);
}

/** Tells the client what has changed of each finger. */
function tell(): void {
	for (let each: u32 = 0; each < INPUT_FINGERS; each++) {
		const flags = flagsOf(each);
		const down = (flags & FLAG_DOWN) !== 0;
		const told = (flags & FLAG_TOLD) !== 0;
		if (told && (!down || (flags & FLAG_LIFTED) !== 0)) send(INPUT_TOUCH_UP, each);
		if (down && (!told || (flags & FLAG_LIFTED) !== 0)) send(INPUT_TOUCH_DOWN, each);
		else if (down && (flags & FLAG_MOVED) !== 0) send(INPUT_TOUCH_MOVE, each);
		setFlags(each, down ? FLAG_DOWN | FLAG_TOLD : 0);
	}
}

function send(kind: u32, each: u32): void {
	const at = PLACES + each * FINGER_BYTES;
	put(kind | (each << 8), load<u32>(at), load<u32>(at + 4));
}

function flagsOf(each: u32): u32 {
	return load<u32>(PLACES + each * FINGER_BYTES + 8);
}

function setFlags(each: u32, flags: u32): void {
	store<u32>(PLACES + each * FINGER_BYTES + 8, flags);
}
