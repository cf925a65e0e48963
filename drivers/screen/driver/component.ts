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
import { SUCCESS } from '../../../sdk/interface.ts';
import { acknowledge } from '../../../sdk/interrupt.ts';
import { store32 } from '../../../sdk/region/memory3.ts';
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
	Work,
	wakeClient,
} from '../../session.ts';
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

/** The client has been told that the device is ready, or broken. */
let told = false;

export function init(): void {
	store32(SCREEN_SESSION, 0);
	if (open() === VIRTIO_OK) listen();
	tell();
}

export function notified(bits: u32): void {
	if ((bits & INTERRUPT_BIT) !== 0) attend();
	deliver();
	tell();
	accept<Shows>();
	if ((bits & INTERRUPT_BIT) !== 0) acknowledge(SLOT_INTERRUPT);
}

/** Once the device is ready, or broken, there is something to learn from `attach`. */
function tell(): void {
	if (told || (!isReady() && deviceCondition() === VIRTIO_OK)) return;
	told = true;
	wakeClient();
}

/** Answers what has arrived on the screen. */
function deliver(): void {
	for (let show = finished(); show < SHOWS; show = finished()) {
		finish(show, outcome(show) ? SCREEN_SHOWN : SCREEN_FAILED);
	}
}

@unmanaged
class Shows extends Work {
	free(): u32 {
		return freeShow();
	}

	none(): u32 {
		return SHOWS;
	}

	take(show: u32): void {
		const x = request.word0 & 0xffff;
		const y = request.word0 >> 16;
		const columns = request.word1 & 0xffff;
		const rows = request.word1 >> 16;
		if (columns === 0 || rows === 0 || x + columns > width || y + rows > height) {
			reply(request.word2, SCREEN_OUTSIDE);
			return;
		}
		begin(show, request.word2);
		start(show, x, y, columns, rows);
	}
}

@unmanaged
class Screen extends service.ScreenService {
	attach(_badge: u32): i32 {
		if (deviceCondition() !== VIRTIO_OK) return service.BROKEN;
		if (!isReady()) return service.NOT_READY;
		const session = attachClient(SCREEN_REQUESTS, SCREEN_ANSWERS, SCREEN_ENTRIES);
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
