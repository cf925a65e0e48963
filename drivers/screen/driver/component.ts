/** Driver of a virtio graphics device for one client: shows rectangles of a framebuffer in the client's region. */
import {
	SCREEN_ANSWERS,
	SCREEN_ENTRIES,
	SCREEN_FAILED,
	SCREEN_OUTSIDE,
	SCREEN_REQUESTS,
	SCREEN_SESSION,
	SCREEN_SHOWN,
} from '../../../interfaces/screen/queue.ts';
import * as service from '../../../interfaces/screen/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory3, store32 } from '../../../sdk/region/memory3.ts';
import { nextSession } from '../../../sdk/session.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import {
	attend,
	deviceCondition,
	finished,
	freeShow,
	height,
	isReady,
	open,
	outcome,
	SHOWS,
	start,
	width,
} from './device.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_ANSWER: i32 = 3;
const SLOT_WAKE: i32 = 4;
const MYSELF: i32 = 0;
/** Bit 1 is the client's. */
const INTERRUPT_BIT: i32 = 1;

const requests = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
const answers = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** Of each rectangle on its way. */
const TAGS: u32 = memory.data(32, 8) as u32;
const SESSIONS: u32 = memory.data(32, 8) as u32;
/** 0 = no client has attached since the start. */
let session: u32 = 0;
/** The client has been told that the device is ready, or broken. */
let told = false;

export function init(): void {
	store32(SCREEN_SESSION, 0);
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	if (open() === VIRTIO_OK) bind(SLOT_INTERRUPT, SLOT_WAKE);
	tell();
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	tell();
	if (session !== 0) accept();
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Once the device is ready, or broken, there is something to learn from `attach`. */
function tell(): void {
	if (told || (!isReady() && deviceCondition() === VIRTIO_OK)) return;
	told = true;
	notify(SLOT_ANSWER);
}

/** Answers what has arrived on the screen. */
function deliver(): void {
	for (let show = finished(); show < SHOWS; show = finished()) {
		const shown = outcome(show);
		if (load<u32>(SESSIONS + 4 * show) === session) {
			reply(load<u32>(TAGS + 4 * show), shown ? SCREEN_SHOWN : SCREEN_FAILED);
		}
	}
}

/** A client without room for the answer has asked for too much, and does without. */
function reply(tag: u32, result: u32): void {
	answers.enqueue(tag, result, 0, 0);
	if (answers.consumerSleeps()) notify(SLOT_ANSWER);
}

/** Takes requests as long as there are any, and room to have them on their way. */
function accept(): void {
	for (;;) {
		const show = freeShow();
		if (show === SHOWS) return;
		const status = requests.dequeue();
		if (status === QUEUE_OK) take(show);
		else if (status !== QUEUE_EMPTY || requests.sleep()) return;
	}
}

function take(show: u32): void {
	const x = requests.word0 & 0xffff;
	const y = requests.word0 >> 16;
	const columns = requests.word1 & 0xffff;
	const rows = requests.word1 >> 16;
	if (columns === 0 || rows === 0 || x + columns > width || y + rows > height) {
		reply(requests.word2, SCREEN_OUTSIDE);
		return;
	}
	store<u32>(TAGS + 4 * show, requests.word2);
	store<u32>(SESSIONS + 4 * show, session);
	start(show, x, y, columns, rows);
}

@unmanaged
class Screen extends service.ScreenService {
	attach(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		if (!isReady()) return service.NOT_READY;
		session = nextSession(session);
		requests.open(SCREEN_REQUESTS, SCREEN_ENTRIES);
		answers.open(SCREEN_ANSWERS, SCREEN_ENTRIES);
		requests.sleep();
		store32(SCREEN_SESSION, session);
		service.setAttachWidth(width);
		service.setAttachHeight(height);
		service.setAttachSession(session);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchScreen<Screen>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
