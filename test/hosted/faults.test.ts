/** Faults are contained in the component that causes them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { CAUSE_BAD_CALL, CAUSE_MEMORY, CAUSE_OVERRUN, CAUSE_STACK, CAUSE_TRAP } from '../../abi/calls.ts';
import { SERVER_FAULT, SERVER_GONE } from '../../abi/errors.ts';
import { PROCESS_CAUSE } from '../../kernel/layout.ts';
import { processField } from '../../machines/hosted/core/mapping.ts';
import type { HostedMachine } from '../../machines/hosted/machine.ts';
import { boot, component, connect, GATE, giveControl } from './support.ts';

const PARAMETERS = '(param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)';
const CLIENT = 2;
const SERVER = 3;

/** Recurses for ever; does `each` at every level. */
const recursing = (each: string) => `
	(func $deeper (param i32 i32 i32) (result i32) ${each}
		(i32.add (local.get 0) (call $deeper (local.get 1) (local.get 2) (i32.add (local.get 0) (i32.const 1)))))`;

function causeOf(machine: HostedMachine, process: number): number {
	return processField(machine.core.words, process, PROCESS_CAUSE);
}

/** The client calls a server that misbehaves, twice, and logs both answers. */
async function callTwice(definitions: string, body: string): Promise<{ machine: HostedMachine; answers: number[] }> {
	const call = `(call $log (i32.sub (i32.const 0) (call $call0 (i32.const ${GATE}) (i32.const 0))))`;
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`(func (export "init") ${call} ${call} (call $halt (i32.const 0)))`),
				priority: 40,
			},
			{
				name: 'server',
				wasm: component(`${definitions} (func (export "protected") ${PARAMETERS} ${body})`),
				priority: 50,
				worstCase: 100_000,
			},
		],
		more: (slots) => [...giveControl(slots, 'client'), ...connect(slots, 'client', 'server')],
	});
	const { log } = await machine.run();
	return { machine, answers: [...Buffer.from(log)].map((byte) => -byte) };
}

const MISBEHAVIOUR: [name: string, cause: number, definitions: string, body: string][] = [
	['executes unreachable', CAUSE_TRAP, '', 'unreachable'],
	['divides by zero', CAUSE_TRAP, '', '(i32.div_u (i32.const 1) (local.get 7))'],
	['loads outside its memory', CAUSE_MEMORY, '', '(i32.load (i32.const 65536))'],
	['loops for ever', CAUSE_OVERRUN, '', '(loop $again (br $again)) unreachable'],
	['recurses for ever', CAUSE_STACK, recursing(''), '(call $deeper (local.get 0) (local.get 1) (i32.const 1))'],
	['waits', CAUSE_BAD_CALL, '', '(call $wait)'],
];

for (const [name, cause, definitions, body] of MISBEHAVIOUR) {
	test(`a server that ${name} is at fault; its client learns it and goes on`, async () => {
		const { machine, answers } = await callTwice(definitions, body);
		assert.deepEqual(answers, [SERVER_FAULT, SERVER_GONE]);
		assert.equal(causeOf(machine, SERVER), cause);
		assert.equal(causeOf(machine, CLIENT), 0);
	});
}

test('a component that calls the kernel at every level of an endless recursion cannot make the kernel run out of stack', async () => {
	const { machine, answers } = await callTwice(
		recursing(
			'(drop (call $notify (i32.const 9))) (drop (call $system (i32.const 6) (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)))',
		),
		'(call $deeper (local.get 0) (local.get 1) (i32.const 1))',
	);
	assert.deepEqual(answers, [SERVER_FAULT, SERVER_GONE]);
	assert.equal(causeOf(machine, SERVER), CAUSE_STACK);
	// By the meter, before the engine's own limit: that one could strike inside the kernel.
	assert.deepEqual(
		machine.faults().map(({ message }) => message),
		['stack exhausted'],
	);
});

test('a client deep in recursion is at fault when it calls, its server never', async () => {
	const machine = await boot({
		processes: [
			{
				name: 'client',
				wasm: component(`${recursing(`(drop (call $call0 (i32.const ${GATE}) (i32.const 0)))`)}
					(func (export "init") (drop (call $deeper (i32.const 1) (i32.const 2) (i32.const 3))))`),
				priority: 40,
				budget: 100_000_000,
				period: 200_000_000,
			},
			{
				name: 'server',
				wasm: component(`(func (export "protected") ${PARAMETERS} (i32.const 0))`),
				priority: 50,
				worstCase: 1000,
			},
		],
		more: (slots) => connect(slots, 'client', 'server'),
	});
	const { end } = await machine.run();
	assert.equal(end, 'idle');
	assert.equal(machine.faults()[0]?.message, 'no stack left for a call');
	assert.equal(causeOf(machine, CLIENT), CAUSE_STACK);
	assert.equal(causeOf(machine, SERVER), 0);
});

test('an activation that spends its budget goes on with its next refill until its patience ends', async () => {
	const spin = component(`(func (export "init") (loop $again (br $again)))`);
	const machine = await boot({
		processes: [{ name: 'spinner', wasm: spin, priority: 40, budget: 100_000, period: 1_000_000, patience: 3 }],
	});
	assert.equal((await machine.run()).end, 'idle');
	assert.equal(causeOf(machine, 2), CAUSE_OVERRUN);
	assert.ok(machine.now() >= 400_000 && machine.now() < 500_000, `at ${machine.now()} ns`);
});
