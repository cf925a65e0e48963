/** Faults from outside: a component that is killed is at fault at its next activation, and nobody else is. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { ALARM, CAUSE_TRAP } from '../../abi/calls.ts';
import { OK, SERVER_FAULT } from '../../abi/errors.ts';
import { readRecording } from '../../machines/hosted/core/recording.ts';
import { createMachine, type HostedMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { component, connect, GATE, giveControl, testSystem } from './support.ts';

const MILLISECOND = 1_000_000;
const CALL = `(call $log (i32.sub (i32.const 0) (call $call0 (i32.const ${GATE}) (i32.const 0))))`;

/** A client that calls its server when it starts and a millisecond later, logs both answers, and halts. */
async function system() {
	const alarm = `(drop (call $system (i32.const ${ALARM}) (i32.const ${MILLISECOND}) (i32.const 0) (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0)))`;
	const client = `(func (export "init") ${CALL} ${alarm}) (func (export "notified") (param i32) ${CALL} (call $halt (i32.const 0)))`;
	const server = `(func (export "protected") (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32) (i32.const ${OK}))`;
	return testSystem({
		processes: [
			{ name: 'client', wasm: component(client), priority: 40 },
			{ name: 'server', wasm: component(server), priority: 50, worstCase: 100_000 },
		],
		more: (slots) => [...giveControl(slots, 'client'), ...connect(slots, 'client', 'server')],
	});
}

async function answers(record: boolean, first: (machine: HostedMachine) => void) {
	let started = false;
	const machine: HostedMachine = createMachine(await system(), {
		host: nodeHost(),
		deterministic: true,
		record,
		onLog: () => {
			if (!started) first(machine);
			started = true;
		},
	});
	const { log } = await machine.run();
	return { machine, answers: [...Buffer.from(log)].map((byte) => 0 - byte) };
}

test('a server that is killed between two calls is at fault at the second', async () => {
	const { machine, answers: got } = await answers(false, (running) => assert.ok(running.kill('server')));
	assert.deepEqual(got, [OK, SERVER_FAULT]);
	assert.deepEqual(
		machine.faults().map(({ cause, message }) => ({ cause, message })),
		[{ cause: CAUSE_TRAP, message: 'killed from outside' }],
	);
});

test('nobody is killed who does not exist', async () => {
	const { answers: got } = await answers(false, (running) => assert.equal(running.kill('nobody'), false));
	assert.deepEqual(got, [OK, OK]);
});

test('a recorded kill happens again in the replay', async () => {
	const { machine } = await answers(true, (running) => running.kill('server'));
	const replayed = createMachine(await system(), {
		host: nodeHost(),
		replay: readRecording(machine.recording() ?? new Uint8Array()),
	});
	await replayed.run();
	assert.deepEqual(replayed.faults(), machine.faults());
	assert.equal(replayed.faults().length, 1);
});
