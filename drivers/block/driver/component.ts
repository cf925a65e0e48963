/** Driver of a virtio block device for one client: takes its requests from a queue, checks them, and answers them. */
import { SECTOR_BYTES } from '../../../abi/virtio.ts';
import {
	BLOCK_ANSWERS,
	BLOCK_BAD_REQUEST,
	BLOCK_BEHIND_END,
	BLOCK_DATA,
	BLOCK_DONE,
	BLOCK_ENTRIES,
	BLOCK_REGION_BYTES,
	BLOCK_REQUESTS,
	BLOCK_SECTORS_MOST,
	OPERATION_FLUSH,
	OPERATION_WRITE,
} from '../../../interfaces/block/queue.ts';
import * as service from '../../../interfaces/block/server.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory3 } from '../../../sdk/region/memory3.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import {
	attend,
	deviceCondition,
	deviceSectors,
	finished,
	freeRequest,
	open,
	outcome,
	REQUESTS,
	start,
	writesThrough,
} from './device.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_ANSWER: i32 = 3;
const SLOT_WAKE: i32 = 4;
const MYSELF: i32 = 0;
/** Bit 1 is the client's. */
const INTERRUPT_BIT: i32 = 1;

const requests = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
const answers = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** Of each request in flight. */
const TAGS: u32 = memory.data(32, 8) as u32;
const SESSIONS: u32 = memory.data(32, 8) as u32;
/** 0 = no client has attached since the start. */
let session: u32 = 0;

export function init(): void {
	if (open() !== VIRTIO_OK) return;
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	bind(SLOT_INTERRUPT, SLOT_WAKE);
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	if (session !== 0) accept();
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Answers what the device has finished. */
function deliver(): void {
	for (let request = finished(); request < REQUESTS; request = finished()) {
		const current = load<u32>(SESSIONS + 4 * request) === session;
		const result = outcome(request, current);
		if (current) reply(load<u32>(TAGS + 4 * request), result);
	}
}

/** A client without room for the answer has asked for too much, and does without. */
function reply(tag: u32, result: u32): void {
	answers.enqueue(tag, result, 0, 0);
	if (answers.consumerSleeps()) notify(SLOT_ANSWER);
}

/** Takes requests as long as there are any, and room to have them in flight. */
function accept(): void {
	for (;;) {
		const request = freeRequest();
		if (request === REQUESTS) return;
		const status = requests.dequeue();
		if (status === QUEUE_OK) take(request);
		else if (status !== QUEUE_EMPTY || requests.sleep()) return;
	}
}

function take(request: u32): void {
	const operation = requests.word0 & 0xff;
	const count = requests.word0 >> 8;
	const refusal = judge(operation, requests.word1, count, requests.word2);
	const nothingToDo = operation === OPERATION_FLUSH && writesThrough();
	if (refusal !== BLOCK_DONE || nothingToDo) {
		reply(requests.word3, refusal);
		return;
	}
	store<u32>(TAGS + 4 * request, requests.word3);
	store<u32>(SESSIONS + 4 * request, session);
	start(request, operation, requests.word1, count, requests.word2);
}

/** BLOCK_DONE: it can be done. */
function judge(operation: u32, sector: u32, count: u32, offset: u32): u32 {
	if (operation === OPERATION_FLUSH) return count === 0 ? BLOCK_DONE : BLOCK_BAD_REQUEST;
	if (operation > OPERATION_WRITE || count === 0 || count > BLOCK_SECTORS_MOST) return BLOCK_BAD_REQUEST;
	if (offset < BLOCK_DATA || offset > BLOCK_REGION_BYTES - count * SECTOR_BYTES) return BLOCK_BAD_REQUEST;
	return <u64>sector + count > deviceSectors() ? BLOCK_BEHIND_END : BLOCK_DONE;
}

@unmanaged
class Block extends service.BlockService {
	attach(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		session++;
		requests.open(BLOCK_REQUESTS, BLOCK_ENTRIES);
		answers.open(BLOCK_ANSWERS, BLOCK_ENTRIES);
		requests.sleep();
		return SUCCESS;
	}

	capacity(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		if (session === 0) return service.ABSENT;
		service.setCapacityResult(deviceSectors());
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchBlock<Block>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
