/**
 * Driver of a PL031 real-time clock (Arm DDI 0224), with the interface of a sensor. The device counts whole seconds; between them the time goes on by the machine's own clock, never
 * out of the second that the device is in. It needs no interrupt: the time is read when somebody asks.
 */
import * as service from '../../../interfaces/sensors/server.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { load32, store32 } from '../../../sdk/region/memory1.ts';
import { now } from '../../../sdk/time.ts';

/** Registers: seconds since 1970; bit 0 = it runs; of its identity the two bytes that say PL031, and the four of every such component. */
const SECONDS: u32 = 0x000;
const CONTROL: u32 = 0x00c;
const PART: u32 = 0xfe0;
const COMPONENT: u32 = 0xff0;
const RUNS: u32 = 1;
const PL031: u32 = 0x031;
const PART_MASK: u32 = 0xfff;
const PRIMECELL: u32 = 0xb105f00d;
const NANOSECONDS_IN_MILLISECOND: u64 = 1_000_000;
const MILLISECONDS_IN_SECOND: u64 = 1000;

let present = false;
/** Milliseconds since 1970 less those since boot, as far as it is known. */
let offset: u64 = 0;

/** The low bytes of `count` registers, lowest first. */
function bytes(register: u32, count: u32): u32 {
	let value: u32 = 0;
	for (let index: u32 = 0; index < count; index++) value |= (load32(register + 4 * index) & 0xff) << (8 * index);
	return value;
}

export function init(): void {
	present = bytes(COMPONENT, 4) === PRIMECELL && (bytes(PART, 2) & PART_MASK) === PL031;
	if (present && (load32(CONTROL) & RUNS) === 0) store32(CONTROL, RUNS);
}

/** Milliseconds since 1970, `boot` milliseconds after the start. */
function time(boot: u64): u64 {
	const second = <u64>load32(SECONDS) * MILLISECONDS_IN_SECOND;
	const moment = max<u64>(second, min<u64>(second + MILLISECONDS_IN_SECOND - 1, boot + offset));
	offset = moment - boot;
	return moment;
}

@unmanaged
class Clock extends service.SensorsService {
	value(_badge: u32): i32 {
		if (!present) return service.ABSENT;
		const boot = <u64>now() / NANOSECONDS_IN_MILLISECOND;
		const moment = time(boot);
		service.setValueFirst(<i32>moment);
		service.setValueSecond(<i32>(moment >> 32));
		service.setValueThird(0);
		service.setValueMilliseconds(<u32>boot);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSensors<Clock>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
