/** Who runs when: preemption, and the end of activations whose frames lie under others. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ALARM, PROCESS_RESTART, PROCESS_STOP } from '../../abi/calls.ts';
import { SERVER_GONE } from '../../abi/errors.ts';
import { boot, component, connect, control, GATE, giveControl, SIGNAL, signalTo } from './support.ts';

const PARAMETERS = '(param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)';
const letter = (text: string) => `(call $log (i32.const ${text.charCodeAt(0)}))`;
const notify = (slot = SIGNAL) => `(drop (call $notify (i32.const ${slot})))`;
const system = (number: number, a0: number, a1 = 0, a2 = 0) =>
	`(drop (call $system (i32.const ${number}) (i32.const ${a0}) (i32.const ${a1}) (i32.const ${a2})
		(i32.const 0) (i32.const 0) (i32.const 0)))`;

test('a notified process of higher priority runs at once, one of lower priority afterwards', async () => {
	const listener = (text: string) => component(`(func (export "notified") (param i32) ${letter(text)})`);
	const machine = await boot({
		processes: [
			{
				name: 'middle',
				wasm: component(
					`(func (export "init") ${letter('a')} ${notify(4)} ${letter('b')} ${notify(5)} ${letter('c')})`,
				),
				priority: 50,
			},
			{ name: 'low', wasm: listener('L'), priority: 40 },
			{ name: 'high', wasm: listener('H'), priority: 60 },
		],
		more: (slots) => [
			...['middle', 'low', 'high'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'middle', 'low', 1, 4),
			...signalTo(slots, 'middle', 'high', 1, 5),
		],
	});
	const { log, end } = await machine.run();
	assert.equal(log, 'abHcL');
	assert.equal(end, 'idle');
});

test('an alarm preempts a process that makes no kernel call, when that has used its limit', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'spinner',
				wasm: component(`(func (export "notified") (param i32) (loop $again (br $again)))`),
				priority: 40,
				budget: 100_000,
				period: 200_000,
				patience: 255,
			},
			{
				name: 'clock',
				wasm: component(`(func (export "init") ${system(ALARM, 1_000_000, 0, 1)} ${notify()})
					(func (export "notified") (param i32) ${letter('!')} (call $halt (i32.const 3)))`),
				priority: 60,
			},
		],
		more: (slots) => [...giveControl(slots, 'clock'), ...signalTo(slots, 'clock', 'spinner', 1)],
	});
	const { exitCode, log } = await machine.run();
	assert.deepEqual([exitCode, log], [3, '!']);
	assert.ok(machine.now() >= 1_000_000 && machine.now() < 1_200_000, `at ${machine.now()} ns`);
});

test('a preempted process that is stopped never goes on', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'victim',
				wasm: component(`(func (export "init") ${letter('v')} ${notify()} ${letter('X')})`),
				priority: 40,
			},
			{
				name: 'killer',
				wasm: component(
					`(func (export "notified") (param i32) ${letter('k')} ${system(PROCESS_STOP, 5)} ${letter('s')})`,
				),
				priority: 60,
			},
		],
		more: (slots) => [
			...['victim', 'killer'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'victim', 'killer', 1),
			...control(slots, 'killer', 'victim', 5),
		],
	});
	assert.equal((await machine.run()).log, 'vks');
});

test('a preempted process that is stopped and restarted begins anew while its old frames wait to be unwound', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'victim',
				wasm: component(`(global $count (mut i32) (i32.const 0))
					(func (export "init")
						(global.set $count (i32.add (global.get $count) (i32.const 1)))
						(call $log (i32.add (i32.const 48) (global.get $count)))
						${notify()} ${letter('v')})`),
				priority: 40,
			},
			{
				name: 'killer',
				wasm: component(`(global $done (mut i32) (i32.const 0))
					(func (export "notified") (param i32)
						(if (global.get $done) (then (return)))
						(global.set $done (i32.const 1))
						${system(PROCESS_STOP, 5)} ${system(PROCESS_RESTART, 5)} ${letter('r')})`),
				priority: 60,
			},
		],
		more: (slots) => [
			...['victim', 'killer'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'victim', 'killer', 1),
			...control(slots, 'killer', 'victim', 5),
		],
	});
	assert.equal((await machine.run()).log, '1r1v');
});

test('a client that is stopped while its server runs does not get its answer', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`(func (export "init") (drop (call $call0 (i32.const ${GATE}) (i32.const 0))) ${letter('X')})`),
				priority: 40,
			},
			{
				name: 'server',
				wasm: component(
					`(func (export "protected") ${PARAMETERS} ${system(PROCESS_STOP, 5)} ${letter('s')} (i32.const 0))`,
				),
				priority: 50,
				worstCase: 10_000,
			},
		],
		more: (slots) => [
			...giveControl(slots, 'server'),
			...connect(slots, 'client', 'server'),
			...control(slots, 'server', 'client', 5),
		],
	});
	assert.equal((await machine.run()).log, 's');
});

test('when a preempted server is stopped, its client goes on with an error', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`(func (export "init")
					(call $log (i32.sub (i32.const 0) (call $call0 (i32.const ${GATE}) (i32.const 0)))))`),
				priority: 40,
			},
			{
				name: 'server',
				wasm: component(`(func (export "protected") ${PARAMETERS} ${notify()} ${letter('X')} (i32.const 0))`),
				priority: 50,
				worstCase: 10_000,
			},
			{
				name: 'killer',
				wasm: component(`(func (export "notified") (param i32) ${system(PROCESS_STOP, 5)})`),
				priority: 60,
			},
		],
		more: (slots) => [
			...['client', 'server'].flatMap((name) => giveControl(slots, name)),
			...connect(slots, 'client', 'server'),
			...signalTo(slots, 'server', 'killer', 1),
			...control(slots, 'killer', 'server', 5),
		],
	});
	assert.deepEqual([...Buffer.from((await machine.run()).log)], [-SERVER_GONE]);
});

test('a process that stops itself ends there', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'self',
				wasm: component(`(func (export "init") ${letter('a')} ${system(PROCESS_STOP, 0)} ${letter('X')})`),
				priority: 40,
			},
		],
		more: (slots) => giveControl(slots, 'self'),
	});
	assert.equal((await machine.run()).log, 'a');
});
