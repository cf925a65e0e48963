/** The file format of recordings: what goes in comes out. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Recorder, readRecording } from '../../machines/hosted/core/recording.ts';

/** Nanoseconds by which the clock jumps, or a line; and how many scheduling points after the input before. */
const input = fc.record({
	later: fc.nat(1_000_000),
	line: fc.option(fc.nat(255), { nil: undefined }),
	ahead: fc.nat(2 ** 53 - 1),
});

test('every recording is read as it was written', () => {
	fc.assert(
		fc.property(fc.integer(), fc.boolean(), fc.array(input), (seed, deterministic, inputs) => {
			const recorder = new Recorder(seed, deterministic);
			let point = 0;
			const expected = inputs.map(({ later, line, ahead }) => {
				point += later;
				if (line === undefined) recorder.clock(point, ahead);
				else recorder.interrupt(point, line);
				return { point, line, ahead: line === undefined ? ahead : 0 };
			});
			assert.deepEqual(readRecording(recorder.finish()), { seed, deterministic, inputs: expected });
		}),
	);
});

test('a recording that was cut off is refused or shorter, never misread', () => {
	const recorder = new Recorder(1, false);
	for (let point = 1; point < 10; point++) recorder.clock(point, 1_000_000 * point);
	const whole = recorder.finish();
	const inputs = readRecording(whole).inputs;
	for (let length = 9; length < whole.length; length++) {
		try {
			const part = readRecording(whole.subarray(0, length)).inputs;
			assert.deepEqual(part, inputs.slice(0, part.length));
		} catch (error) {
			assert.match((error as Error).message, /ends too early/);
		}
	}
});
