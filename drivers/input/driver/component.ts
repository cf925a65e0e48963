/** Driver of a virtio touch screen (or tablet) and a virtio keyboard for one client: touches and keys, in the order in which they come. */
import { EVENT_KEY } from '../../../abi/virtio.ts';
import { INPUT_KEY, INPUT_SESSION } from '../../../interfaces/input/queue.ts';
import * as service from '../../../interfaces/input/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { notify } from '../../../sdk/kernel.ts';
import { store32 } from '../../../sdk/region/memory3.ts';
import { nextSession } from '../../../sdk/session.ts';
import { VIRTIO_NO_DEVICE, VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { EVENT_DEVICE_BYTES, EVENT_DEVICE_REGION_BYTES, EventDevice } from './device.ts';
import { feel, forget, meet } from './fingers.ts';
import { hasRoom, openOutgoing, put, send } from './outgoing.ts';

const SLOT_TOUCH: i32 = 1;
const SLOT_ANSWER: i32 = 3;
const SLOT_WAKE_TOUCH: i32 = 4;
const SLOT_KEYBOARD: i32 = 5;
const SLOT_WAKE_KEYBOARD: i32 = 6;
const MYSELF: i32 = 0;
/** Bit 1 is the client's: there is room in its queue again. */
const TOUCH_BIT: i32 = 1;
const KEYBOARD_BIT: i32 = 4;
/** Of the registers in the page. */
const TOUCH_REGISTERS: u32 = 0;
const KEYBOARD_REGISTERS: u32 = 0x200;
const PRESSED: i32 = 1;

const touch = changetype<EventDevice>(memory.data(EVENT_DEVICE_BYTES, 8));
const keyboard = changetype<EventDevice>(memory.data(EVENT_DEVICE_BYTES, 8));
/** 0 = no client has attached since the start. */
let session: u32 = 0;

export function init(): void {
	store32(INPUT_SESSION, 0);
	openTouch();
	openKeyboard();
	notify(SLOT_ANSWER);
}

function openTouch(): void {
	if (touch.open(TOUCH_REGISTERS, 0) !== VIRTIO_OK) return;
	if (!meet(touch)) {
		touch.condition = VIRTIO_NO_DEVICE;
		return;
	}
	// After a restart the signals of the life before are still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE_TOUCH, TOUCH_BIT);
	bind(SLOT_TOUCH, SLOT_WAKE_TOUCH);
	touch.go();
}

function openKeyboard(): void {
	if (keyboard.open(KEYBOARD_REGISTERS, EVENT_DEVICE_REGION_BYTES) !== VIRTIO_OK) return;
	makeSignal(MYSELF, SLOT_WAKE_KEYBOARD, KEYBOARD_BIT);
	bind(SLOT_KEYBOARD, SLOT_WAKE_KEYBOARD);
	keyboard.go();
}

export function notified(bits: u32): void {
	if ((bits & TOUCH_BIT) !== 0) touch.attend();
	if ((bits & KEYBOARD_BIT) !== 0) keyboard.attend();
	pump();
	if ((bits & TOUCH_BIT) !== 0) acknowledge(SLOT_TOUCH);
	if ((bits & KEYBOARD_BIT) !== 0) acknowledge(SLOT_KEYBOARD);
}

/** Events become the client's as far as it takes them; the others stay with the devices. */
function pump(): void {
	while (hasRoom() && touch.take()) if (session !== 0) feel(touch);
	while (hasRoom() && keyboard.take()) if (session !== 0) press();
	if (session !== 0 && send()) notify(SLOT_ANSWER);
}

/** Only that a key goes down or up; whether it repeats is the client's matter. */
function press(): void {
	if (keyboard.type !== EVENT_KEY || keyboard.value < 0 || keyboard.value > PRESSED) return;
	put(INPUT_KEY | ((<u32>keyboard.value) << 8), keyboard.code, 0);
}

@unmanaged
class Input extends service.InputService {
	attach(_badge: u32): i32 {
		if (touch.condition !== VIRTIO_OK) return service.BROKEN;
		session = nextSession(session);
		openOutgoing();
		forget();
		store32(INPUT_SESSION, session);
		service.setAttachResult(session);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchInput<Input>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
