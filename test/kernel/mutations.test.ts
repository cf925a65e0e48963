/** Are the tests any good? Each mutation is a mistake that a kernel can have; the random sequences must notice every one. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly, PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { Dice } from './arguments.ts';
import { ModelKernel } from './kernel.ts';
import { step } from './random.ts';
import { Worlds } from './start.ts';
import { Watch } from './watch.ts';

interface Mutation {
	readonly mistake: string;
	readonly file: string;
	readonly text: string;
	readonly instead: string;
}

const MUTATIONS: readonly Mutation[] = [
	{
		mistake: 'a missing bound: capabilities land beyond the end of a table',
		file: 'kernel/capability.ts',
		text: ' || slot >= process(holder).slots) return INVALID_ARGUMENT',
		instead: ') return INVALID_ARGUMENT',
	},
	{
		mistake: 'OR for AND: a copy has more rights than its source',
		file: 'kernel/capability.ts',
		text: 'capability(source).rights & rights;\n\tcapability(address).badge',
		instead: 'capability(source).rights | rights;\n\tcapability(address).badge',
	},
	{
		mistake: 'no generation check: capabilities to a region outlive it',
		file: 'kernel/capability.ts',
		text: 'if (kind === KIND_REGION) return region(object).generation === generation;',
		instead: 'if (kind === KIND_REGION) return true;',
	},
	{
		mistake: 'forgotten zeroing: a destroyed process leaves its state to the next',
		file: 'kernel/process.ts',
		text: 'field < PROCESS_STRIDE / 8',
		instead: 'field < 16',
	},
	{
		mistake: 'an unchecked label: memory is mapped against the flow matrix',
		file: 'kernel/mapping.ts',
		text: '\tif (!flows(label, region(row).label, memoryOperations(rights))) return FORBIDDEN_FLOW;\n',
		instead: '',
	},
	{
		mistake: 'an error after the first write: a refused gift of rows still takes the row',
		file: 'kernel/account.ts',
		text: '\tif (process(row).state !== STATE_FREE) return NOT_AVAILABLE;\n\t// ---- commit ----\n\tprocess(row).account = to;',
		instead: '\tprocess(row).account = to;\n\tif (process(row).state !== STATE_FREE) return NOT_AVAILABLE;',
	},
	{
		mistake: 'a page table entry that stays: unmapped memory can still be touched',
		file: 'kernel/mapping.ts',
		text: '\tsetWindow(holder, memory, 0);\n',
		instead: '',
	},
	{
		mistake: 'a refill that nobody waits for: a throttled process never executes again',
		file: 'kernel/budget.ts',
		text: '\tprocess(row).throttled = 1;\n\tupdateTimer(row);\n',
		instead: '\tprocess(row).throttled = 1;\n',
	},
];

const SEQUENCES = 300;
const STEPS = 60;

async function mutate({ file, text, instead }: Mutation): Promise<ModelKernel> {
	const source = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
	assert.equal(source.split(text).length, 2, `${file} has the text of the mutation once`);
	const sources = new Map([[file, source.replace(text, instead)]]);
	const extra = ['--optimizeLevel', '0'];
	const { wasm } = await compileAssembly({ entry: 'kernel/kernel.ts', memoryPages: KERNEL_PAGES, sources, extra });
	return new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
}

/** Random sequences until something breaks; what broke. */
function torture(worlds: Worlds): Error | undefined {
	const dice = new Dice(1);
	try {
		for (let sequence = 0; sequence < SEQUENCES; sequence++) {
			const session = worlds.start(sequence % 2 === 0);
			new Watch(session);
			for (let made = 0; made < STEPS; made++) step(session, dice.next());
		}
	} catch (error) {
		return error as Error;
	}
	return undefined;
}

for (const mutation of MUTATIONS) {
	test(`noticed: ${mutation.mistake}`, async (context) => {
		const broken = torture(new Worlds(await mutate(mutation)));
		assert.ok(broken !== undefined, 'nothing noticed it');
		context.diagnostic(broken.message);
	});
}
