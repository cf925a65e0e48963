import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as calls from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { SERVER_FAULT } from '../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE, RIGHTS_ALL } from '../../abi/rights.ts';
import { buildImage } from '../../tools/arm64/image.ts';
import { type RunOptions, type RunResult, runQemu } from '../../tools/arm64/run.ts';
import { component, system } from './prelude.ts';
import { type Call, slotOf, type Toy, type ToyProcess, toyImage } from './toy.ts';

async function run(toy: Toy, options: RunOptions = {}): Promise<RunResult> {
	return runQemu(await buildImage(await toyImage(toy)), { instructionCount: true, ...options });
}

/** What components printed: the lines between the machine's own. */
function printed(result: RunResult): string[] {
	return result.output.split('\n').filter((line) => line !== '' && !line.startsWith('tessera:'));
}

/** A gate to process `to` in slot `slot` of process `of`. */
function gate(to: number, of: number, slot: number, badge: number): Call[] {
	const free = 200 + of * 8 + slot;
	return [
		[calls.GATE, slotOf(to), free, badge],
		[calls.INSTALL, slotOf(of), free, slot, RIGHTS_ALL, 0],
	];
}

function signal(to: number, of: number, slot: number, bits: number): Call[] {
	const free = 200 + of * 8 + slot;
	return [
		[calls.SIGNAL, slotOf(to), free, bits],
		[calls.INSTALL, slotOf(of), free, slot, RIGHTS_ALL, 0],
	];
}

const SERVER: ToyProcess = { image: 'server', priority: 100, worstCase: 1_000_000 };
const CLIENT: ToyProcess = { image: 'client', priority: 50, budget: 60_000_000 };

/** A client with a gate (badge 5) in slot 2 to a server. */
function clientAndServer(name: string, client: string, server: string, before: readonly Call[] = []): Toy {
	return {
		name,
		images: { client: component(client), server: component(server) },
		processes: [SERVER, { ...CLIENT, before: [...gate(0, 1, 2, 5), ...before] }],
	};
}

const PROTECTED = `(func (export "protected")
	(param $badge i32) (param $method i32) (param $w0 i32) (param $w1 i32) (param $w2 i32) (param $w3 i32) (param $w4 i32) (param $w5 i32)
	(result i32)`;

const SAY_HI: Toy = {
	name: 'hi',
	images: {
		hi: component(
			'(func (export "init") (call $put (i32.const 72)) (call $put (i32.const 10)) (call $halt (i32.const 0)))',
		),
	},
	processes: [{ image: 'hi', priority: 50 }],
};

const MACHINES: readonly RunOptions[] = [
	{ cpu: 'cortex-a53', gic: 2 },
	{ cpu: 'cortex-a53', gic: 3, virtualization: true },
	{ cpu: 'cortex-a72', gic: 3 },
	{ cpu: 'cortex-a72', gic: 2, virtualization: true },
];
for (const machine of MACHINES) {
	test(`boots: ${JSON.stringify(machine)}`, async () => {
		const image = await toyImage(SAY_HI);
		const result = await runQemu(await buildImage(image), machine);
		assert.equal(result.exitCode, 0, result.output);
		assert.deepEqual(printed(result), ['H']);
		assert.match(result.output, new RegExp(`^tessera: kernel ${image.kernel.sha256}\n`));
	});
}

test('HALT gives its code to QEMU', async () => {
	const result = await run({
		...SAY_HI,
		name: 'code',
		images: { hi: component('(func (export "init") (call $halt (i32.const 42)))') },
	});
	assert.equal(result.exitCode, 42);
});

test('words go there and back; those that a call does not give are zero', async () => {
	const client = `(func (export "init") (local $i i32)
		(i32.store (i32.const ${RESULT_WORDS + 16}) (i32.const 77))
		(call $line (call $call6 (i32.const 2) (i32.const 9) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)))
		(loop $each
			(call $line (i32.load offset=${RESULT_WORDS} (i32.shl (local.get $i) (i32.const 2))))
			(br_if $each (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 6))))
		(call $line (call $call4 (i32.const 2) (i32.const 9) (i32.const 10) (i32.const 20) (i32.const 30) (i32.const 40)))
		(call $line (i32.load (i32.const ${RESULT_WORDS})))
		(call $line (call $call0 (i32.const 2) (i32.const 1)))
		(call $halt (i32.const 0)))`;
	const server = `${PROTECTED}
		(i32.store (i32.const ${RESULT_WORDS}) (i32.add (local.get $w0) (i32.add (local.get $w4) (local.get $w5))))
		(i32.store (i32.const ${RESULT_WORDS + 4}) (local.get $w1))
		(i32.store (i32.const ${RESULT_WORDS + 8}) (i32.mul (local.get $w2) (local.get $w3)))
		(i32.store (i32.const ${RESULT_WORDS + 12}) (local.get $badge))
		(if (result i32) (i32.eq (local.get $method) (i32.const 1))
			(then (i32.or (local.get $w0) (local.get $w3)))
			(else (i32.or (i32.shl (local.get $method) (i32.const 3)) (i32.const 4)))))`;
	const result = await run(clientAndServer('words', client, server));
	assert.deepEqual(printed(result), ['76', '12', '2', '12', '5', '77', '0', '76', '10', '0'], result.output);
});

test('a loan is read and written within its bounds', async () => {
	const length = 60_000;
	const client = `(func (export "init")
		(memory.fill (i32.const 2000) (i32.const 3) (i32.const ${length}))
		(call $line (call $callWith (i32.const 2) (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
			(i32.const 0) (i32.const ${(RIGHT_READ | RIGHT_WRITE) << 8}) (i32.const 2000) (i32.const ${length})))
		(call $line (i32.load8_u (i32.const 2010)))
		(call $line (i32.load8_u (i32.const 2011)))
		(call $line (i32.load8_u (i32.const 2021)))
		(call $halt (i32.const 0)))`;
	const server = `${PROTECTED}
		(call $line ${system(calls.LOAN_READ, 0, 3000, length)})
		(call $line (i32.add (i32.load8_u (i32.const 3000)) (i32.load8_u (i32.const ${3000 + length - 1}))))
		(call $line (i32.load8_u (i32.const ${3000 + length})))
		(call $line ${system(calls.LOAN_READ, 1, 3000, length)})
		(memory.fill (i32.const 3000) (i32.const 9) (i32.const 10))
		(call $line ${system(calls.LOAN_WRITE, 11, 3000, 10)})
		(i32.const 8))`;
	const result = await run(clientAndServer('loan', client, server));
	assert.deepEqual(printed(result), ['0', '6', '0', '-14', '0', '8', '3', '9', '3'], result.output);
});

/** Runs `fault` in a server; prints what the call gave, the fault's cause, and whether the server serves again after a restart. */
async function fault(name: string, code: string, imports = ''): Promise<string[]> {
	const client = `(func (export "init")
			(call $line (call $call0 (i32.const 2) (i32.const 1)))
			(call $line ${system(calls.PROCESS_READ, 3, calls.READ_PROCESS_FAULT)})
			(call $line ${system(calls.PROCESS_RESTART, 3)})
			(drop ${system(calls.ALARM, 1_000_000, 0, 1)}))
		(func (export "notified") (param i32)
			(call $line (call $call0 (i32.const 2) (i32.const 2)))
			(call $halt (i32.const 0)))`;
	const server = `(global $calls (mut i32) (i32.const 0))
		(func $recurse (param i32) (result i32) (local i64) (local.set 1 (i64.load (i32.and (local.get 0) (i32.const 255))))
			(i32.add (call $recurse (i32.add (local.get 0) (i32.const 1))) (i32.wrap_i64 (local.get 1))))
		${PROTECTED}
		(global.set $calls (i32.add (global.get $calls) (i32.const 1)))
		(i32.store $own (i32.const 5000) (i32.add (i32.load $own (i32.const 5000)) (i32.const 1)))
		(if (i32.eq (local.get $method) (i32.const 1)) (then ${code}))
		(i32.shl (i32.add (i32.mul (global.get $calls) (i32.const 10)) (i32.load $own (i32.const 5000))) (i32.const 3)))`;
	const toy = clientAndServer(name, client, '', [[calls.INSTALL, slotOf(1), slotOf(0), 3, RIGHTS_ALL, 0]]);
	const images = { client: component(client), server: component(server, imports) };
	const result = await run({ ...toy, images });
	assert.equal(result.exitCode, 0, result.output);
	return printed(result);
}

/** Status of the failed call, cause, status of the restart, and the first call after it: one call counted in a global and in memory. */
function expected(cause: number): string[] {
	return [String(SERVER_FAULT), String(cause), '0', String(11 << 3)];
}

test('a trap is a fault; globals and memory start anew', async () => {
	assert.deepEqual(await fault('trap', 'unreachable'), expected(calls.CAUSE_TRAP));
});
test('a division by zero is a fault', async () => {
	assert.deepEqual(
		await fault('divide', '(drop (i32.div_u (i32.const 1) (i32.load (i32.const 6000))))'),
		expected(calls.CAUSE_TRAP),
	);
});
test('an access beyond memory 0 is a fault', async () => {
	assert.deepEqual(await fault('beyond', '(drop (i32.load (i32.const 65536)))'), expected(calls.CAUSE_MEMORY));
});
test('an access at the end of the window is a fault', async () => {
	assert.deepEqual(
		await fault('far', '(i32.store offset=0xfffffff0 (i32.const -1) (i32.const 1))'),
		expected(calls.CAUSE_MEMORY),
	);
});
test('a region that is not mapped is a fault', async () => {
	const region = '(import "memory" "2" (memory $region 1 1))';
	assert.deepEqual(
		await fault('unmapped', '(i32.store $region (i32.const 0) (i32.const 1))', region),
		expected(calls.CAUSE_MEMORY),
	);
});
test('endless recursion exhausts the stack, nothing else', async () => {
	assert.deepEqual(await fault('stack', '(call $line (call $recurse (i32.const 0)))'), expected(calls.CAUSE_STACK));
});
test('an endless loop overruns the declared worst case', async () => {
	assert.deepEqual(await fault('loop', '(loop $l (br $l))'), expected(calls.CAUSE_OVERRUN));
});

test('a region mapped read-only cannot be written', async () => {
	const server = component(
		`${PROTECTED} (i32.store $region (i32.const 0) (i32.const 1)) (i32.const 0))`,
		'(import "memory" "1" (memory $region 1 1))',
	);
	const client = component(
		`(func (export "init") (call $line (call $call0 (i32.const 2) (i32.const 1))) (call $halt (i32.const 0)))`,
	);
	const region: Call[] = [
		[calls.REGION_CREATE, 2, 1, 300, 16, 190],
		[calls.REGION_PREPARE, 2, 300, 0],
		[calls.REGION_MAP, slotOf(0), 190, 1, RIGHT_READ],
	];
	const toy = clientAndServer('readonly', '', '', region);
	const result = await run({ ...toy, images: { client, server } });
	assert.deepEqual(printed(result), [String(SERVER_FAULT)], result.output);
});

test('alarms preempt a process that never ends; its registers survive', async () => {
	const busy = `(func (export "init") (local $a i32) (local $b i64) (local $c i32)
		(local.set $c (i32.const 12345))
		(loop $l
			(local.set $a (i32.add (local.get $a) (i32.const 1)))
			(local.set $b (i64.add (local.get $b) (i64.const 3)))
			(if (i64.ne (local.get $b) (i64.mul (i64.extend_i32_u (local.get $a)) (i64.const 3))) (then (call $halt (i32.const 3))))
			(if (i32.ne (local.get $c) (i32.const 12345)) (then (call $halt (i32.const 4))))
			(br $l)))`;
	const clock = `(global $ticks (mut i32) (i32.const 0))
		(func $again (drop ${system(calls.ALARM, 100_000, 0, 1)}))
		(func (export "init") (call $again))
		(func (export "notified") (param i32)
			(global.set $ticks (i32.add (global.get $ticks) (i32.const 1)))
			(if (i32.eq (global.get $ticks) (i32.const 200)) (then (call $line (global.get $ticks)) (call $halt (i32.const 0))))
			(call $again))`;
	const result = await run({
		name: 'preempt',
		images: { busy: component(busy), clock: component(clock) },
		processes: [
			{ image: 'clock', priority: 90, budget: 10_000_000 },
			{ image: 'busy', priority: 40, budget: 30_000_000 },
		],
	});
	assert.deepEqual([result.exitCode, ...printed(result)], [0, '200'], result.output);
});

test('a process without budget left waits for its next period', async () => {
	const greedy = '(func (export "init") (loop $l (br $l)))';
	const meek = `(func (export "init") (call $line (i32.const 1)) (call $halt (i32.const 0)))`;
	const result = await run({
		name: 'budget',
		images: { greedy: component(greedy), meek: component(meek) },
		processes: [
			{ image: 'greedy', priority: 90, budget: 5_000_000 },
			{ image: 'meek', priority: 40, budget: 5_000_000 },
		],
	});
	assert.deepEqual(printed(result), ['1'], result.output);
});

test('a program blocks in wait and goes on where it was', async () => {
	const program = `(func (export "init") (local $i i32)
		(loop $l
			(drop ${system(calls.ALARM, 500_000, 0, 6)})
			(call $line (i32.add (call $wait) (i32.mul (local.get $i) (i32.const 100))))
			(br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 3))))
		(call $halt (i32.const 0)))`;
	const result = await run({
		name: 'wait',
		images: { program: component(program) },
		processes: [{ image: 'program', priority: 10 }],
	});
	assert.deepEqual(printed(result), ['6', '106', '206'], result.output);
});

test('a batch performs its entries in order', async () => {
	const entry = (at: number, ...words: number[]) =>
		words.map((word, index) => `(i32.store (i32.const ${at + index * 4}) (i32.const ${word}))`).join('');
	const program = `(func (export "init")
		${entry(4096, calls.LOG, 1, 1, 65)} ${entry(4096 + 32, calls.IDENTIFY, 1)} ${entry(4096 + 64, 999)} ${entry(4096 + 96, calls.LOG, 1, 1, 10)}
		(call $line (call $batch (i32.const 4096) (i32.const 4)))
		(call $line (i32.load (i32.const ${4096 + 28})))
		(call $line (i32.load (i32.const ${4096 + 32 + 28})))
		(call $line (i32.load (i32.const ${4096 + 64 + 28})))
		(call $line (call $batch (i32.const 65520) (i32.const 1)))
		(call $halt (i32.const 0)))`;
	const result = await run({
		name: 'batch',
		images: { program: component(program) },
		processes: [{ image: 'program', priority: 50 }],
	});
	assert.deepEqual(printed(result), ['A', '4', '0', String(7 | (RIGHTS_ALL << 8)), '-16', '-14'], result.output);
});

test('a raised line reaches its driver once, until it is acknowledged', async () => {
	const driver = `(global $seen (mut i32) (i32.const 0))
		(func (export "init")
			(call $line ${system(calls.INTERRUPT_CREATE, 1, 77, 10)})
			(call $line ${system(calls.SIGNAL, 0, 11, 8)})
			(call $line ${system(calls.INTERRUPT_BIND, 10, 11)})
			(call $line ${system(calls.INTERRUPT_RAISE, 10)}))
		(func (export "notified") (param $bits i32)
			(global.set $seen (i32.add (global.get $seen) (i32.const 1)))
			(call $line (local.get $bits))
			(if (i32.eq (global.get $seen) (i32.const 3)) (then (call $halt (i32.const 0))))
			(call $line ${system(calls.INTERRUPT_ACKNOWLEDGE, 10)})
			(drop ${system(calls.INTERRUPT_RAISE, 10)}))`;
	for (const gic of [2, 3] as const) {
		const toy = { name: 'line', images: { driver: component(driver) }, processes: [{ image: 'driver', priority: 50 }] };
		const result = await run(toy, { gic });
		assert.deepEqual(printed(result), ['0', '0', '0', '0', '8', '0', '8', '0', '8'], result.output);
	}
});

test('processes with floating point keep their registers from each other', async () => {
	const adder = (step: number) => `(global $ticks (mut i32) (i32.const 0))
		(func (export "init") (local $sum f64) (local $n i32)
			(loop $l
				(local.set $sum (f64.add (local.get $sum) (f64.const ${step}.5)))
				(local.set $n (i32.add (local.get $n) (i32.const 1)))
				(if (f64.ne (local.get $sum) (f64.mul (f64.convert_i32_u (local.get $n)) (f64.const ${step}.5))) (then (call $halt (i32.const ${step}))))
				(br_if $l (i32.lt_u (local.get $n) (i32.const 300000))))
			(call $line (i32.trunc_f64_s (local.get $sum)))
			(drop (call $notify (i32.const 2))))`;
	const judge = `(global $done (mut i32) (i32.const 0))
		(func (export "init") (drop ${system(calls.ALARM, 50_000, 0, 4)}))
		(func (export "notified") (param $bits i32)
			(global.set $done (i32.or (global.get $done) (local.get $bits)))
			(if (i32.eq (i32.and (global.get $done) (i32.const 3)) (i32.const 3)) (then (call $halt (i32.const 0))))
			(drop ${system(calls.ALARM, 50_000, 0, 4)}))`;
	const result = await run({
		name: 'floating',
		images: { one: component(adder(1)), two: component(adder(2)), judge: component(judge) },
		processes: [
			{ image: 'judge', priority: 90 },
			{ image: 'one', priority: 41, budget: 100_000, period: 300_000, before: signal(0, 1, 2, 1) },
			{ image: 'two', priority: 40, budget: 100_000, period: 300_000, before: signal(0, 2, 2, 2) },
		],
	});
	assert.deepEqual([result.exitCode, ...printed(result).sort()], [0, '450000', '750000'], result.output);
});

test('protected calls work between processes with and without floating point', async () => {
	const client = `(func (export "init") (local $x f64) (local.set $x (f64.const 2.5))
		(local.set $x (f64.add (local.get $x) (f64.convert_i32_s (call $call4 (i32.const 2) (i32.const 1) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6)))))
		(call $line (i32.trunc_f64_s (f64.mul (local.get $x) (f64.const 10))))
		(call $line (i32.load (i32.const ${RESULT_WORDS})))
		(call $line (call $call0 (i32.const 3) (i32.const 1)))
		(call $halt (i32.const 0)))`;
	const floatingServer = `${PROTECTED} (i32.store (i32.const ${RESULT_WORDS}) (i32.trunc_f32_s (f32.mul (f32.convert_i32_s (local.get $w3)) (f32.const 1.5))))
		(i32.const 9))`;
	const plainServer = `${PROTECTED} (i32.shl (i32.add (local.get $badge) (local.get $w0)) (i32.const 3)))`;
	const result = await run({
		name: 'mixed',
		images: { client: component(client), server: component(floatingServer), plain: component(plainServer) },
		processes: [
			SERVER,
			{ ...CLIENT, before: [...gate(0, 1, 2, 5), ...gate(2, 1, 3, 6)] },
			{ ...SERVER, image: 'plain', priority: 101 },
		],
	});
	assert.deepEqual(printed(result), ['115', '9', '48'], result.output);
});

test('tables, indirect calls and data segments', async () => {
	const program = `(table 4 funcref) (elem (i32.const 1) $double $triple) (data (i32.const 1024) "\\07\\00\\00\\00")
		(type $unary (func (param i32) (result i32)))
		(func $double (type $unary) (i32.mul (local.get 0) (i32.const 2)))
		(func $triple (type $unary) (i32.mul (local.get 0) (i32.const 3)))
		(func (export "init")
			(call $line (call_indirect (type $unary) (i32.load (i32.const 1024)) (i32.const 1)))
			(call $line (call_indirect (type $unary) (i32.load (i32.const 1024)) (i32.const 2)))
			(call $line (memory.size)) (call $line (memory.grow (i32.const 1)))
			(call $halt (i32.const 0)))`;
	const result = await run({
		name: 'table',
		images: { program: component(program) },
		processes: [{ image: 'program', priority: 50 }],
	});
	assert.deepEqual(printed(result), ['14', '21', '1', '-1'], result.output);
});

test('a system that is idle for ever ends with code 75', async () => {
	const result = await run({
		...SAY_HI,
		name: 'idle',
		images: { hi: component('(func (export "init") (call $line (i32.const 1)))') },
	});
	assert.deepEqual([result.exitCode, ...printed(result)], [75, '1']);
});
