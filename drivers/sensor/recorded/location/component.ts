/** A recorded receiver for positions: somebody walks up and down the Forum Romanum. */
import * as service from '../../../../interfaces/sensors/server.ts';
import { play, swing, time } from '../recording.ts';

/** 1/10,000,000 degree: one end of the way, and how far it is to the other. */
const LATITUDE: i32 = 418_928_000;
const LONGITUDE: i32 = 124_833_000;
const NORTH: u32 = 6000;
const EAST: u32 = 28_000;
/** Milliseconds there and back, at walking pace. */
const WALK: u32 = 360_000;
/** Metres: the accuracy comes and goes. */
const BEST: u32 = 4;
const WORSE: u32 = 9;

@unmanaged
class Recorded extends service.SensorsService {
	value(_badge: u32): i32 {
		const at = time();
		const north = LATITUDE - <i32>swing(at, WALK, NORTH);
		const east = LONGITUDE + <i32>swing(at, WALK, EAST);
		return play(north, east, <i32>(BEST + swing(at, WALK / 7, WORSE)), at);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Recorded>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
