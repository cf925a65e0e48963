import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decodeModule } from '../../machines/wasm/decode.ts';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { buildComponent } from '../../tools/build/component.ts';
import { manifest, scratchComponent } from './scratch.ts';

const RX = "regions: { rx: { memory: 1, rights: 'read' } }";

/** Message of the error that building such a component gives. */
async function refusal(files: { readonly [name: string]: string | Uint8Array }): Promise<string> {
	const folder = scratchComponent(files);
	const error = await buildComponent(folder).then(
		() => assert.fail('it was accepted'),
		(reason: Error) => reason,
	);
	return error.message.replaceAll(folder, 'FOLDER');
}

function program(text: string): { readonly [name: string]: string } {
	return { 'manifest.ts': manifest(RX), 'component.ts': text };
}

test('regions become memories, accessors become instructions, nothing else is imported', async () => {
	const folder = scratchComponent(
		program(`import { load32 } from '../../../sdk/region/memory1.ts';
			export function notified(bits: u32): void { store<u32>(2048, load32(bits)); }`),
	);
	const component = await buildComponent(folder);
	const module = decodeModule(component.wasm);
	assert.deepEqual(
		module.imports.map((entry) => `${entry.module}.${entry.name}`),
		['memory.1'],
	);
	assert.equal(module.bodies.length, 1);
	assert.deepEqual(component.memories, [{ memory: 1, name: 'rx', rights: 4 }]);
});

test('initial values that are not constant are computed by `init`', async () => {
	const folder = scratchComponent(
		program(`function three(): u32 { return load<u32>(4096) + 3; }
			let value: u32 = three();
			export function notified(bits: u32): void { store<u32>(2048, value + bits); }`),
	);
	const { wasm } = await buildComponent(folder);
	assert.equal(decodeModule(wasm).start, undefined);
	const memory = { 1: new WebAssembly.Memory({ initial: 0, maximum: 1 }) };
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { memory });
	(exports.init as () => void)();
	(exports.notified as (bits: number) => void)(4);
	assert.equal(new Uint32Array((exports.memory as WebAssembly.Memory).buffer)[512], 7);
});

test('a mistake in the source is named with file, line and column', async () => {
	const message = await refusal(program('export function init(): void {\n\tconst x: i32 = y;\n}\n'));
	assert.match(message, /FOLDER\/component\.ts:2:17: Cannot find name 'y'/);
});

test('allocation does not compile, and the message says what to do', async () => {
	const message = await refusal(
		program('class P { x: i32 = 0 }\nexport function init(): void {\n\tconst p = new P();\n\tp.x = 1;\n}\n'),
	);
	assert.match(message, /FOLDER\/component\.ts:3:12: this allocates memory.*static data/);
});

test('a store into a region that is only readable is refused', async () => {
	const message = await refusal(
		program(
			"import { store32 } from '../../../sdk/region/memory1.ts';\nexport function init(): void { store32(0, 1); }\n",
		),
	);
	assert.match(
		message,
		/FOLDER: the component uses store32 of memory 1, but its manifest.ts declares region 'rx' without the right 'write'/,
	);
});

test('a region that is not declared is refused', async () => {
	const message = await refusal(
		program(
			"import { load8 } from '../../../sdk/region/memory2.ts';\nexport function init(): void { store<u8>(2048, <u8>load8(0)); }\n",
		),
	);
	assert.match(
		message,
		/uses load8 of memory 2, but its manifest.ts declares no region with `memory: 2`; add one to `regions`/,
	);
});

test('an export that is no entry point is refused', async () => {
	assert.match(
		await refusal(program('export function main(): void {}\n')),
		/exports 'main'; a component exports memory, init/,
	);
});

test('an entry point with other parameters is refused', async () => {
	assert.match(
		await refusal(program('export function notified(): void {}\n')),
		/'notified' is not a function of its own with the signature/,
	);
});

test('a folder without manifest, and one without source, are refused', async () => {
	assert.match(await refusal({}), /FOLDER is not a component: it has no manifest.ts/);
	assert.match(await refusal({ 'manifest.ts': manifest() }), /neither component.ts, component.c nor component.wasm/);
});

for (const [properties, message] of [
	["name: 'Upper'", /name "Upper" is not made of lower case/],
	['memoryPages: 0', /memoryPages 0 is not in 1\.\.512/],
	['stack: 100', /stack 100 is not a positive multiple of 16/],
	["regions: { a: { memory: 13, rights: 'read' } }", /region 'a' has memory 13; regions are memories 1 to 12/],
	["regions: { a: { memory: 1, rights: 'read' }, b: { memory: 1, rights: 'read' } }", /'a' and 'b' both are memory 1/],
	["regions: { a: { memory: 1, rights: 'execute' } }", /region 'a' has the right "execute"; rights are/],
	["regions: { a: { memory: 1, rights: 'write' } }", /region 'a' lacks the right 'read'/],
] as const) {
	test(`refused in a manifest: ${properties}`, async () => {
		assert.match(await refusal({ 'manifest.ts': manifest(properties), 'component.ts': '' }), message);
	});
}

test('a component is built again when its source changes, and not otherwise', async () => {
	const folder = scratchComponent(program('export function init(): void { store<u8>(2048, 1); }'));
	const first = await buildComponent(folder);
	assert.deepEqual((await buildComponent(folder)).wasm, first.wasm);
	writeFileSync(
		path.join(PROJECT_ROOT, folder, 'component.ts'),
		'export function init(): void { store<u8>(2048, 2); }',
	);
	assert.notDeepEqual((await buildComponent(folder)).wasm, first.wasm);
});

test('a component in C goes the same way', async () => {
	const { wasm } = await buildComponent('test/components/c-echo');
	const region = new WebAssembly.Memory({ initial: 1, maximum: 1 });
	let own: Uint8Array;
	const kernel = {
		system: (_number: number, _offset: number, pointer: number, length: number) => {
			own.fill(2, pointer, pointer + length);
			return 0;
		},
	};
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(wasm), { kernel, memory: { 2: region } });
	own = new Uint8Array((exports.memory as WebAssembly.Memory).buffer);
	const words = new Int32Array(own.buffer);
	const call = (method: number, word0 = 0, word1 = 0) =>
		(exports.protected as (...words: number[]) => number)(0, method, word0, word1, 0, 0, 0, 0);
	assert.equal(call(1, 20, 22), 1);
	assert.equal(words[16], 42);
	assert.equal(call(2, 100), 1);
	assert.equal(words[16], 200);
	assert.equal(call(3, 64) >> 3, 'f'.charCodeAt(0));
	assert.equal(new TextDecoder().decode(new Uint8Array(region.buffer, 64, 6)), 'from C');
	assert.equal(call(4) >> 3, 104);
});

test('a binary made elsewhere is validated and taken as it is', async () => {
	const { wasm } = await buildComponent('test/components/c-echo');
	const properties = "regions: { any: { memory: 2, rights: ['read', 'write'] } }";
	const folder = scratchComponent({ 'manifest.ts': manifest(properties), 'component.wasm': wasm });
	assert.deepEqual((await buildComponent(folder)).wasm, wasm);
	const message = await refusal({ 'manifest.ts': manifest(properties), 'component.wasm': wasm.slice(0, -5) });
	assert.match(message, /FOLDER: the component is not valid:\nbyte \d+: /);
	assert.match(
		await refusal({ 'manifest.ts': manifest(), 'component.wasm': wasm }),
		/imports memory 2, but manifest.ts declares no region/,
	);
});

test('a mistake in C is named with file and line', async () => {
	const message = await refusal({
		'manifest.ts': manifest(),
		'component.c': '#include "tessera.h"\nTESSERA_INIT { nothing(); }\n',
	});
	assert.match(message, /FOLDER\/component\.c:2:\d+: error/);
});

test('the C header has every number of the ABI', () => {
	const header = readFileSync(path.join(PROJECT_ROOT, 'sdk/c/tessera.h'), 'utf8');
	const defined = new Map(
		[...header.matchAll(/#define TESSERA_(\w+) \(?(-?\d+)\)?\n/g)].map(([, name, value]) => [name, value]),
	);
	for (const file of ['calls', 'errors', 'rights']) {
		const source = readFileSync(path.join(PROJECT_ROOT, `abi/${file}.ts`), 'utf8');
		for (const [, name, value] of source.matchAll(/export const (\w+): [iu]32 = (-?\d+);/g)) {
			assert.equal(defined.get(name), value, `${name} of abi/${file}.ts`);
		}
	}
});
