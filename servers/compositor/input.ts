/** The session with the input driver: touches and keys, newest last. */
import { attach } from '../../interfaces/input/client.ts';
import {
	INPUT_ENTRIES,
	INPUT_KEY,
	INPUT_QUEUE,
	INPUT_TOUCH_UP,
	KEY_CODE_F12,
	KEY_CODE_POWER,
} from '../../interfaces/input/queue.ts';
import { notify } from '../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../sdk/queue/layout.ts';
import { Memory2 } from '../../sdk/region/memory2.ts';
import { screenHeight, screenWidth } from './geometry.ts';
import { layerKey } from './layers.ts';
import { hideOverlay, isLocked, lock } from './scene.ts';
import { SLOT_INPUT, SLOT_INPUT_SIGNAL } from './slots.ts';
import { cancelTimer, isSet, MILLISECOND, setTimer, TIMER_POWER } from './timers.ts';
import { cancelTouch, touch } from './touch.ts';
import { showXray } from './xray.ts';

const queue = changetype<Consumer<Memory2>>(memory.data(CONSUMER_BYTES, 8));
/** The power key held for so long means X-Ray. */
const HOLD: u64 = 400 * MILLISECOND;
const POSITIONS: u32 = 65536;
const FINGERS: u32 = 2;

/** Begins a session; false: the driver is not ready, try again later. */
export function openInput(): bool {
	queue.open(INPUT_QUEUE, INPUT_ENTRIES);
	cancelTouch();
	if (attach(SLOT_INPUT) !== 0) return false;
	queue.sleep();
	return true;
}

/** Takes what has come. False: the driver has signalled without anything, so it has been restarted. */
export function takeInput(): bool {
	let some = false;
	do {
		while (queue.dequeue() === QUEUE_OK) {
			some = true;
			take();
		}
	} while (!queue.sleep() && some);
	if (some && queue.producerSleeps()) notify(SLOT_INPUT_SIGNAL);
	return some;
}

function take(): void {
	const kind = queue.word0 & 0xff;
	const detail = (queue.word0 >> 8) & 0xff;
	if (kind === INPUT_KEY) {
		takeKey(queue.word1, detail !== 0);
		return;
	}
	if (kind === 0 || kind > INPUT_TOUCH_UP || detail >= FINGERS) return;
	const x = <i32>((min(queue.word1, POSITIONS - 1) * <u32>screenWidth) >> 16);
	const y = <i32>((min(queue.word2, POSITIONS - 1) * <u32>screenHeight) >> 16);
	touch(kind, detail, x, y, queue.word3);
}

/** The power key: shortly, it locks and unlocks; held, X-Ray. */
function takeKey(code: u32, down: bool): void {
	if (code !== KEY_CODE_POWER && code !== KEY_CODE_F12) {
		if (!isLocked()) layerKey(code, down);
	} else if (down) {
		if (!isSet(TIMER_POWER)) setTimer(TIMER_POWER, HOLD);
	} else if (isSet(TIMER_POWER)) {
		cancelTimer(TIMER_POWER);
		cancelTouch();
		if (isLocked()) hideOverlay(0);
		else lock();
	}
}

/** The power key has been held for the time of TIMER_POWER. */
export function holdPower(): void {
	if (!isLocked()) showXray(true);
}
