/** A recorded microphone: somebody speaks, with pauses. */
import * as service from '../../../../interfaces/sensors/server.ts';
import { play, swing, time } from '../recording.ts';

/** Milliseconds: of a syllable, and of a sentence with the pause behind it. */
const SYLLABLE: u32 = 220;
const SENTENCE: u32 = 5000;
/** 1/1000 of the loudest. */
const QUIET: u32 = 20;
const LOUD: u32 = 620;

@unmanaged
class Recorded extends service.SensorsService {
	value(_badge: u32): i32 {
		const at = time();
		const loudness = swing(at, SENTENCE, LOUD);
		return play(QUIET + swing(at, SYLLABLE, loudness), QUIET + loudness, 0, at);
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Recorded>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
