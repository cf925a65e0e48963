/** Interrupt lines: raised from outside or by software, masked until acknowledged, recorded. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import * as calls from '../../abi/calls.ts';
import { RIGHTS_ALL } from '../../abi/rights.ts';
import { kernelDigest } from '../../machines/hosted/core/digest.ts';
import { readRecording } from '../../machines/hosted/core/recording.ts';
import { boot, CONTROL, component, giveControl, SIGNAL, signalTo, type TestSystem } from './support.ts';

const LINE = 40;
const INTERRUPT = 6;
/** Milliseconds between two looks at what the driver has written. */
const LOOK_MILLISECONDS = 2;
const system = (number: number, a0: number, a1 = 0) =>
	`(drop (call $system (i32.const ${number}) (i32.const ${a0}) (i32.const ${a1}) (i32.const 0) (i32.const 0)
		(i32.const 0) (i32.const 0)))`;

/** A driver that logs each interrupt, acknowledges it, and halts at the third. */
function driver(init = ''): TestSystem {
	const wasm = component(`(global $count (mut i32) (i32.const 48))
		(func (export "init") ${system(calls.INTERRUPT_BIND, INTERRUPT, SIGNAL)} ${init})
		(func (export "notified") (param i32)
			(global.set $count (i32.add (global.get $count) (i32.const 1)))
			(call $log (global.get $count))
			${system(calls.INTERRUPT_ACKNOWLEDGE, INTERRUPT)}
			(if (i32.eq (global.get $count) (i32.const 51)) (then (call $halt (i32.const 0)))))`);
	return {
		processes: [{ name: 'driver', wasm, priority: 100 }],
		more: (slots) => {
			const interrupt = slots.free();
			return [
				...giveControl(slots, 'driver'),
				...signalTo(slots, 'driver', 'driver', 1),
				[calls.INTERRUPT_CREATE, CONTROL, LINE, interrupt],
				[calls.INSTALL, slots.process('driver'), interrupt, INTERRUPT, RIGHTS_ALL],
			];
		},
	};
}

test('a line that a device raises wakes an idle machine, once for each acknowledgement', async () => {
	const ready = '(call $log (i32.const 48))';
	const machine = await boot(driver(ready), { deterministic: false, devices: true, record: true });
	const running = machine.run();
	for (let handled = 0; handled < 3; handled++) {
		// The driver is ready, or has acknowledged what was raised before.
		while (machine.log.length <= handled) await wait(LOOK_MILLISECONDS);
		await wait(LOOK_MILLISECONDS);
		machine.raise(LINE);
		machine.raise(LINE);
	}
	assert.deepEqual(await running, { exitCode: 0, end: 'halted', log: '0123' });
	const again = await boot(driver(ready), { replay: readRecording(machine.recording() ?? new Uint8Array()) });
	assert.equal((await again.run()).log, '0123');
	assert.equal(again.now(), machine.now());
	assert.equal(await kernelDigest(again.snapshot()), await kernelDigest(machine.snapshot()));
});

test('a line raised by software is delivered when the kernel call returns; a masked one stays pending', async () => {
	const raise = system(calls.INTERRUPT_RAISE, INTERRUPT);
	const machine = await boot(driver(`(call $log (i32.const 97)) ${raise} ${raise} (call $log (i32.const 98))`));
	const { log } = await machine.run();
	assert.equal(log, 'ab12');
});
