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
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge } from '../../../sdk/interrupt.ts';
import { QUEUE_FULL, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory3, store32 } from '../../../sdk/region/memory3.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import {
	accept,
	attachClient,
	begin,
	finish,
	INTERRUPT_BIT,
	listen,
	reply,
	request,
	SLOT_INTERRUPT,
	session,
	Work,
	wakeClient,
} from '../../session.ts';
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

const incoming = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** An entry of incoming bytes, as it is put together. */
const PACKET: u32 = memory.data(16, 8) as u32;

export function init(): void {
	store32(PORT_SESSION, 0);
	if (open() === VIRTIO_OK) listen();
	wakeClient();
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	accept<Sends>();
	if (session === 0) discard();
	else bring();
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Answers what has been sent. */
function deliver(): void {
	for (let send = finished(); send < SENDS; send = finished()) {
		finish(send, deviceCondition() === VIRTIO_OK ? PORT_SENT : PORT_FAILED);
	}
}

@unmanaged
class Sends extends Work {
	free(): u32 {
		return freeSend();
	}

	none(): u32 {
		return SENDS;
	}

	take(send: u32): void {
		const offset = request.word0;
		const length = request.word1;
		if (length === 0 || length > PORT_LENGTH_MOST || offset < PORT_DATA || offset > PORT_REGION_BYTES - length) {
			reply(request.word2, PORT_BAD_REQUEST);
			return;
		}
		begin(send, request.word2);
		start(send, offset, length);
	}
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
	if (incoming.consumerSleeps()) wakeClient();
}

@unmanaged
class Port extends service.PortService {
	attach(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		attachClient(PORT_REQUESTS, PORT_ANSWERS, PORT_ENTRIES);
		incoming.open(PORT_INCOMING, PORT_INCOMING_ENTRIES);
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
