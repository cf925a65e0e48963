import { run, start } from '../../../interfaces/display/window.ts';
import { answer, setWord } from '../../../sdk/message.ts';
import { SCROLLER_BYTES, Scroller } from '../../../sdk/ui/scroller.ts';
import * as theme from '../../../sdk/ui/theme.ts';
import { Gallery } from './pages.ts';
import * as protocol from './protocol.ts';

const RESULTS: u32 = memory.data(1024, 8) as u32;
const FRAME: i64 = 16_666_667;
const scroller = changetype<Scroller>(memory.data(SCROLLER_BYTES, 8));

function scroll(position: i32, velocity: i32, least: i32, most: i32): i32 {
	scroller.hold();
	scroller.limit(least, most);
	scroller.position = (<i64>position) << 8;
	scroller.release((<i64>velocity) << 8);
	for (let frame: i32 = 0; frame < protocol.FRAMES; frame++) {
		scroller.advance(FRAME);
		store<i32>(RESULTS + 4 * frame, <i32>scroller.position);
	}
	setWord(0, RESULTS);
	return answer(0, 1);
}

function colours(look: u32): i32 {
	theme.computeTheme(look);
	store<u32>(RESULTS, theme.ground);
	store<u32>(RESULTS, theme.surfaceLow, 4);
	store<u32>(RESULTS, theme.surfaceHigh, 8);
	store<u32>(RESULTS, theme.surfacePressed, 12);
	store<u32>(RESULTS, theme.text, 16);
	store<u32>(RESULTS, theme.text2, 20);
	store<u32>(RESULTS, theme.text3, 24);
	store<u32>(RESULTS, theme.accent, 28);
	store<u32>(RESULTS, theme.danger, 32);
	setWord(0, RESULTS);
	return answer(0, 1);
}

function serve(_badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, _w4: i32, _w5: i32): i32 {
	if (method === protocol.SCROLL) return scroll(w0, w1, w2, w3);
	return method === protocol.THEME ? colours(w0) : answer(1, 0);
}

export function init(): void {
	start<Gallery>();
}

export function notified(bits: u32): void {
	run<Gallery>(bits);
}

export { serve as protected };
