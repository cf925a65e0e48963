/** Regions come and go while a component keeps its memory and its variables. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ROW_IMAGES } from '../../abi/boot.ts';
import {
	CAUSE_MEMORY,
	INSTALL,
	PROCESS_RESTART,
	PROCESS_STOP,
	REGION_MAP,
	REGION_REVOKE,
	REGION_UNMAP,
} from '../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { PROCESS_CAUSE } from '../../kernel/layout.ts';
import { processField } from '../../machines/hosted/core/mapping.ts';
import { boot, component, control, giveControl, SIGNAL, signalTo, type TestProcess } from './support.ts';

const RW = RIGHT_READ | RIGHT_WRITE;
const REGION = '(import "memory" "1" (memory $region 0))';
const letter = (text: string) => `(call $log (i32.const ${text.charCodeAt(0)}))`;
const notify = (slot = SIGNAL) => `(drop (call $notify (i32.const ${slot})))`;
const system = (number: number, a0: number, a1 = 0, a2 = 0, a3 = 0) =>
	`(drop (call $system (i32.const ${number}) (i32.const ${a0}) (i32.const ${a1}) (i32.const ${a2}) (i32.const ${a3})
		(i32.const 0) (i32.const 0)))`;
const SHARED = { 1: { region: 'shared', rights: RW } };

/** Increments a byte of the region, of its own memory and of a variable each time, and logs all three as digits. */
const counter = component(
	`(global $count (mut i32) (i32.const 48)) 
	(func (export "notified") (param i32)
		(global.set $count (i32.add (global.get $count) (i32.const 1)))
		(i32.store8 $own (i32.const 1024) (i32.add (i32.load8_u $own (i32.const 1024)) (i32.const 1)))
		(call $log (global.get $count)) (call $log (i32.add (i32.const 48) (i32.load8_u $own (i32.const 1024))))
		(i32.store8 $region (i32.const 0) (i32.add (i32.load8_u $region (i32.const 0)) (i32.const 1)))
		(call $log (i32.add (i32.const 48) (i32.load8_u $region (i32.const 0)))))`,
	REGION,
);

function user(name: string, wasm: Uint8Array, priority: number): TestProcess {
	return { name, wasm, priority, memories: SHARED };
}

test('a new mapping takes effect at the next activation; memory and variables stay', async () => {
	const machine = await boot({
		processes: [
			user('counter', counter, 60),
			{
				name: 'parent',
				wasm: component(`(func (export "init") ${notify()} ${notify()}
					${system(REGION_UNMAP, 5, 1)} ${system(REGION_MAP, 5, 6, 1, RW)} ${notify()}
					${system(REGION_UNMAP, 5, 1)} ${notify()})`),
				priority: 40,
			},
		],
		regions: ['shared', 'other'],
		more: (slots) => [
			...giveControl(slots, 'counter'),
			...signalTo(slots, 'parent', 'counter', 1),
			...control(slots, 'parent', 'counter', 5),
			[INSTALL, slots.process('parent'), slots.region('other'), 6, RIGHTS_ALL],
		],
	});
	const { log } = await machine.run();
	assert.equal(log, '111222331' + '44');
	assert.equal(processField(machine.core.words, 2, PROCESS_CAUSE), CAUSE_MEMORY);
	assert.equal(machine.inspect().find(({ name }) => name === 'counter')?.instantiations, 3);
});

test('what one process writes in a region the other reads', async () => {
	const writer = component(
		`(func (export "init") (i32.store $region (i32.const 8) (i32.const 65)) ${notify()})`,
		REGION,
	);
	const reader = component(
		`(func (export "notified") (param i32) (call $log (i32.load $region (i32.const 8))))`,
		REGION,
	);
	const machine = await boot({
		processes: [user('writer', writer, 40), user('reader', reader, 50)],
		regions: ['shared'],
		more: (slots) => [...giveControl(slots, 'reader'), ...signalTo(slots, 'writer', 'reader', 1)],
	});
	assert.equal((await machine.run()).log, 'A');
});

test('an activation loses a memory that is unmapped under it, and the next one traps', async () => {
	const machine = await boot({
		processes: [
			user(
				'self',
				component(
					`(func (export "init")
						(i32.store8 $region (i32.const 0) (i32.const 65)) (call $log (i32.load8_u $region (i32.const 0)))
						${system(REGION_UNMAP, 0, 1)}
						(call $log (i32.add (i32.const 48) (i32.load8_u $region (i32.const 0))))
						(i32.store8 $region (i32.const 0) (i32.const 66)) ${notify(5)} ${notify()})
					(func (export "notified") (param i32) (call $log (i32.load8_u $region (i32.const 0))))`,
					REGION,
				),
				40,
			),
			user(
				'other',
				component(`(func (export "notified") (param i32) (call $log (i32.load8_u $region (i32.const 0))))`, REGION),
				50,
			),
		],
		regions: ['shared'],
		more: (slots) => [
			...['self', 'other'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'self', 'self', 1),
			...signalTo(slots, 'self', 'other', 1, 5),
		],
	});
	const { log } = await machine.run();
	assert.equal(log, 'A0A');
	assert.equal(processField(machine.core.words, 2, PROCESS_CAUSE), CAUSE_MEMORY);
	assert.equal(processField(machine.core.words, 3, PROCESS_CAUSE), 0);
});

test('a revoked region is out of reach of a preempted activation, too', async () => {
	const machine = await boot({
		processes: [
			user(
				'victim',
				component(
					`(func (export "init") (i32.store8 $region (i32.const 0) (i32.const 65)) ${notify()}
						(call $log (i32.add (i32.const 48) (i32.load8_u $region (i32.const 0)))))`,
					REGION,
				),
				40,
			),
			{
				name: 'revoker',
				wasm: component(
					`(func (export "notified") (param i32) ${system(REGION_REVOKE, 2, ROW_IMAGES + 3, 7)} ${letter('r')})`,
				),
				priority: 60,
			},
		],
		regions: ['shared'],
		more: (slots) => [
			...['victim', 'revoker'].flatMap((name) => giveControl(slots, name)),
			...signalTo(slots, 'victim', 'revoker', 1),
			[INSTALL, slots.process('revoker'), 2, 2, RIGHTS_ALL],
		],
	});
	// The region's row is the first behind the three images.
	const { log } = await machine.run();
	assert.equal(log, 'r0', JSON.stringify(machine.faults()));
});

test('a region that the process may only read is not there for code that writes it', async () => {
	const reader = { 1: { region: 'shared', rights: RIGHT_READ } };
	const writes = component(`(func (export "init") (i32.store $region (i32.const 0) (i32.const 1)))`, REGION);
	const machine = await boot({
		processes: [{ name: 'writer', wasm: writes, priority: 40, memories: SHARED }],
		regions: ['shared'],
		more: (slots) => [
			[REGION_UNMAP, slots.process('writer'), 1],
			[REGION_MAP, slots.process('writer'), slots.region('shared'), 1, reader[1].rights],
		],
	});
	await machine.run();
	assert.equal(processField(machine.core.words, 2, PROCESS_CAUSE), CAUSE_MEMORY);
});

test('a restart gives the component its static data and variables back, and nothing else', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'victim',
				wasm: component(`(global $count (mut i32) (i32.const 48)) (data (i32.const 1024) "d")
					(func (export "init")
						(call $log (global.get $count)) (call $log (i32.load8_u (i32.const 1024)))
						(call $log (i32.add (i32.const 48) (i32.load8_u (i32.const 1025))))
						(global.set $count (i32.const 88)) (i32.store16 (i32.const 1024) (i32.const 0x5858)) ${notify()})`),
				priority: 60,
			},
			{
				name: 'parent',
				wasm: component(`(global $done (mut i32) (i32.const 0))
					(func (export "notified") (param i32)
						(if (global.get $done) (then (return)))
						(global.set $done (i32.const 1)) ${system(PROCESS_STOP, 5)} ${system(PROCESS_RESTART, 5)})`),
				priority: 40,
			},
		],
		more: (slots) => [
			...giveControl(slots, 'victim'),
			...signalTo(slots, 'victim', 'parent', 1),
			...control(slots, 'parent', 'victim', 5),
		],
	});
	assert.equal((await machine.run()).log, '0d00d0');
});
