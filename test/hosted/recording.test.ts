/** The file format of recordings: what goes in comes out. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Recorder, readRecording } from '../../machines/hosted/core/recording.ts';

/** What comes, and how many scheduling points after the input before. */
const input = fc.record({
	later: fc.nat(1_000_000),
	what: fc.oneof(
		fc.record({ kind: fc.constantFrom('line' as const, 'kill' as const), argument: fc.nat(255) }),
		fc.record({ kind: fc.constant('clock' as const), argument: fc.nat(2 ** 53 - 1) }),
		fc.record({ kind: fc.constant('device' as const), argument: fc.nat(63), bytes: fc.uint8Array() }),
	),
});
const options = fc.record({ seed: fc.integer(), deterministic: fc.boolean(), paced: fc.boolean() });

test('every recording is read as it was written', () => {
	fc.assert(
		fc.property(options, fc.array(input), (ran, inputs) => {
			const recorder = new Recorder(ran);
			let point = 0;
			const expected = inputs.map(({ later, what }) => {
				point += later;
				recorder.add(point, what);
				return { point, ...what };
			});
			assert.deepEqual(readRecording(recorder.finish()), { ...ran, inputs: expected });
		}),
	);
});

test('a recording that was cut off is refused or shorter, never misread', () => {
	const recorder = new Recorder({ seed: 1, deterministic: false, paced: true });
	for (let point = 1; point < 10; point++) {
		recorder.add(point, { kind: 'clock', argument: 1_000_000 * point });
		recorder.add(point, { kind: 'device', argument: 24, bytes: Uint8Array.of(1, 2, 3) });
	}
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
