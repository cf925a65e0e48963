/** The platform of a dedicated worker: clock, sleep, and turns for the page's messages. The page is the watchdog (remote.ts). */
import type { Host } from '../core/inputs.ts';

const NANOSECONDS_IN_MILLISECOND = 1e6;
/** A quarter of a frame: fingers, and the moment to show a frame, must not wait for a busy machine. */
const SLICE_NANOSECONDS = 4e6;
/** Longest delay of a timer. */
const TIMER_LONGEST = 2 ** 31 - 1;

/** The functions for a machine in this worker; `turn` is called whenever the machine lets others run. */
export function workerHost(turn: () => void): Host {
	const channel = new MessageChannel();
	return {
		slice: SLICE_NANOSECONDS,
		monotonic: () => performance.now() * NANOSECONDS_IN_MILLISECOND,
		sleep: (nanoseconds, cancel) => {
			turn();
			return sleep(nanoseconds, cancel);
		},
		breathe: () => {
			turn();
			return breathe(channel);
		},
		guard: (slice) => slice(),
	};
}

/** Messages that wait are delivered before this one; a timer would cost 4 ms. */
function breathe({ port1, port2 }: MessageChannel): Promise<void> {
	return new Promise((resolve) => {
		port1.onmessage = () => resolve();
		port2.postMessage(undefined);
	});
}

function sleep(nanoseconds: number, cancel: (wake: () => void) => void): Promise<void> {
	return new Promise((resolve) => {
		const milliseconds = Math.min(TIMER_LONGEST, Math.max(0, Math.ceil(nanoseconds / NANOSECONDS_IN_MILLISECOND)));
		const timer = setTimeout(resolve, milliseconds);
		cancel(() => {
			clearTimeout(timer);
			resolve();
		});
	});
}
