/** The clock: what ends while nobody looks is told, once; what was set is there after a restart. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { VISIBLE_COVER, VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import { NOTICE_ALARM } from '../../interfaces/notices/kinds.ts';
import { CAPABILITY_NOTIFY } from '../../interfaces/permissions/capabilities.ts';
import { openTestApp, type TestApp } from './app.ts';

const SLOT_TIME = 7;
/** Methods of interfaces/permissions and interfaces/notices. */
const REQUEST = 1;
const SHOW = 1;
const WITHDRAW = 2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 09:41 on 26 November 2026. */
const MORNING = Date.UTC(2026, 10, 26, 9, 41);

interface Said {
	readonly method: number;
	readonly kind: number;
	readonly text: string;
}

class ClockApp {
	readonly said: Said[] = [];
	readonly app: TestApp;
	constructor(app: TestApp) {
		this.app = app;
	}

	static async open(files: Iterable<readonly [string, Uint8Array]> = [], since = 0): Promise<ClockApp> {
		const clock = new ClockApp(await openTestApp('apps/clock', files));
		clock.app.phone.services.set(SLOT_TIME, () => {
			const now = BigInt(MORNING + since);
			return [0, Number(now & 0xffffffffn) | 0, Number(now >> 32n), 0, 0];
		});
		// It asks again while it does not know the time.
		clock.app.phone.wait(20_000);
		return clock;
	}

	/** The user allows notices. */
	allow(): void {
		this.app.give(CAPABILITY_NOTIFY, (method, [kind = 0], loan) => {
			this.said.push({ method, kind, text: method === SHOW ? new TextDecoder().decode(loan) : '' });
			return [0];
		});
	}

	methods(): number[] {
		return this.said.map(({ method }) => method);
	}

	leave(): void {
		this.app.phone.relook({}, VISIBLE_COVER);
	}

	enter(): void {
		this.app.phone.relook({}, VISIBLE_WINDOW);
	}
}

describe('the clock', () => {
	let clock: ClockApp;
	before(async () => {
		clock = await ClockApp.open();
	});

	test('asks for notices when a timer is begun, and tells its end while it is not seen, once', () => {
		const { phone, asked } = clock.app;
		assert.deepEqual(asked, []);
		phone.press('Timer');
		phone.press('3 min');
		phone.press('Start');
		assert.deepEqual(asked, [REQUEST]);
		clock.allow();
		clock.leave();
		phone.wait(3 * MINUTE - 2000);
		assert.deepEqual(clock.said, []);
		phone.wait(10 * MINUTE);
		assert.deepEqual(clock.said, [{ method: SHOW, kind: NOTICE_ALARM, text: 'The time is up.' }]);
		clock.enter();
		assert.ok(phone.has('Time is up'));
		phone.press('Good');
		assert.deepEqual(clock.methods(), [SHOW, WITHDRAW]);
	});

	test('tells nothing while it is seen', () => {
		const { phone } = clock.app;
		clock.said.length = 0;
		phone.press('Start');
		phone.wait(4 * MINUTE);
		assert.ok(phone.has('Time is up'));
		assert.deepEqual(clock.said, []);
		phone.press('Good');
	});

	test('tells an alarm at its time of day, and again the day after', () => {
		const { phone } = clock.app;
		phone.press('Clock');
		// 07:00 is the first; 09:41 and a few minutes have passed.
		for (let hour = 0; hour < 3; hour++) phone.press('1 h later');
		phone.press('10:00');
		clock.leave();
		clock.said.length = 0;
		phone.wait(HOUR);
		assert.deepEqual(
			clock.said.map(({ text }) => text),
			['Your alarm.'],
		);
		clock.enter();
		phone.press('Good morning');
		clock.leave();
		phone.wait(24 * HOUR);
		assert.deepEqual(clock.methods(), [SHOW, WITHDRAW, SHOW]);
		clock.enter();
		phone.press('Good morning');
	});

	test('works without notices, and without a place to keep what was set', async () => {
		const { phone } = await openTestApp('apps/clock', [], 16);
		phone.press('Timer');
		phone.press('Start');
		phone.relook({}, VISIBLE_COVER);
		phone.wait(6 * MINUTE);
		phone.relook({}, VISIBLE_WINDOW);
		assert.ok(phone.has('Time is up'));
	});
});

describe('a clock that is started again', () => {
	test('has its alarm, and goes on with its timer', async () => {
		const first = await ClockApp.open();
		first.app.phone.press('07:00');
		first.app.phone.press('5 min later');
		first.app.phone.press('Timer');
		first.app.phone.press('10 min');
		first.app.phone.press('Start');
		first.app.rest();
		const files = [...first.app.volume.files];
		const second = await ClockApp.open(files, 4 * MINUTE);
		second.app.rest();
		assert.ok(second.app.phone.has('07:05'));
		second.app.phone.press('Timer');
		assert.ok(second.app.phone.has(/^05:\d\d$/));
	});

	test('says that an alarm has not rung whose time passed while it was closed, until it is set anew', async () => {
		const first = await ClockApp.open();
		first.app.phone.press('07:00');
		first.app.rest();
		const files = [...first.app.volume.files];
		const early = await ClockApp.open(files, 20 * HOUR);
		early.app.rest();
		assert.ok(!early.app.phone.has(/^It did not ring/));
		const late = await ClockApp.open(files, 22 * HOUR);
		late.app.rest();
		assert.ok(late.app.phone.has('It did not ring at 07:00: Clock was closed.'));
		late.app.phone.press('5 min later');
		assert.ok(!late.app.phone.has(/^It did not ring/));
	});

	test('does not say so of an alarm that did ring', async () => {
		const first = await ClockApp.open();
		first.app.phone.press('07:00');
		first.app.phone.wait(22 * HOUR);
		first.app.rest();
		assert.ok(first.app.phone.has('Good morning'));
		const second = await ClockApp.open([...first.app.volume.files], 23 * HOUR);
		second.app.rest();
		assert.ok(!second.app.phone.has(/^It did not ring/));
	});

	test('says where it can be relied on, and where notices are missing', async () => {
		const { app } = await ClockApp.open();
		assert.ok(app.phone.has(/only while Clock is open/));
		assert.ok(!app.phone.has(/^Without notices/));
		app.phone.press('07:00');
		assert.ok(app.phone.has(/^Without notices/));
		app.phone.press('Timer');
		app.phone.press('Start');
		assert.ok(app.phone.has(/only while Clock is open/));
	});

	test('passes over a file that is not its own', async () => {
		for (const bytes of [new Uint8Array(24), new Uint8Array(24).fill(255), new Uint8Array(3)]) {
			const clock = await ClockApp.open([['clock', bytes]]);
			clock.app.rest();
			assert.ok(clock.app.phone.has('07:00'));
		}
	});
});
