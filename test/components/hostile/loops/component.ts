/** Loops for ever: in its own activation, and when somebody calls it. */
import { RESULT_WORDS } from '../../../../abi/component.ts';

function spin(): void {
	for (;;) store<u32>(RESULT_WORDS, load<u32>(RESULT_WORDS) + 1);
}

export function init(): void {
	spin();
}

function serve(_badge: i32, _method: i32, _w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	spin();
	return 0;
}

export { serve as protected };
