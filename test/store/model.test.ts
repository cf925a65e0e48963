/** The store does what a volume is: any sequence of operations gives what it gives on a model, whatever is killed in between. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as fc from 'fast-check';
import { checkStore } from '../../tools/store/check.ts';
import { digestOf, Model, type Operation, perform } from './model.ts';
import { BLOCK_BYTES, type Client, loadModules, type Modules, NO_ROOM, Rig, STALE } from './rig.ts';

const DISK_BLOCKS = 1024;
/** `STORE_RUNS=2000 npx tessera test store/model` runs more. */
const RUNS = Number(process.env.STORE_RUNS ?? 60);

let modules: Modules;
before(async () => {
	modules = await loadModules();
});

const name = fc.constantFrom('a', 'b', 'c', 'longer-name', 'ä');
const directory = fc.constantFrom('', '', '', 'a', 'b');
const place = fc.constantFrom(0, 0.3, 0.99, 1, 1, 1);
/** Sizes around the block, and across the levels of a tree. */
const length = fc.oneof(
	fc.integer({ min: 1, max: 200 }),
	fc.constantFrom(4095, 4096, 4097, 8192, 65536),
	fc.integer({ min: 1, max: 65536 }),
);
const operation: fc.Arbitrary<Operation> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc.record({ kind: fc.constant('make' as const), directory, name, isDirectory: fc.boolean() }),
	},
	{
		weight: 6,
		arbitrary: fc.record({ kind: fc.constant('write' as const), directory, name, place, length, seed: fc.nat(999) }),
	},
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), directory, name, place }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), directory, name }) },
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), directory, name, to: name }) },
);
const incident = fc.constantFrom(
	'sync',
	'pass',
	'restart the store',
	'restart the cipher',
	'restart the driver',
	'restart the machine',
);
type Step = Operation | string;
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.oneof({ weight: 5, arbitrary: operation }, { weight: 1, arbitrary: incident }),
	{
		minLength: 5,
		maxLength: 60,
	},
);

/** A client, and what its volume must be: now, and at any moment since it was last known to be on the disk. */
class Session {
	rig: Rig;
	model = new Model();
	/** States that a restart may find. */
	states: Model[] = [this.model.copy()];

	constructor() {
		this.rig = new Rig(modules, new Uint8Array(DISK_BLOCKS * BLOCK_BYTES), { quota: 3 << 20 });
		this.begin();
	}

	get client(): Client {
		return this.rig.clients[0] as Client;
	}

	private begin(): void {
		assert.equal(this.client.call(this.client.root, 'closeAll'), 0);
	}

	step(step: Step): void {
		if (typeof step !== 'string') this.operate(step);
		else this.happen(step);
	}

	private operate(operation: Operation): void {
		const next = this.model.copy();
		const expected = next.apply(operation);
		const code = perform(this.client, operation);
		if (code === NO_ROOM && expected === 0) return;
		assert.equal(code, expected, JSON.stringify(operation));
		this.model = next;
		this.states.push(next.copy());
	}

	private happen(incident: string): void {
		const { rig } = this;
		if (incident === 'sync') {
			assert.equal(this.client.sync(), 0);
			this.states = [this.model.copy()];
		} else if (incident === 'pass') rig.pass();
		else if (incident === 'restart the cipher') rig.startCipher();
		else if (incident === 'restart the driver') rig.disk.restart();
		else this.restart(incident);
	}

	private restart(incident: string): void {
		if (incident === 'restart the machine') {
			this.rig = new Rig(modules, this.rig.disk.storage.slice(), { quota: 3 << 20, seed: this.states.length * 1000 });
		} else {
			this.rig.startStore();
			assert.equal(this.client.sync(), STALE);
		}
		this.begin();
		const digest = digestOf(this.client.tree());
		const found = this.states.find((state) => state.digest() === digest);
		assert(found !== undefined, 'after a restart the volume is in a state that it never had');
		this.model = found.copy();
		this.states = [found.copy()];
	}

	end(): void {
		assert.equal(digestOf(this.client.tree()), this.model.digest());
		assert.equal(this.client.sync(), 0);
		this.rig.pass();
		this.rig.settle();
		assert.deepEqual(checkStore(this.rig.disk.storage).problems, []);
	}
}

test('any sequence of operations and incidents', () => {
	fc.assert(
		fc.property(steps, (sequence) => {
			const session = new Session();
			for (const step of sequence) session.step(step);
			session.end();
		}),
		{ numRuns: RUNS },
	);
});
