/** A recorded clock: the machine was started on a Friday morning in November 2026. */
import * as service from '../../../../interfaces/sensors/server.ts';
import { play, time } from '../recording.ts';

/** 2026-11-27 09:41 UTC, in milliseconds since 1970. */
const START: u64 = 1_795_772_460_000;

@unmanaged
class Recorded extends service.SensorsService {
	value(_badge: u32): i32 {
		const at = time();
		const moment = START + at;
		return play(<i32>moment, <i32>(moment >> 32), 0, at);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Recorded>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
