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
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge } from '../../../sdk/interrupt.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import {
	accept,
	attachClient,
	begin,
	finish,
	INTERRUPT_BIT,
	isAwaited,
	listen,
	reply,
	request,
	SLOT_INTERRUPT,
	session,
	Work,
} from '../../session.ts';
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

export function init(): void {
	if (open() === VIRTIO_OK) listen();
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	accept<Transfers>();
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Answers what the device has finished. */
function deliver(): void {
	for (let number = finished(); number < REQUESTS; number = finished()) {
		finish(number, outcome(number, isAwaited(number)));
	}
}

@unmanaged
class Transfers extends Work {
	free(): u32 {
		return freeRequest();
	}

	none(): u32 {
		return REQUESTS;
	}

	take(number: u32): void {
		const operation = request.word0 & 0xff;
		const count = request.word0 >> 8;
		const refusal = judge(operation, request.word1, count, request.word2);
		const nothingToDo = operation === OPERATION_FLUSH && writesThrough();
		if (refusal !== BLOCK_DONE || nothingToDo) {
			reply(request.word3, refusal);
			return;
		}
		begin(number, request.word3);
		start(number, operation, request.word1, count, request.word2);
	}
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
		attachClient(BLOCK_REQUESTS, BLOCK_ANSWERS, BLOCK_ENTRIES);
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
