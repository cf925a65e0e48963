/** The session with the input driver: touches and keys, newest last. */
import * as input from '../../interfaces/input/queue.ts';
import { TOUCHES_BYTES, Touches } from '../../interfaces/input/touches.ts';
import { Memory2 } from '../../sdk/region/memory2.ts';
import { screenHeight, screenWidth } from './geometry.ts';
import { layerKey } from './layers.ts';
import { hideOverlay, isLocked, lock, OVERLAY_XRAY, showOverlay } from './scene.ts';
import { SLOT_INPUT, SLOT_INPUT_SIGNAL } from './slots.ts';
import { cancelTimer, isSet, MILLISECOND, setTimer, TIMER_POWER } from './timers.ts';
import { cancelTouch, touch } from './touch.ts';

const events = changetype<Touches<Memory2>>(memory.data(TOUCHES_BYTES, 8));
let connected: bool = false;
/** The power key held for so long means X-Ray. */
const HOLD: u64 = 400 * MILLISECOND;
const FINGERS: u32 = 2;

/** Begins a session; false: the driver is not ready, try again later. */
export function openInput(): bool {
	cancelTouch();
	connected = events.open(SLOT_INPUT, SLOT_INPUT_SIGNAL) === 0;
	return connected;
}

/** Whether the driver serves the session that was begun last. */
export function inputReady(): bool {
	return connected && events.isServed();
}

/** Takes what has come. */
export function takeInput(): void {
	while (events.next()) take();
}

function take(): void {
	const kind = events.word0 & 0xff;
	const detail = (events.word0 >> 8) & 0xff;
	if (kind === input.INPUT_KEY) {
		takeKey(events.word1, detail !== 0);
		return;
	}
	if (kind === 0 || kind > input.INPUT_TOUCH_UP || detail >= FINGERS) return;
	const x = <i32>((min(events.word1, input.INPUT_POSITION_MOST) * <u32>screenWidth) >> 16);
	const y = <i32>((min(events.word2, input.INPUT_POSITION_MOST) * <u32>screenHeight) >> 16);
	touch(kind, detail, x, y, events.word3);
}

/** The power key: shortly, it locks and unlocks; held, X-Ray. */
function takeKey(code: u32, down: bool): void {
	if (code !== input.KEY_CODE_POWER && code !== input.KEY_CODE_F12) {
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
	if (!isLocked()) showOverlay(OVERLAY_XRAY);
}
