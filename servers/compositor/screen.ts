/** The session with the display driver: its framebuffer, and what has been asked to be shown and is not yet. */
import { attach, attachHeight, attachWidth } from '../../interfaces/screen/client.ts';
import { SCREEN_ANSWERS, SCREEN_ENTRIES, SCREEN_PIXELS, SCREEN_REQUESTS } from '../../interfaces/screen/queue.ts';
import { Area } from '../../sdk/graphics/damage.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../sdk/queue/producer.ts';
import { Memory1 } from '../../sdk/region/memory1.ts';
import { setScreen } from './geometry.ts';
import { SLOT_SCREEN, SLOT_SCREEN_SIGNAL } from './slots.ts';

const requests = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
const answers = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
/** What is drawn here is on the screen once it has been shown. */
export const framebuffer = changetype<Surface<Memory1>>(memory.data(SURFACE_BYTES, 4));
let connected: bool = false;
/** Rectangles that the driver has not answered. */
let inFlight: u32 = 0;

/** Begins a session; false: the driver is not ready, try again later. */
export function openScreen(): bool {
	requests.open(SCREEN_REQUESTS, SCREEN_ENTRIES);
	answers.open(SCREEN_ANSWERS, SCREEN_ENTRIES);
	inFlight = 0;
	connected = attach(SLOT_SCREEN) === 0 && setScreen(attachWidth(), attachHeight());
	if (!connected) return false;
	framebuffer.open(SCREEN_PIXELS, attachWidth(), attachHeight());
	answers.sleep();
	return true;
}

export function screenReady(): bool {
	return connected;
}

/** Whether the driver still works on a frame. */
export function frameInFlight(): bool {
	return inFlight > 0;
}

/** Asks the driver to show a rectangle of the framebuffer. At most SCREEN_ENTRIES a frame. */
export function show(area: Area): void {
	const place = <u32>area.left | ((<u32>area.top) << 16);
	const size = <u32>(area.right - area.left) | ((<u32>(area.bottom - area.top)) << 16);
	if (requests.enqueue(place, size, 0, 0) === QUEUE_OK) inFlight++;
}

/** After the last rectangle of a frame. */
export function endFrame(): void {
	if (requests.consumerSleeps()) notify(SLOT_SCREEN_SIGNAL);
}

/** Takes the driver's answers. False: it has signalled without one, so it has been restarted. */
export function takeAnswers(): bool {
	let some = false;
	do {
		while (answers.dequeue() === QUEUE_OK) {
			some = true;
			if (inFlight > 0) inFlight--;
		}
	} while (!answers.sleep() && some);
	if (some && answers.producerSleeps()) notify(SLOT_SCREEN_SIGNAL);
	return some;
}
