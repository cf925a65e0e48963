/** Driver of a camera. It takes a picture only when a client asks for one. */
import * as service from '../../../interfaces/camera/server.ts';
import { BADGE_PERMISSIONS } from '../../../interfaces/trusted/answers.ts';
import { makeSignal } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge, bind } from '../../../sdk/interrupt.ts';
import { writeLoan } from '../../../sdk/loan.ts';
import { VIRTIO_OK } from '../../../sdk/virtio/result.ts';
import { bindTicket, isGood, pictureOf, sell, spend } from '../ticket.ts';
import { attend, copyRows, deviceCondition, height, isLost, isThere, open, takePicture, width } from './device.ts';

const SLOT_INTERRUPT: i32 = 1;
const SLOT_WAKE: i32 = 3;
const SLOT_LENT: i32 = 4;
const MYSELF: i32 = 0;
const INTERRUPT_BIT: i32 = 1;
const PIXEL_BYTES: u32 = 4;
/** Rows on their way from the device's memory to the client's. */
const BUFFER_BYTES: u32 = 16384;
const BUFFER: u32 = memory.data(16384, 8) as u32;

export function init(): void {
	if (open() !== VIRTIO_OK) return;
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	bind(SLOT_INTERRUPT, SLOT_WAKE);
}

export function notified(_bits: u32): void {
	attend();
	acknowledge(SLOT_INTERRUPT);
}

/** Copies `count` rows of the newest picture into the caller's loan. */
function give(row: u32, count: u32): i32 {
	const rowBytes = width * PIXEL_BYTES;
	const most = BUFFER_BYTES / rowBytes;
	for (let done: u32 = 0; done < count; done += most) {
		const part = min(most, count - done);
		copyRows(BUFFER, row + done, part);
		const status = writeLoan(done * rowBytes, BUFFER, part * rowBytes);
		if (status < 0) return status;
	}
	return SUCCESS;
}

@unmanaged
class Camera extends service.CameraService {
	newest(badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.ABSENT;
		if (!isGood(badge, 0)) return service.SPENT;
		let number = pictureOf(badge);
		if (isLost(number)) number = takePicture();
		bindTicket(badge, number);
		service.setNewestWidth(width);
		service.setNewestHeight(height);
		service.setNewestNumber(number);
		return SUCCESS;
	}

	rows(badge: u32, length: u32, number: u32, row: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.ABSENT;
		if (!isGood(badge, number)) return service.SPENT;
		if (!isThere(number)) return service.NOT_READY;
		const count = min(length / (width * PIXEL_BYTES), height - min(row, height));
		const status = give(row, count);
		if (status < 0) return status;
		if (row + count >= height) spend(badge);
		service.setRowsResult(count);
		return SUCCESS;
	}

	lend(badge: u32): i32 {
		return badge === BADGE_PERMISSIONS ? sell(SLOT_LENT) : service.NOT_YOURS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchCamera<Camera>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
