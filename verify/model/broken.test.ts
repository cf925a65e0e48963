/** Is the search any good? Each mistake in the kernel must be found, with the shortest way to it, and playing that way must show it again. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { KERNEL_PAGES } from '../../kernel/layout.ts';
import { compileAssembly, PROJECT_ROOT } from '../../tools/build/assembly.ts';
import type { Configuration } from './configuration.ts';
import { chain } from './configurations/chain.ts';
import { clients } from './configurations/clients.ts';
import { destroy } from './configurations/destroy.ts';
import { loans } from './configurations/loans.ts';
import { memory } from './configurations/memory.ts';
import { revoke } from './configurations/revoke.ts';
import { stop } from './configurations/stop.ts';
import { throttle } from './configurations/throttle.ts';
import { printTrace } from './print.ts';
import { search } from './search.ts';
import { readTrace, traceOf, writeTrace } from './trace.ts';
import { type Binaries, buildWorld, loadBinaries } from './world.ts';

interface Broken {
	readonly mistake: string;
	readonly configuration: Configuration;
	readonly file: string;
	readonly text: string;
	readonly instead: string;
	/** What the search must say, and in how many steps it gets there. */
	readonly violated: RegExp;
	readonly steps: number;
}

const MISTAKES: readonly Broken[] = [
	{
		mistake: 'whoever ends stays in the ready set',
		configuration: stop,
		file: 'kernel/activation.ts',
		text: '\tremoveReady(row);\n\tclearInProgress(row);',
		instead: '\tclearInProgress(row);',
		violated: /ready/,
		steps: 4,
	},
	{
		mistake: 'a gate is good whatever its generation',
		configuration: destroy,
		file: 'kernel/gate.ts',
		text: '\tif (gate.generation !== server.generation) return INVALID_CAPABILITY;\n',
		instead: '',
		violated: /slot 6, which is not good/,
		steps: 8,
	},
	{
		mistake: 'a gate is good although its grant was revoked',
		configuration: revoke,
		file: 'kernel/gate.ts',
		text: '\tif (gate.grant !== 0 && !grantLives(gate.grant, gate.grantGeneration)) return INVALID_CAPABILITY;\n',
		instead: '',
		violated: /which is not good/,
		steps: 5,
	},
	{
		mistake: 'a signal that comes while the server serves is lost',
		configuration: revoke,
		file: 'kernel/gate.ts',
		text: '\tif ((process(server).pending | process(server).faults) !== 0) settle(server);\n',
		instead: '',
		violated: /process 3 is told what is pending/,
		steps: 5,
	},
	{
		mistake: 'nobody resumes the caller of a server that faulted',
		configuration: chain,
		file: 'kernel/activation.ts',
		text: '\tif (client !== 0) endCall(client, result, left);\n',
		instead: '',
		violated: /serves process/,
		steps: 4,
	},
	{
		mistake: 'a server that faulted is forgotten as the callee of its client',
		configuration: clients,
		file: 'kernel/activation.ts',
		text: '\tprocess(client).callee = 0;\n',
		instead: '',
		violated: /serves process/,
		steps: 4,
	},
	{
		mistake: 'a mapping outlives the revocation of its region',
		configuration: memory,
		file: 'kernel/mapping.ts',
		text: '\tif (process(holder).epoch !== epoch) recheck(holder, epoch);\n',
		instead: '\tprocess(holder).epoch = epoch;\n',
		violated: /may use its memory 0 now/,
		steps: 3,
	},
	{
		mistake: 'a loan outlives the revocation of what was lent',
		configuration: loans,
		file: 'kernel/mapping.ts',
		text: ' || !mappingLives(holder, memory)) return false;\n\tconst size',
		instead: ') return false;\n\tconst size',
		violated: /what is copied from process 2 to process 3/,
		steps: 9,
	},
	{
		mistake: 'a refill that nobody waits for',
		configuration: throttle,
		file: 'kernel/budget.ts',
		text: '\tprocess(row).throttled = 1;\n\tupdateTimer(row);\n',
		instead: '\tprocess(row).throttled = 1;\n',
		violated: /the timer has the time that process/,
		steps: 3,
	},
];

/** What is checked in each state is enough; the invariants of the proof would notice some of it as well. */
const LIMITS = { states: 1e6, restEvery: 1, invariantsEvery: 1e6, everythingEvery: 1e6 };

const folder = mkdtempSync(path.join(tmpdir(), 'tessera-model-'));
after(() => rmSync(folder, { recursive: true }));

async function compile({ file, text, instead }: Broken): Promise<Binaries> {
	const source = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
	assert.equal(source.split(text).length, 2, `${file} has the text of the mistake once`);
	const sources = new Map([[file, source.replace(text, instead)]]);
	const extra = ['--optimizeLevel', '0'];
	const { wasm } = await compileAssembly({ entry: 'kernel/kernel.ts', memoryPages: KERNEL_PAGES, sources, extra });
	return loadBinaries({ wasm, sha256: 'of a broken kernel' });
}

for (const broken of MISTAKES) {
	test(`found: ${broken.mistake}`, async (context) => {
		const binaries = await compile(broken);
		const { configuration } = broken;
		const { found } = search(buildWorld(configuration, binaries), LIMITS);
		assert.ok(found !== undefined, 'the search finds it');
		assert.match(found.statement, broken.violated);
		assert.equal(found.actions.length, broken.steps, found.actions.map(({ title }) => title).join('; '));
		const trace = traceOf(buildWorld(configuration, binaries), binaries.sha256, found);
		const shown = printTrace(trace, buildWorld(configuration, binaries), () => {});
		if (configuration.alike === undefined) assert.equal(shown, found.statement, 'playing it shows the same');
		else assert.match(shown ?? '', broken.violated);
		context.diagnostic(found.actions.map(({ title }) => title).join('; '));
	});
}

test('`tessera run --replay` plays a trace on the kernel of the project, state after state', async () => {
	const [broken] = MISTAKES as [Broken];
	const binaries = await compile(broken);
	const { found } = search(buildWorld(stop, binaries), LIMITS);
	assert.ok(found !== undefined);
	const file = path.join(folder, 'trace.json');
	const trace = traceOf(buildWorld(stop, binaries), binaries.sha256, found);
	writeTrace(file, trace);
	assert.deepEqual(readTrace(readFileSync(file, 'utf8')), trace);
	const words = [path.join(PROJECT_ROOT, 'tools/main.ts'), 'run', '--replay', file];
	const output = execFileSync(process.execPath, words, { encoding: 'utf8' });
	assert.match(output, /4\. manager stops client \[manager executes\]: system\(23, 2/);
	assert.match(output, /process 2, client: stopped, idle\n/);
	assert.match(output, /nothing is violated/);
});
