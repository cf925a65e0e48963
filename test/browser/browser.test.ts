/** The browser machine in Chromium, one browser for all: the same systems with the same results as on Node, and a page that explains. */
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { kernelDigest } from '../../machines/hosted/core/digest.ts';
import type { HostedSystem } from '../../machines/hosted/core/system.ts';
import { createMachine } from '../../machines/hosted/machine.ts';
import { nodeHost } from '../../machines/hosted/node/host.ts';
import { Chromium, type PageOptions } from '../../tools/browser/chromium.ts';
import { buildSite, type Site } from '../../tools/browser/site.ts';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';
import { buildSystem } from '../../tools/image/build.ts';
import { component, testSystem } from '../hosted/support.ts';
import { buildStage } from '../support/stage.ts';
import { largeFrames, manyMemories } from './limits.ts';

/** Assertions that the conformance suite has at least. */
const ASSERTIONS_LEAST = 800;
const SYSTEMS = globSync('{systems,test/systems}/*/system.ts', { cwd: PROJECT_ROOT }).sort();
/** Milliseconds that a machine may hang, and frames that its page shows in a small part of them. */
const HANG = 5000;
const FRAMES = 10;
const DETERMINISTIC = { deterministic: true, seed: 0 };
const FOR_EVER = '(func (export "init") (loop $for_ever (br $for_ever)))';

let chromium: Chromium;
before(async () => {
	chromium = await Chromium.launch();
});
after(() => chromium.close());

async function runInChromium(system: HostedSystem, options: PageOptions = DETERMINISTIC) {
	let log = '';
	const onLog = (text: string) => {
		log += text;
	};
	return { ...(await chromium.run(await buildSite(system), { ...options, onLog })), log };
}

/** Runs the system on Node and in Chromium: log, time, processes, faults and kernel memory are the same. */
async function assertSame(system: HostedSystem): Promise<{ log: string; exitCode: number }> {
	const { log, kernel, exitCode, end, figures } = await runInChromium(system);
	const machine = createMachine(system, { host: nodeHost(), deterministic: true });
	const expected = await machine.run();
	assert.deepEqual({ log, exitCode, end }, expected);
	assert.equal(kernel, system.kernel.sha256);
	assert.deepEqual(figures, {
		nanoseconds: machine.now(),
		kernelMemory: await kernelDigest(machine.snapshot()),
		processes: machine.inspect(),
		faults: machine.faults(),
	});
	return { log, exitCode };
}

describe('the same as on Node', () => {
	test('there are systems to compare', () => {
		for (const name of ['hello', 'pingpong', 'pipeline', 'quota', 'faulty']) {
			assert.ok(SYSTEMS.includes(`systems/${name}/system.ts`), name);
		}
	});

	for (const file of SYSTEMS) {
		test(file, async () => {
			const image = await buildSystem(file);
			if (image.expect !== undefined) assert.deepEqual(await assertSame(image), image.expect);
		});
	}

	test('the conformance suite', async () => {
		const components = ['test/components/subject', 'test/components/usher'];
		const stage = { name: 'conformance', director: 'test/components/director', components };
		const { log } = await assertSame(await buildStage(stage));
		const lines = log.trimEnd().split('\n');
		assert.ok(lines.length > ASSERTIONS_LEAST, `${lines.length} lines`);
		assert.equal(lines.at(-1), `total ${lines.length - 1} assertions, 0 failed`);
	});

	// What presses on the engine: its stack, its memories, and code that does not end.
	for (const attack of ['recurses', 'exhausts', 'breeds', 'wild']) {
		test(`a component that ${attack}`, async () => {
			const folders = ['bystander', 'answerer', 'listener', `hostile/${attack}`];
			const { log } = await assertSame(
				await buildStage({
					name: attack,
					director: 'test/components/warden',
					components: folders.map((folder) => `test/components/${folder}`),
				}),
			);
			assert.match(log, /^total \d+ assertions, 0 failed$/m);
		});
	}
});

describe('at the limits of the engine', () => {
	test('stack ends by the meter, large frames included: the engine would end it inside the kernel', async () => {
		const { log: _, figures } = await runInChromium(await testSystem(largeFrames()));
		assert.deepEqual(
			figures?.faults.map(({ message }) => message),
			['stack exhausted'],
		);
	});

	test('a system that maps more memories than a tab has is told so', async () => {
		const { end, message } = await runInChromium(await testSystem(manyMemories()));
		assert.equal(end, 'failed');
		assert.match(message ?? '', /the engine gives this machine no more memories \(64 KiB wanted\)/);
	});
});

test('in real time, too', async () => {
	const image = await buildSystem('pipeline');
	const { log, exitCode } = await runInChromium(image, { deterministic: false, seed: 0 });
	assert.deepEqual({ log, exitCode }, image.expect);
});

describe('the page', () => {
	let site: Site;
	let hello: HostedSystem;
	before(async () => {
		hello = await buildSystem('hello');
		site = await buildSite(hello);
	});

	/** What the page tells the person when the run has ended. */
	async function stateOf(shown: Site, options: Partial<PageOptions> = {}): Promise<string> {
		const page = await chromium.open(shown, { ...DETERMINISTIC, ...options });
		try {
			await page.evaluate('window.tessera.finished');
			return (await page.textContent('#state')) ?? '';
		} finally {
			await page.close();
		}
	}

	test('shows system, kernel, log and processes, and needs nothing but its own files', async () => {
		const page = await chromium.open(site, DETERMINISTIC);
		await page.evaluate('window.tessera.finished');
		assert.equal(await page.textContent('#state'), 'Halted with exit code 0');
		assert.equal(await page.textContent('#kernel'), hello.kernel.sha256);
		assert.equal(await page.textContent('#log'), 'hello: Hello, world!\n');
		const names = await page.locator('#processes tr td:first-child').allTextContents();
		assert.deepEqual(names.toSorted(), [...hello.processNames.values()].toSorted());
		const loaded = await page.evaluate<string[]>(
			'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !name.startsWith("data:"))',
		);
		const files = loaded.map((address) => address.replace(new URL('.', page.url()).href, ''));
		assert.deepEqual(
			files.filter((name) => !site.has(name)),
			[],
		);
		assert.ok(files.includes('system.image'));
		await page.close();
	});

	test('explains a damaged image', async () => {
		const whole = site.get('system.image') as Uint8Array;
		const middle = whole.length >> 1;
		const damaged = whole.with(middle, (whole[middle] as number) ^ 1);
		assert.match(await stateOf(new Map([...site, ['system.image', damaged]])), /damaged: its contents do not match/);
		assert.match(await stateOf(new Map([...site, ['system.image', whole.slice(0, 9000)]])), /cut off: 9000 bytes/);
		assert.match(
			await stateOf(new Map([...site].filter(([name]) => name !== 'system.image'))),
			/cannot be loaded \(404/,
		);
	});

	test('explains a component that is no component', async () => {
		const images = hello.images.map((image, index) => (index === 0 ? image : { ...image, wasm: Uint8Array.of(1, 2) }));
		const state = await stateOf(await buildSite({ ...hello, images }));
		assert.match(state, /component \S+ is not one that this machine runs/);
	});

	test('names what a browser lacks', async () => {
		const prepare = 'delete WebAssembly.Suspending; WebAssembly.validate = () => false';
		const state = await stateOf(site, { prepare });
		assert.match(state, /cannot run Tessera, because it lacks:/);
		for (const feature of ['multiple memories', 'bulk memory', 'JSPI']) assert.ok(state.includes(feature), feature);
	});

	test('stays alive while a component hangs, and ends the machine', async () => {
		const hung = await testSystem({
			processes: [{ name: 'hung', wasm: component(FOR_EVER), priority: 40, patience: 255 }],
		});
		const options = { deterministic: false, seed: 0, watchdog: HANG };
		const page = await chromium.open(await buildSite(hung), options);
		await page.getByText('Running').waitFor();
		// It would show none: the state changes as soon as the page can do anything after the hang.
		const state = await page.evaluate<string>(
			`new Promise((resolve) => { let left = ${FRAMES};
				const next = () => (--left > 0 ? requestAnimationFrame(next) : resolve(document.getElementById('state').textContent));
				requestAnimationFrame(next); })`,
		);
		assert.equal(state, 'Running');
		await page.evaluate('window.tessera.finished');
		assert.equal(
			await page.textContent('#state'),
			`the machine did not come back within ${HANG} ms: stopped by its watchdog`,
		);
		await page.close();
	});

	test('stops a machine that runs for ever when asked', async () => {
		const busy = await testSystem({
			processes: [{ name: 'busy', wasm: component(FOR_EVER), priority: 40, patience: 255 }],
		});
		const page = await chromium.open(await buildSite(busy), { deterministic: false, seed: 0 });
		await page.getByRole('button', { name: 'Stop' }).click();
		await page.evaluate('window.tessera.finished');
		assert.equal(await page.textContent('#state'), 'the machine was stopped');
		await page.close();
	});
});
