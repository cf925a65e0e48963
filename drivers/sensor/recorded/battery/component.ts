/** A recorded battery: it runs down from 87 percent, and is charged before it is empty. */
import * as service from '../../../../interfaces/sensors/server.ts';
import { play, swing, time } from '../recording.ts';

const HIGHEST: u32 = 87;
const LOWEST: u32 = 18;
/** Milliseconds from the highest level to the lowest and back. */
const CYCLE: u32 = 36_000_000;

@unmanaged
class Recorded extends service.SensorsService {
	value(_badge: u32): i32 {
		const at = time();
		const used = swing(at, CYCLE, HIGHEST - LOWEST);
		const charging = at % CYCLE >= CYCLE / 2;
		return play(<i32>(HIGHEST - used), charging ? 1 : 0, 0, at);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Recorded>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
