/** The accessibility port: whole messages out, requests in. Nothing here waits: what cannot be sent now is sent with the next change. */
import { REQUEST_BYTES } from '../../abi/accessibility.ts';
import { attach, attachResult } from '../../interfaces/port/client.ts';
import * as queue from '../../interfaces/port/queue.ts';
import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../sdk/queue/producer.ts';
import { load32, Memory3, write } from '../../sdk/region/memory3.ts';
import { SLOT_PORT, SLOT_PORT_SIGNAL } from './slots.ts';

/** Bytes of a message at most. */
export const MESSAGE_BYTES: u32 = queue.PORT_REGION_BYTES - queue.PORT_DATA;

const outgoing = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
const answers = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
const incoming = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
let connected: bool = false;
let session: u32 = 0;
/** Pieces that the driver has not answered. */
let pending: u32 = 0;
/** What has come and is no whole request yet, at most two of them, and how much it is. */
const STREAM: u32 = memory.data(36, 4) as u32;
let gathered: u32 = 0;
/** The request that was taken last, REQUEST_BYTES. */
export const REQUEST: u32 = memory.data(12, 4) as u32;

/** Begins a session; false: there is no port, or its driver is not ready. Without a port there is no region either. */
export function openPort(): bool {
	pending = 0;
	connected = attach(SLOT_PORT) === 0;
	if (!connected) return false;
	session = attachResult();
	gathered = 0;
	outgoing.open(queue.PORT_REQUESTS, queue.PORT_ENTRIES);
	answers.open(queue.PORT_ANSWERS, queue.PORT_ENTRIES);
	incoming.open(queue.PORT_INCOMING, queue.PORT_INCOMING_ENTRIES);
	answers.sleep();
	incoming.sleep();
	return true;
}

/** Whether a message can be sent now. */
export function portFree(): bool {
	return connected && pending === 0;
}

/** Puts bytes of own memory into the message, at `offset`. */
export function putMessage(offset: u32, pointer: u32, length: u32): void {
	write(queue.PORT_DATA + offset, pointer, length);
}

/** Sends the first `length` bytes, at most MESSAGE_BYTES. Only when the port is free. */
export function sendMessage(length: u32): void {
	for (let at: u32 = 0; at < length; at += queue.PORT_LENGTH_MOST) {
		if (outgoing.enqueue(queue.PORT_DATA + at, min(queue.PORT_LENGTH_MOST, length - at), 0, 0) === QUEUE_OK) pending++;
	}
	if (outgoing.consumerSleeps()) notify(SLOT_PORT_SIGNAL);
}

/** Takes the driver's answers. */
export function settlePort(): void {
	if (!connected) return;
	do {
		while (answers.dequeue() === QUEUE_OK) if (pending > 0) pending--;
	} while (!answers.sleep());
}

/** Whether the driver serves the session that was begun last; true, too, when there is no port at all. */
export function portServed(): bool {
	return !connected || load32(queue.PORT_SESSION) === session;
}

/** Takes the next request into REQUEST. False: there is none yet. */
export function takeRequest(): bool {
	if (!connected) return false;
	while (gathered < REQUEST_BYTES) {
		if (incoming.dequeue() === QUEUE_OK) gather();
		else if (incoming.sleep()) break;
	}
	if (incoming.producerSleeps()) notify(SLOT_PORT_SIGNAL);
	if (gathered < REQUEST_BYTES) return false;
	memory.copy(REQUEST, STREAM, REQUEST_BYTES);
	gathered -= REQUEST_BYTES;
	memory.copy(STREAM, STREAM + REQUEST_BYTES, gathered);
	return true;
}

/** Adds the bytes of an entry to the stream, whose pieces say nothing about where requests begin. */
function gather(): void {
	const count = min(incoming.word0, queue.PORT_INCOMING_BYTES);
	store<u32>(STREAM + gathered, incoming.word1);
	store<u32>(STREAM + gathered, incoming.word2, 4);
	store<u32>(STREAM + gathered, incoming.word3, 8);
	gathered += count;
}
