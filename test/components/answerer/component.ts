/** A server that everybody may call, the hostile component too. */
import { RESULT_WORDS } from '../../../abi/component.ts';
import { answerTo } from '../hostile/authority.ts';

function serve(_badge: i32, _method: i32, w0: i32, _w1: i32, _w2: i32, _w3: i32, _w4: i32, _w5: i32): i32 {
	store<i32>(RESULT_WORDS, answerTo(w0));
	return 1;
}

export { serve as protected };
