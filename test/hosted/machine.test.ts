/** The machine as a whole: determinism, recordings, idling, the watchdog, and what it says about bad binaries. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ALARM } from '../../abi/calls.ts';
import { kernelDigest } from '../../machines/hosted/core/digest.ts';
import { readRecording } from '../../machines/hosted/core/recording.ts';
import { createMachine, EXIT_IDLE } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { boot, component, giveControl, type TestSystem, testSystem } from './support.ts';

const alarm = (nanoseconds: string) =>
	`(drop (call $system (i32.const ${ALARM}) ${nanoseconds} (i32.const 0) (i32.const 1)
		(i32.const 0) (i32.const 0) (i32.const 0)))`;

/** Sets an alarm whose delay depends on the clock, `rounds` times, logs the low byte of each time, and halts. */
function ticking(rounds: number): TestSystem {
	const wasm = component(`(global $left (mut i32) (i32.const ${rounds}))
		(func $again
			(call $log (i32.wrap_i64 (call $clock)))
			${alarm('(i32.add (i32.const 100000) (i32.and (i32.wrap_i64 (call $clock)) (i32.const 65535)))')})
		(func (export "init") (call $again))
		(func (export "notified") (param i32)
			(global.set $left (i32.sub (global.get $left) (i32.const 1)))
			(if (global.get $left) (then (call $again)) (else (call $halt (i32.const 5)))))`);
	return { processes: [{ name: 'ticking', wasm, priority: 40 }], more: (slots) => giveControl(slots, 'ticking') };
}

test('a deterministic machine does the same every time', async () => {
	const runs = [];
	for (let run = 0; run < 2; run++) {
		const machine = await boot(ticking(20));
		const result = await machine.run();
		runs.push({ result, now: machine.now(), digest: await kernelDigest(machine.snapshot()) });
	}
	assert.equal(runs[0]?.result.exitCode, 5);
	assert.deepEqual(runs[0], runs[1]);
});

test('a recording of a real-time run replays to the same kernel memory, log and time', async () => {
	const first = await boot(ticking(20), { deterministic: false, record: true });
	const result = await first.run();
	const recording = readRecording(first.recording() ?? new Uint8Array());
	assert.equal(recording.deterministic, false);
	assert.ok(recording.inputs.length >= 20, `${recording.inputs.length} inputs`);
	const second = await boot(ticking(20), { replay: recording });
	assert.deepEqual(await second.run(), result);
	assert.equal(second.now(), first.now());
	assert.equal(await kernelDigest(second.snapshot()), await kernelDigest(first.snapshot()));
});

test('a recording of a deterministic run replays, too', async () => {
	const first = await boot(ticking(20), { record: true });
	const result = await first.run();
	const second = await boot(ticking(20), { replay: readRecording(first.recording() ?? new Uint8Array()) });
	assert.deepEqual(await second.run(), result);
	assert.equal(await kernelDigest(second.snapshot()), await kernelDigest(first.snapshot()));
});

test('what is not a recording is refused', () => {
	assert.throws(() => readRecording(new TextEncoder().encode('something else')), /not a recording/);
	assert.throws(() => readRecording(Uint8Array.from([0x54, 0x53, 0x52, 0x32, 0, 0, 0, 0, 0, 0x80])), /ends too early/);
});

test('a system that is idle for ever ends', async () => {
	const machine = await boot({ processes: [] });
	assert.deepEqual(await machine.run(), { exitCode: EXIT_IDLE, end: 'idle', log: '' });
});

test('idling in real time waits for the alarm', async () => {
	const machine = await boot(ticking(3), { deterministic: false });
	const started = performance.now();
	await machine.run();
	assert.ok(performance.now() - started >= 0.3, 'three alarms of at least 100 microseconds');
	assert.ok(machine.now() >= 300_000);
});

test('the watchdog ends code that has escaped its fuel', () => {
	const spin = new WebAssembly.Module(
		// (module (func (export "spin") (loop (br 0))))
		Uint8Array.from(
			Buffer.from(
				'0061736d010000000104016000000302010007080104737069 6e00000a0901070003400c000b0b'.replace(' ', ''),
				'hex',
			),
		),
	);
	const { spin: escaped } = new WebAssembly.Instance(spin, {}).exports as { spin: () => void };
	assert.throws(
		() => nodeHost({ watchdog: 100 }).guard(escaped),
		/did not come back within 100 ms: stopped by its watchdog/,
	);
});

test('a kernel or a component that is none is named, without a stack dump', async () => {
	const system = await testSystem(ticking(1));
	const host = nodeHost();
	const brokenKernel = { ...system, kernel: { ...system.kernel, wasm: Uint8Array.of(1, 2, 3) } };
	assert.throws(() => createMachine(brokenKernel, { host }), {
		name: 'MachineError',
		message: /^kernel\.wasm cannot be loaded/,
	});
	const images = system.images.map((image) => ({ ...image, wasm: image.wasm.subarray(0, 40) }));
	assert.throws(() => createMachine({ ...system, images }, { host }), {
		name: 'MachineError',
		message: /^component init /,
	});
});

test('a component is loaded when its first process is started, or before by who has time', async () => {
	const system = await testSystem(ticking(1));
	const broken = system.images.map((image, index) =>
		index === 0 ? image : { ...image, wasm: image.wasm.subarray(0, 40) },
	);
	const refusal = {
		name: 'MachineError',
		message: /^component \S+ is not one that this machine runs:\n {2}byte \d+: \w/,
	};
	const started = createMachine({ ...system, images: broken }, { host: nodeHost(), deterministic: true });
	await assert.rejects(started.run(), refusal);
	const prepared = createMachine({ ...system, images: broken }, { host: nodeHost() });
	assert.throws(() => prepared.prepare(), refusal);
	const whole = createMachine(system, { host: nodeHost(), deterministic: true });
	for (const _ of system.images.slice(1)) assert.equal(whole.prepare(), true);
	assert.equal(whole.prepare(), false);
});
