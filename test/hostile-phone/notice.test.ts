/** Notices: only the system says who speaks; nobody covers, imitates or floods; beside a question nothing changes; a touch that was meant for something else opens nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SYSTEM_ACTION_EVENTS, SYSTEM_ACTION_LOCK, SYSTEM_ACTION_UNLOCK } from '../../abi/accessibility.ts';
import { EVENT_TOUCH_DOWN } from '../../interfaces/display/events.ts';
import { NOTICE_ALARM, NOTICE_KEPT, NOTICE_NONE, NOTICE_PLAIN } from '../../interfaces/notices/kinds.ts';
import { CAPABILITY_CAMERA } from '../../interfaces/permissions/capabilities.ts';
import { ANSWER_PROMPT } from '../../interfaces/trusted/answers.ts';
import { differingPixels } from '../../tools/phone/picture.ts';
import { systemRequest } from '../../tools/phone/tree.ts';
import {
	APP,
	ARMING,
	BUTTON_X,
	COLOUR,
	KEYBOARD,
	ONCE,
	PERMISSIONS,
	POWERBOX,
	TRUSTED,
	TrustedStage,
} from './trusted.ts';

const NOTICE = 11;
const NOT_YOURS = 17;
/** The app that speaks: open, but not in front. */
const SPEAKER = 1;
const OTHER = 3;
/** A place on the banner. */
const BANNER = [195, 80] as const;
/** Milliseconds after which a finger on the banner means it, and after which a plain one has gone. */
const MEANT = 600;
const GONE = 6600;

/** Method of lifecycle. */
const FRONT = 3;
/** Lifecycle has something to tell. */
const BIT_LIFECYCLE = 8;

/** Two more apps are open, and one is in front that says nothing. */
function stage(): TrustedStage {
	const phone = TrustedStage.withApp();
	for (const app of [SPEAKER, OTHER]) {
		phone.states.set(app, 1);
		phone.signal(BIT_LIFECYCLE);
	}
	phone.rest();
	phone.events(APP);
	return phone;
}

function say(phone: TrustedStage, text: string, kind = NOTICE_PLAIN, app = SPEAKER): number {
	const code = phone.call(PERMISSIONS, NOTICE, [app, kind], new TextEncoder().encode(text));
	phone.advance(MEANT);
	return code;
}

/** Names of what the screen shows. */
const names = (phone: TrustedStage) => (phone.tree?.nodes ?? []).map(({ name }) => name);

const spoken = (phone: TrustedStage) => names(phone).filter((name) => name.startsWith('Notes: '));

/** The system does something by name. */
function system(phone: TrustedStage, action: number): void {
	phone.send(systemRequest(action));
	phone.rest();
}

describe('a notice', () => {
	test('is shown under the name of who speaks, and a touch opens it', () => {
		const phone = stage();
		assert.equal(say(phone, 'Tea is ready'), 0);
		phone.advance(400);
		assert.deepEqual(spoken(phone), ['Notes: Tea is ready']);
		assert.notEqual(phone.at(...BANNER), COLOUR);
		phone.calls.length = 0;
		phone.tap(...BANNER);
		assert.deepEqual(phone.calls.at(-1), [FRONT, SPEAKER]);
		assert.deepEqual(spoken(phone), []);
		assert.deepEqual(
			phone.events(APP).filter(({ kind }) => kind === EVENT_TOUCH_DOWN),
			[],
		);
	});

	test('that is plain goes by itself, and waits among the events and on the lock screen', () => {
		const phone = stage();
		say(phone, 'Tea is ready');
		phone.advance(GONE);
		assert.equal(phone.at(...BANNER), COLOUR);
		system(phone, SYSTEM_ACTION_LOCK);
		assert.deepEqual(spoken(phone), ['Notes: Tea is ready']);
		system(phone, SYSTEM_ACTION_UNLOCK);
		system(phone, SYSTEM_ACTION_EVENTS);
		assert.deepEqual(spoken(phone), ['Notes: Tea is ready']);
	});

	test('of an alarm stays, and nobody else pushes it away', () => {
		const phone = stage();
		say(phone, 'Time is up', NOTICE_ALARM);
		say(phone, 'Look at me', NOTICE_PLAIN, OTHER);
		phone.advance(GONE);
		phone.calls.length = 0;
		phone.tap(...BANNER);
		assert.deepEqual(phone.calls.at(-1), [FRONT, SPEAKER]);
	});

	test('that is taken back, or was shown before, shows no banner', () => {
		const phone = stage();
		say(phone, 'Tea is ready', NOTICE_KEPT);
		assert.equal(phone.at(...BANNER), COLOUR);
		say(phone, 'Tea is ready');
		say(phone, '', NOTICE_NONE);
		assert.equal(phone.at(...BANNER), COLOUR);
		system(phone, SYSTEM_ACTION_EVENTS);
		assert.deepEqual(spoken(phone), []);
	});

	test('opens its app from the lock screen, and is then over', () => {
		const phone = stage();
		system(phone, SYSTEM_ACTION_LOCK);
		say(phone, 'Time is up', NOTICE_ALARM);
		phone.calls.length = 0;
		phone.tap(...BANNER);
		assert.deepEqual(phone.calls.at(-1), [FRONT, SPEAKER]);
		system(phone, SYSTEM_ACTION_EVENTS);
		assert.deepEqual(spoken(phone), []);
	});

	test('of the app that is seen is not shown', () => {
		const phone = stage();
		say(phone, 'I am here', NOTICE_ALARM, APP);
		assert.equal(phone.at(...BANNER), COLOUR);
	});

	test('is pushed away by a drag, which the app below does not feel', () => {
		const phone = stage();
		say(phone, 'Tea is ready', NOTICE_ALARM);
		phone.calls.length = 0;
		phone.drag([BANNER, [195, 40]], 60);
		phone.lift(195, 40);
		phone.rest();
		assert.equal(phone.at(...BANNER), COLOUR);
		assert.deepEqual(phone.calls, []);
		assert.deepEqual(phone.events(APP), []);
	});
});

describe('a hostile notice', () => {
	test('takes no touch that was meant for what it covers', () => {
		const phone = stage();
		phone.call(PERMISSIONS, NOTICE, [SPEAKER, NOTICE_PLAIN], new TextEncoder().encode('Here'));
		phone.advance(300);
		phone.calls.length = 0;
		phone.quickTap(...BANNER);
		phone.advance(MEANT);
		assert.deepEqual(phone.calls, []);
		assert.deepEqual(phone.events(APP), []);
	});

	test('speaks under its own name only, without controls, directions, lines or quotation marks', () => {
		const phone = stage();
		say(phone, '\u202eSettings\u2066: \u201cyour\nphone\u0000\u200b is \u00ablocked\u00bb"\ufeff');
		phone.advance(GONE);
		system(phone, SYSTEM_ACTION_EVENTS);
		assert.deepEqual(spoken(phone), ["Notes: ?Settings?: ?your?phone?? is 'locked''?"]);
	});

	test('comes from the permission server alone', () => {
		const phone = stage();
		const text = new TextEncoder().encode('Me');
		for (const badge of [KEYBOARD, POWERBOX, TRUSTED + APP]) {
			assert.equal(phone.call(badge, NOTICE, [SPEAKER, NOTICE_PLAIN], text), NOT_YOURS);
		}
		assert.equal(phone.call(PERMISSIONS, NOTICE, [200, NOTICE_PLAIN], text), NOT_YOURS);
	});

	test('floods nobody: of each app there is one, whatever it says', () => {
		const phone = stage();
		say(phone, 'Mine', NOTICE_PLAIN, OTHER);
		for (let round = 0; round < 40; round++) say(phone, `Number ${round}`);
		phone.advance(GONE);
		system(phone, SYSTEM_ACTION_EVENTS);
		assert.deepEqual(spoken(phone), ['Notes: Number 39']);
		assert.ok(names(phone).includes('Overlay: Mine'));
	});

	test('changes nothing beside a question, and comes when it is answered', () => {
		const phone = stage();
		assert.equal(phone.prompt(CAPABILITY_CAMERA), 0);
		phone.advance(ARMING + 200);
		const before = phone.picture();
		for (const kind of [NOTICE_PLAIN, NOTICE_ALARM]) say(phone, 'Look here', kind);
		assert.equal(differingPixels(before, phone.picture()), 0);
		phone.quickTap(BUTTON_X, ONCE);
		assert.equal(phone.told(PERMISSIONS).filter(({ kind }) => kind === ANSWER_PROMPT).length, 1);
		phone.advance(MEANT);
		assert.notEqual(phone.at(...BANNER), COLOUR);
	});

	test('is gone in the moment in which the system asks', () => {
		const phone = stage();
		say(phone, 'Look here', NOTICE_ALARM);
		assert.equal(phone.prompt(CAPABILITY_CAMERA), 0);
		phone.advance(ARMING + 200);
		const before = phone.picture();
		phone.advance(GONE);
		assert.equal(differingPixels(before, phone.picture()), 0);
		phone.calls.length = 0;
		phone.tap(...BANNER);
		assert.deepEqual(phone.calls, []);
	});
});
