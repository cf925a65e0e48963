/** Blocking programs: `wait` suspends them, whatever is on their stack. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ROW_IMAGES } from '../../abi/boot.ts';
import {
	CAUSE_BAD_CALL,
	CAUSE_OVERRUN,
	CAUSE_TRAP,
	CONFIGURE_PRIORITY,
	INSTALL,
	PROCESS_CONFIGURE,
	REGION_REVOKE,
} from '../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { PROCESS_CAUSE } from '../../kernel/layout.ts';
import { processField } from '../../machines/hosted/core/mapping.ts';
import { boot, component, connect, control, GATE, giveControl, SIGNAL, signalTo } from './support.ts';

const PARAMETERS = '(param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)';
const letter = (text: string) => `(call $log (i32.const ${text.charCodeAt(0)}))`;
const notify = (slot = SIGNAL) => `(drop (call $notify (i32.const ${slot})))`;

/** Does `each` `count` times. */
const times = (count: number, each: string) => `(local $left i32) (local.set $left (i32.const ${count}))
	(loop $again ${each} (local.set $left (i32.sub (local.get $left) (i32.const 1))) (br_if $again (local.get $left)))`;

test('two programs wait for each other in turn', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'ping',
				wasm: component(
					`(func (export "init") ${times(3, `${letter('i')} ${notify()} (drop (call $wait))`)} ${letter('.')})`,
				),
				priority: 10,
			},
			{
				name: 'pong',
				wasm: component(
					`(func (export "init") ${times(3, `(drop (call $wait)) ${letter('o')} ${notify()}`)} ${letter(',')})`,
				),
				priority: 20,
			},
		],
		more: (slots) => [
			...['ping', 'pong'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'ping', 'pong', 1),
			...signalTo(slots, 'pong', 'ping', 2),
		],
	});
	const { log, end } = await machine.run();
	assert.deepEqual([log, end], ['ioioio,.', 'idle']);
});

test('wait returns the bits that were raised, and a program calls servers like anybody', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'program',
				wasm: component(`(func (export "init")
					(call $log (i32.shr_u (call $call0 (i32.const ${GATE}) (i32.const 0)) (i32.const 3)))
					(call $log (call $wait)) (call $halt (i32.const 1)))`),
				priority: 10,
			},
			{
				name: 'server',
				wasm: component(`(func (export "protected") ${PARAMETERS} ${notify()} (i32.const ${66 << 3}))`),
				priority: 50,
				worstCase: 10_000,
			},
		],
		more: (slots) => [
			...giveControl(slots, 'program'),
			...connect(slots, 'program', 'server'),
			...signalTo(slots, 'server', 'program', 65),
		],
	});
	assert.deepEqual(await machine.run(), { exitCode: 1, end: 'halted', log: 'BA' });
});

test('a program can serve another, and wait for the processor while it does', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`(func (export "init")
					(call $log (i32.shr_u (call $call4 (i32.const ${GATE}) (i32.const 1) (i32.const 2) (i32.const 3)
						(i32.const 4) (i32.const 55)) (i32.const 3))) (call $halt (i32.const 0)))`),
				priority: 10,
			},
			{
				name: 'server',
				wasm: component(`(func (export "protected") ${PARAMETERS} ${letter('s')} ${notify()}
					(i32.shl (i32.add (local.get 5) (local.get 4)) (i32.const 3)))`),
				priority: 15,
				worstCase: 10_000,
			},
			{ name: 'higher', wasm: component(`(func (export "notified") (param i32) ${letter('h')})`), priority: 20 },
		],
		more: (slots) => [
			...['client', 'server', 'higher'].flatMap((name) => giveControl(slots, name)),
			...connect(slots, 'client', 'server'),
			...signalTo(slots, 'server', 'higher', 1),
		],
	});
	assert.equal((await machine.run()).log, 'sh;');
});

const ENDS: [name: string, cause: number, priority: number, body: string][] = [
	['traps', CAUSE_TRAP, 10, 'unreachable'],
	['loops for ever', CAUSE_OVERRUN, 10, '(loop $again (br $again))'],
	['waits although it is event-driven', CAUSE_BAD_CALL, 50, '(drop (call $wait))'],
];

for (const [name, cause, priority, body] of ENDS) {
	test(`a program that ${name} is at fault, and the others go on`, async () => {
		const machine = await boot({
			processes: [
				{
					name: 'bad',
					wasm: component(`(func (export "init") ${notify()} ${body})`),
					priority,
					budget: 10_000,
					patience: 1,
				},
				{ name: 'good', wasm: component(`(func (export "init") (drop (call $wait)) ${letter('g')})`), priority: 5 },
			],
			more: (slots) => [...giveControl(slots, 'good'), ...signalTo(slots, 'bad', 'good', 1)],
		});
		const { log } = await machine.run();
		assert.equal(log, 'g');
		assert.equal(processField(machine.core.words, 2, PROCESS_CAUSE), cause);
	});
}

test('a process that becomes a blocking program while it is idle is entered as one', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`(func (export "init") (drop (call $call0 (i32.const ${GATE}) (i32.const 0))))`),
				priority: 10,
			},
			{
				name: 'server',
				wasm: component(
					`(func (export "init")) (func (export "protected") ${PARAMETERS} ${letter('s')} ${notify()} ${letter('t')} (i32.const 0))`,
				),
				priority: 40,
				worstCase: 10_000,
			},
			{ name: 'waiter', wasm: component(`(func (export "init") (drop (call $wait)) ${letter('w')})`), priority: 25 },
			{
				name: 'parent',
				wasm: component(`(func (export "init")
					(drop (call $system (i32.const ${PROCESS_CONFIGURE}) (i32.const 5) (i32.const ${CONFIGURE_PRIORITY}) (i32.const 20)
						(i32.const 0) (i32.const 0) (i32.const 0))))`),
				priority: 35,
			},
		],
		more: (slots) => [
			...['server', 'waiter'].flatMap((name) => giveControl(slots, name)),
			...connect(slots, 'client', 'server'),
			...signalTo(slots, 'server', 'waiter', 1),
			...control(slots, 'parent', 'server', 5),
		],
	});
	assert.equal((await machine.run()).log, 'swt');
});

test('a program that waits loses a region that is revoked meanwhile', async () => {
	const region = '(import "memory" "1" (memory $region 0))';
	const machine = await boot({
		processes: [
			{
				name: 'program',
				wasm: component(
					`(func (export "init") (i32.store8 $region (i32.const 0) (i32.const 65)) ${notify()} (drop (call $wait))
						(call $log (i32.add (i32.const 48) (i32.load8_u $region (i32.const 0)))))`,
					region,
				),
				priority: 10,
				memories: { 1: { region: 'shared', rights: RIGHT_READ | RIGHT_WRITE } },
			},
			{
				name: 'revoker',
				wasm: component(`(func (export "notified") (param i32)
					(drop (call $system (i32.const ${REGION_REVOKE}) (i32.const 2) (i32.const ${ROW_IMAGES + 3}) (i32.const 7)
						(i32.const 0) (i32.const 0) (i32.const 0)))
					${notify()})`),
				priority: 60,
			},
		],
		regions: ['shared'],
		more: (slots) => [
			...giveControl(slots, 'program'),
			...signalTo(slots, 'program', 'revoker', 1),
			...signalTo(slots, 'revoker', 'program', 1),
			[INSTALL, slots.process('revoker'), 2, 2, RIGHTS_ALL],
		],
	});
	assert.equal((await machine.run()).log, '0');
});
