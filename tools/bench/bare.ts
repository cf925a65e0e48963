/**
 * A bare WebAssembly call: the bench's own `loop` component, metered as on the hosted machine, but its `call0` is a function of another
 * instance that does nothing. The only difference to a protected call is what lies between.
 */
import { MEMORY_LAST_REGION } from '../../abi/component.ts';
import { PHASE_CALL0 } from '../../bench/phases.ts';
import { loadImage } from '../../machines/hosted/core/image.ts';
import type { ComponentImage } from '../image/types.ts';

type Procedures = (badge: number, phase: number, iterations: number, ...words: number[]) => number;

/** (module (func (export "f") (param i32 i32) (result i32) (i32.const 0))) */
const CALLEE = '0061736d01000000010701 60027f7f017f 03020100 0705010166 0000 0a0601040041000b'.replaceAll(' ', '');
/** Fuel for one measurement; one iteration takes less than ten. */
const PLENTY = 0x7fffffff;
const NANOSECONDS_OF_MILLISECOND = 1e6;

function unexpected(): never {
	throw new Error('the bare loop called something else than `call0`');
}

/** The loop, ready to be run again and again: nanoseconds of one call. */
export function prepareBareCall(loop: ComponentImage): (iterations: number) => number {
	const meter = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	const callee = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(CALLEE, 'hex')), {}).exports.f;
	const stubs = ['call4', 'call6', 'callWith', 'notify', 'system', 'clock', 'wait', 'batch'];
	const kernel = Object.fromEntries(stubs.map((name) => [name, unexpected]));
	const memory = Object.fromEntries(
		Array.from({ length: MEMORY_LAST_REGION + 1 }, (_, k) => [k, new WebAssembly.Memory({ initial: 1, maximum: 1 })]),
	);
	const { exports } = new WebAssembly.Instance(loadImage(loop).module, {
		kernel: { ...kernel, call0: callee },
		meter: { memory: meter, exhausted: unexpected, overflow: unexpected },
		memory,
	});
	const run = exports.protected as Procedures;
	return (iterations) => {
		new Int32Array(meter.buffer)[0] = PLENTY;
		const start = performance.now();
		run(0, PHASE_CALL0, iterations, 0, 0, 0, 0, 0);
		return ((performance.now() - start) * NANOSECONDS_OF_MILLISECOND) / iterations;
	};
}
