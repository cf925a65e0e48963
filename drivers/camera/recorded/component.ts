/** A recorded camera: pictures of a landscape whose clouds move, drawn when they are asked for. */
import * as service from '../../../interfaces/camera/server.ts';
import { BADGE_PERMISSIONS } from '../../../interfaces/trusted/answers.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { writeLoan } from '../../../sdk/loan.ts';
import { bindTicket, isGood, pictureOf, sell, spend } from '../ticket.ts';
import { drawRow, HEIGHT, ROW_BYTES, WIDTH } from './landscape.ts';

const SLOT_LENT: i32 = 4;
/** Rows that are drawn before they are copied. */
const ROWS: u32 = 16;
const BUFFER: u32 = memory.data(24576, 8) as u32;

let newest: u32 = 0;

/** Copies `count` rows of a picture into the caller's loan. */
function give(number: u32, row: u32, count: u32): i32 {
	for (let done: u32 = 0; done < count; done += ROWS) {
		const part = min(ROWS, count - done);
		for (let each: u32 = 0; each < part; each++) drawRow(BUFFER + each * ROW_BYTES, number, row + done + each);
		const status = writeLoan(done * ROW_BYTES, BUFFER, part * ROW_BYTES);
		if (status < 0) return status;
	}
	return SUCCESS;
}

@unmanaged
class Camera extends service.CameraService {
	newest(badge: u32): i32 {
		if (!isGood(badge, 0)) return service.SPENT;
		let number = pictureOf(badge);
		if (number === 0) number = ++newest;
		bindTicket(badge, number);
		service.setNewestWidth(WIDTH);
		service.setNewestHeight(HEIGHT);
		service.setNewestNumber(number);
		return SUCCESS;
	}

	rows(badge: u32, length: u32, number: u32, row: u32): i32 {
		if (!isGood(badge, number)) return service.SPENT;
		if (number === 0 || number > newest) return service.NOT_READY;
		const count = min(length / ROW_BYTES, HEIGHT - min(row, HEIGHT));
		const status = give(number, row, count);
		if (status < 0) return status;
		if (row + count >= HEIGHT) spend(badge);
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
