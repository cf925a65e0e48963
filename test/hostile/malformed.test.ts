/**
 * Malformed binaries: whatever a component's bytes are, a machine either refuses them with a message that names the component and the
 * place, or runs them as it runs any other hostile component.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { MachineError } from '../../machines/hosted/core/kernel.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { validateComponent } from '../../machines/wasm/validate.ts';
import type { SystemImage } from '../../tools/image/types.ts';
import { checkInvariants } from '../../verify/invariants/check.ts';
import { buildStage } from '../support/stage.ts';

const COMPONENTS = ['bystander', 'answerer', 'listener', 'hostile/numbers'].map((name) => `test/components/${name}`);
/** Init and the director come first. */
const HOSTILE = 2 + COMPONENTS.length - 1;
const MUTANTS = 300;
/** Mutants that are valid components are run: so many at most, each takes a tenth of a second. */
const RUNS_MOST = 25;
const HEADER_BYTES = 8;

let image: SystemImage;
let wasm: Uint8Array;

/** The system with other bytes for the hostile component. */
function withBinary(bytes: Uint8Array): SystemImage {
	return {
		...image,
		images: image.images.map((each, index) => (index === HOSTILE ? { ...each, wasm: bytes } : each)),
	};
}

function load(bytes: Uint8Array) {
	return createMachine(withBinary(bytes), { host: nodeHost(), deterministic: true });
}

function refusal(bytes: Uint8Array): string {
	try {
		const machine = load(bytes);
		while (machine.prepare());
	} catch (error) {
		assert.ok(error instanceof MachineError, String(error));
		return error.message;
	}
	return '';
}

/** A module that imports the kernel's functions not at all and has this code section body; or any sections one likes. */
function moduleOf(...sections: number[][]): Uint8Array {
	return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]);
}

describe('malformed binaries', () => {
	before(async () => {
		image = await buildStage({
			name: 'hostile-malformed',
			director: 'test/components/warden',
			components: COMPONENTS,
		});
		wasm = image.images[HOSTILE]?.wasm ?? new Uint8Array();
	});

	test('refused with the name of the component and the place', () => {
		const cases: [string, Uint8Array][] = [
			['nothing', new Uint8Array()],
			['not WebAssembly', new TextEncoder().encode('#!/bin/sh')],
			['another version', Uint8Array.from([0, 0x61, 0x73, 0x6d, 2, 0, 0, 0])],
			['half of it', wasm.slice(0, wasm.length / 2)],
			['something behind the end', Uint8Array.from([...wasm, 1, 2, 3])],
			['a section longer than the file', moduleOf([1, 0xff, 0xff, 0xff, 0x7f])],
			['an empty module', moduleOf()],
		];
		for (const [name, bytes] of cases) {
			const message = refusal(bytes);
			assert.match(message, /component numbers is not one that this machine runs:\n {2}byte \d+: \w/, name);
		}
	});

	test('memory.grow is refused', () => {
		// (func (drop (memory.grow (i32.const 1)))), memory of one page that could become two
		const growing = moduleOf(
			[1, 4, 1, 0x60, 0, 0],
			[3, 2, 1, 0],
			[5, 4, 1, 1, 1, 2],
			[7, 17, 2, 6, ...Buffer.from('memory'), 2, 0, 4, ...Buffer.from('init'), 0, 0],
			[10, 9, 1, 7, 0, 0x41, 1, 0x40, 0, 0x1a, 0x0b],
		);
		assert.doesNotThrow(() => new WebAssembly.Module(growing), 'the test has made no module');
		assert.match(refusal(growing), /memory.*grow|grow/);
	});

	test('a truncation is refused wherever it is', () => {
		for (let length = 0; length < wasm.length; length += 1 + Math.floor(wasm.length / 400)) {
			assert.notEqual(refusal(wasm.slice(0, length)), '', `${length} bytes`);
		}
	});

	test('a mutant is refused, or runs and harms nobody', async () => {
		const accepted: Uint8Array[] = [];
		const position = fc.integer({ min: HEADER_BYTES, max: wasm.length - 1 });
		fc.assert(
			fc.property(fc.array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 3 }), (changes) => {
				const mutant = Uint8Array.from(wasm);
				for (const [at, value] of changes) mutant[at] = value;
				const declared = image.images[HOSTILE];
				if (declared === undefined) return;
				if (validateComponent(mutant, declared).length === 0) accepted.push(mutant);
				else assert.notEqual(refusal(mutant), '');
			}),
			{ seed: 20261121, numRuns: MUTANTS },
		);
		assert.ok(accepted.length > 0, 'no mutant was accepted');
		for (const mutant of accepted.slice(0, RUNS_MOST)) {
			const machine = load(mutant);
			const { log } = await machine.run();
			assert.match(log, /, 0 failed\n$/, log.replaceAll(/^ok .*\n/gm, ''));
			assert.deepEqual(checkInvariants(machine.snapshot()), []);
		}
	});
});
