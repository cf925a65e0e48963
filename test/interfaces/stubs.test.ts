import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOAN_READ, LOAN_SIZE } from '../../abi/calls.ts';
import { RESULT_WORDS } from '../../abi/component.ts';
import { MISSING_RIGHT } from '../../abi/errors.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { buildComponent } from '../../tools/build/component.ts';

type Function = (...words: number[]) => number;

const server = new WebAssembly.Module((await buildComponent('test/components/echo-server')).wasm);
const client = new WebAssembly.Module((await buildComponent('test/components/echo-client')).wasm);

/** Client and server joined by a stand-in for the kernel: words, loans and result words only. */
function connect(badge = 5) {
	let loan = { rights: 0, offset: 0, length: 0 };
	const system = (number: number, offset: number, pointer: number, length: number) => {
		const [from, to] = number === LOAN_READ ? [clientBytes, serverBytes] : [serverBytes, clientBytes];
		if (number === LOAN_SIZE) {
			new Int32Array(serverBytes.buffer)[RESULT_WORDS >> 2] = loan.rights;
			return loan.length;
		}
		if ((loan.rights & (number === LOAN_READ ? RIGHT_READ : RIGHT_WRITE)) === 0) return MISSING_RIGHT;
		const [source, target] = number === LOAN_READ ? [loan.offset + offset, pointer] : [pointer, loan.offset + offset];
		to.set(from.slice(source, source + length), target);
		return 0;
	};
	const serve = (...words: number[]) => {
		const status = (serverExports.protected as Function)(badge, ...words);
		clientBytes.set(serverBytes.slice(RESULT_WORDS, RESULT_WORDS + 4 * (status & 7)), RESULT_WORDS);
		return status;
	};
	const kernel = {
		system,
		call0: (_gate: number, method: number) => serve(method, 0, 0, 0, 0, 0, 0),
		call4: (_gate: number, ...words: number[]) => serve(...words, 0, 0),
		call6: (_gate: number, ...words: number[]) => serve(...words),
		callWith: (_gate: number, ...words: number[]) => {
			const [lent = 0, offset = 0, length = 0] = words.slice(8);
			loan = { rights: lent >> 8, offset, length };
			return serve(...words.slice(0, 7));
		},
	};
	const serverExports = new WebAssembly.Instance(server, { kernel }).exports;
	const clientExports = new WebAssembly.Instance(client, { kernel }).exports;
	const serverBytes = new Uint8Array((serverExports.memory as WebAssembly.Memory).buffer);
	const clientBytes = new Uint8Array((clientExports.memory as WebAssembly.Memory).buffer);
	return {
		serve,
		/** Status and results of the client's call number `bit`. */
		perform: (bit: number) => {
			(clientExports.notified as Function)(1 << bit);
			return [...new BigInt64Array(clientBytes.buffer, 4096, 3)];
		},
	};
}

test('arguments and results of every kind pass through stub and dispatcher', () => {
	const { perform } = connect();
	assert.deepEqual(perform(0), [0n, 0n, 0n]);
	assert.deepEqual(perform(1), [0n, -10n, 0n]);
	assert.deepEqual(perform(2), [0n, 10_000_000_000n, 7n]);
	assert.deepEqual(perform(3), [0n, -448n, 0n]);
	assert.deepEqual(perform(4), [0n, 0x0909090909090909n, 0n]);
});

test('what is outside the stated ranges never reaches the server', () => {
	const { perform, serve } = connect();
	assert.equal(perform(5)[0], 2n, 'number above its range');
	assert.equal(perform(7)[0], 2n, 'number below its range');
	assert.equal(perform(6)[0], 3n, 'buffer below its length');
	assert.equal(serve(4, 2, 0, 0, 0, 0, 0) >> 3, 2, 'a bool that is 2');
	assert.equal(serve(5, 1, 0, 0, 0, 0, 0) >> 3, 3, 'a loan that may not be written');
	for (const method of [0, 6, -1, 0x7fffffff]) assert.equal(serve(method, 0, 0, 0, 0, 0, 0) >> 3, 1, 'no such method');
});

test('an error of the service arrives by its code, without results', () => {
	assert.deepEqual(connect(13).perform(2), [16n, 0n, 0n]);
});
