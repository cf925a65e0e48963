// Generated from sensors.ts by `tessera build`; changes here are lost. Definition 1dd0262f34b669cb.

/** Server's side of Sensors: Small sensors, each a driver of its own with this interface: microphone level, location, battery. Values as values.ts says. */

import { SERVER_FAILED, SUCCESS, UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer, setWord } from '../../sdk/message.ts';

/** No value has come yet. */
export const NOT_READY: i32 = 16;

/** The machine has no such sensor, or it does not answer. */
export const ABSENT: i32 = 17;

/** Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare. */
export const SENSORS_WORST_CASE: u32 = 20000;
/** Bytes that the server keeps for each client. */
export const SENSORS_CLIENT_BYTES: u32 = 0;

/** Extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class SensorsService {
	/**
	 * The newest value: three numbers, and the milliseconds since boot when it came. Asking has the next one measured: a sensor that nobody asks is off.
	 * At most 20000 ns. SUCCESS, NOT_READY, ABSENT.
	 */
	value(_badge: u32): i32 {
		return unreachable();
	}
}

/** Sets the first of `value`. */
export function setValueFirst(value: i32): void {
	setWord(0, value);
}

/** Sets the second of `value`. */
export function setValueSecond(value: i32): void {
	setWord(1, value);
}

/** Sets the third of `value`. */
export function setValueThird(value: i32): void {
	setWord(2, value);
}

/** Sets the milliseconds of `value`. */
export function setValueMilliseconds(value: u32): void {
	setWord(3, <i32>value);
}

/** Checks the arguments, and only then calls the method of service S. Return its result from `protected`. */
export function dispatchSensors<S extends SensorsService>(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	switch (method) {
		case 1:
			return checkValue<S>(badge);
		default:
			return answer(UNKNOWN_METHOD, 0);
	}
}

function checkValue<S extends SensorsService>(badge: i32): i32 {
	const code = changetype<S>(0).value(badge);
	if (code < 0) return answer(SERVER_FAILED, 0);
	return answer(code, code === SUCCESS ? 4 : 0);
}
