/** Driver of a virtio console device for one client: bytes out from the client's region, bytes in through a queue. */
import {
	PORT_ANSWERS,
	PORT_BAD_REQUEST,
	PORT_DATA,
	PORT_ENTRIES,
	PORT_FAILED,
	PORT_INCOMING,
	PORT_INCOMING_BYTES,
	PORT_INCOMING_ENTRIES,
	PORT_LENGTH_MOST,
	PORT_REGION_BYTES,
	PORT_REQUESTS,
	PORT_SENT,
	PORT_SESSION,
} from '../../../interfaces/port/queue.ts';
import * as service from '../../../interfaces/port/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_FULL, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory3, store32 } from '../../../sdk/region/memory3.ts';
import { nextSession } from '../../../sdk/session.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import {
	arrived,
	attend,
	deviceCondition,
	discard,
	finished,
	freeSend,
	open,
	peek,
	SENDS,
	start,
	take,
} from './device.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_ANSWER: i32 = 3;
const SLOT_WAKE: i32 = 4;
const MYSELF: i32 = 0;
/** Bit 1 is the client's. */
const INTERRUPT_BIT: i32 = 1;

const requests = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
const answers = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
const incoming = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** Of each piece on its way. */
const TAGS: u32 = memory.data(16, 8) as u32;
const SESSIONS: u32 = memory.data(16, 8) as u32;
/** An entry of incoming bytes, as it is put together. */
const PACKET: u32 = memory.data(16, 8) as u32;
/** 0 = no client has attached since the start. */
let session: u32 = 0;

export function init(): void {
	store32(PORT_SESSION, 0);
	if (open() === VIRTIO_OK) {
		// After a restart the signal of the life before is still there, and as good.
		makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
		bind(SLOT_INTERRUPT, SLOT_WAKE);
	}
	notify(SLOT_ANSWER);
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	if (session === 0) discard();
	else {
		accept();
		bring();
	}
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Answers what has been sent. */
function deliver(): void {
	for (let send = finished(); send < SENDS; send = finished()) {
		if (load<u32>(SESSIONS + 4 * send) !== session) continue;
		reply(load<u32>(TAGS + 4 * send), deviceCondition() === VIRTIO_OK ? PORT_SENT : PORT_FAILED);
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
		const send = freeSend();
		if (send === SENDS) return;
		const status = requests.dequeue();
		if (status === QUEUE_OK) takeRequest(send);
		else if (status !== QUEUE_EMPTY || requests.sleep()) return;
	}
}

function takeRequest(send: u32): void {
	const offset = requests.word0;
	const length = requests.word1;
	if (length === 0 || length > PORT_LENGTH_MOST || offset < PORT_DATA || offset > PORT_REGION_BYTES - length) {
		reply(requests.word2, PORT_BAD_REQUEST);
		return;
	}
	store<u32>(TAGS + 4 * send, requests.word2);
	store<u32>(SESSIONS + 4 * send, session);
	start(send, offset, length);
}

/** Brings the client what has come, as far as it takes it; the rest waits with the device. */
function bring(): void {
	for (let count = arrived(); count > 0; count = arrived()) {
		const length = min<u32>(count, PORT_INCOMING_BYTES);
		memory.fill(PACKET, 0, PORT_INCOMING_BYTES);
		for (let at: u32 = 0; at < length; at++) store<u8>(PACKET + at, <u8>peek(at));
		const status = incoming.enqueue(length, load<u32>(PACKET), load<u32>(PACKET + 4), load<u32>(PACKET + 8));
		if (status === QUEUE_OK) take(length);
		else if (status !== QUEUE_FULL || incoming.sleep()) break;
	}
	if (incoming.consumerSleeps()) notify(SLOT_ANSWER);
}

@unmanaged
class Port extends service.PortService {
	attach(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		session = nextSession(session);
		requests.open(PORT_REQUESTS, PORT_ENTRIES);
		answers.open(PORT_ANSWERS, PORT_ENTRIES);
		incoming.open(PORT_INCOMING, PORT_INCOMING_ENTRIES);
		requests.sleep();
		discard();
		store32(PORT_SESSION, session);
		service.setAttachResult(session);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchPort<Port>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
