/** The keyboard beside the compositor: what is touched is what arrives, a secret only where it belongs. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EVENT_KEY, EVENT_SECRET, EVENT_TEXT, KEY_BACKSPACE, KEY_ENTER } from '../../interfaces/display/events.ts';
import { GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { Beside } from '../hostile-phone/beside.ts';
import { APP, EDIT, KEYBOARD, TrustedStage } from '../hostile-phone/trusted.ts';

const DISPLAY_BADGE = 65;
const SIGNAL = 12;
const TAKE = 1;
const NOTHING = 16;
/** Middles of the rows of keys on the screen. */
const ROWS = [616, 672, 728, 784] as const;
const SHIFT = [29, ROWS[2]] as const;
const BACKSPACE = [361, ROWS[2]] as const;
const PAGE = [28, ROWS[3]] as const;
const LANGUAGE = [76, ROWS[3]] as const;
const SPACE = [195, ROWS[3]] as const;
const ENTER = [350, ROWS[3]] as const;
const CANCEL = [344, 544] as const;
/** The third column of ten. */
const E = [97, ROWS[0]] as const;
const Q = [19, ROWS[0]] as const;
const CODE_Z = 44;
const CODE_Y = 21;
const CODE_SHIFT = 42;

class Typing {
	readonly stage: TrustedStage;
	readonly keyboard: Beside;
	private constructor(stage: TrustedStage, keyboard: Beside) {
		this.stage = stage;
		this.keyboard = keyboard;
	}

	static async begin(): Promise<Typing> {
		const stage = TrustedStage.withApp();
		const gates = new Map([
			[1, DISPLAY_BADGE],
			[2, KEYBOARD],
		]);
		return new Typing(stage, await Beside.start(stage, 'servers/keyboard', gates, SIGNAL));
	}

	/** For ordinary text. */
	static async text(): Promise<Typing> {
		const typing = await Typing.begin();
		typing.stage.call(APP, EDIT, [EDIT_TEXT]);
		typing.settle();
		typing.stage.events(APP);
		return typing;
	}

	/** For a secret, by the gadget and the swipe. */
	static async secret(): Promise<Typing> {
		const typing = await Typing.begin();
		typing.signIn();
		return typing;
	}

	signIn(): void {
		this.stage.gadget(0, GADGET_SIGN_IN, 100, 100, 200, 60);
		this.stage.advance(1000);
		this.stage.quickTap(200, 162);
		this.stage.drag(
			[
				[195, 842],
				[195, 600],
			],
			120,
		);
		this.stage.lift(195, 600);
		this.settle();
		this.stage.events(APP);
	}

	settle(): void {
		this.keyboard.pump();
		this.stage.rest();
		this.keyboard.pump();
	}

	tap(...places: readonly (readonly [number, number])[]): void {
		for (const [x, y] of places) {
			this.stage.quickTap(x, y);
			this.settle();
		}
	}

	key(code: number, down: boolean): void {
		this.stage.key(code, down);
		this.settle();
	}

	/** What the app hears: characters, and keys in angle brackets. */
	heard(): string {
		const events = this.stage.events(APP).filter(({ kind }) => kind === EVENT_TEXT || kind === EVENT_KEY);
		return events.map(({ kind, first }) => (kind === EVENT_TEXT ? String.fromCodePoint(first) : `<${first}>`)).join('');
	}

	secrets(): number[] {
		const events = this.stage.events(APP).filter(({ kind }) => kind === EVENT_SECRET);
		return events.map(({ first }) => first);
	}
}

describe('ordinary typing', () => {
	test('begins with a capital, goes on in small letters, and begins a sentence with a capital', async () => {
		const typing = await Typing.text();
		typing.tap(E, Q, [291, ROWS[3]], SPACE, E, E);
		assert.equal(typing.heard(), 'Eq. Ee');
	});

	test('has signs, layouts, shift, backspace and enter', async () => {
		const typing = await Typing.text();
		typing.tap(SHIFT, E, PAGE, E, PAGE, LANGUAGE, LANGUAGE, Q, BACKSPACE, ENTER);
		assert.equal(typing.heard(), `e3a<${KEY_BACKSPACE}><${KEY_ENTER}>`);
	});

	test('loses nothing, and shows all, while the budget is too small for many calls', async () => {
		const typing = await Typing.begin();
		typing.keyboard.hasLittle = true;
		typing.stage.call(APP, EDIT, [EDIT_TEXT]);
		typing.settle();
		typing.stage.events(APP);
		typing.tap(E, Q, PAGE, E, PAGE, SHIFT, E, BACKSPACE, ENTER);
		assert.equal(typing.heard(), `Eq3E<${KEY_BACKSPACE}><${KEY_ENTER}>`);
		const other = await Typing.text();
		other.tap(E, Q, PAGE, E, PAGE, SHIFT, E, BACKSPACE, ENTER);
		assert.ok(Buffer.from(typing.stage.picture().pixels).equals(other.stage.picture().pixels));
	});

	test('means the first key when a second thumb comes down before it is lifted', async () => {
		const typing = await Typing.text();
		typing.stage.touch(INPUT_TOUCH_DOWN, ...E, 0);
		typing.stage.touch(INPUT_TOUCH_DOWN, ...Q, 1);
		typing.stage.touch(INPUT_TOUCH_UP, ...E, 0);
		typing.stage.touch(INPUT_TOUCH_UP, ...Q, 1);
		typing.settle();
		assert.equal(typing.heard(), 'Eq');
	});

	test('repeats a backspace that is held', async () => {
		const typing = await Typing.text();
		typing.stage.touch(INPUT_TOUCH_DOWN, ...BACKSPACE);
		typing.settle();
		for (let step = 0; step < 10; step++) typing.keyboard.advance(70);
		typing.stage.touch(INPUT_TOUCH_UP, ...BACKSPACE);
		typing.settle();
		typing.keyboard.advance(1000);
		assert.equal(typing.heard(), `<${KEY_BACKSPACE}>`.repeat(6));
	});

	test('takes real keys by their place in the layout', async () => {
		const typing = await Typing.text();
		typing.tap(LANGUAGE);
		typing.key(CODE_Y, true);
		typing.key(CODE_Y, false);
		typing.key(CODE_SHIFT, true);
		typing.key(CODE_Z, true);
		typing.key(CODE_SHIFT, false);
		assert.equal(typing.heard(), 'zY');
	});
});

describe('a secret', () => {
	test('is given to its app once, to no other, and is nowhere afterwards', async () => {
		const typing = await Typing.secret();
		typing.tap(E, E, E, Q, Q, Q, ENTER);
		assert.deepEqual(typing.secrets(), [6]);
		assert.ok(typing.keyboard.remembers('eeeqqq'));
		assert.equal(typing.keyboard.call(1, TAKE, 64).code, NOTHING);
		assert.equal(Buffer.from(typing.keyboard.call(APP, TAKE, 64).bytes).toString(), 'eeeqqq');
		assert.equal(typing.keyboard.call(APP, TAKE, 64).code, NOTHING);
		assert.ok(!typing.keyboard.remembers('eee'));
		assert.equal(typing.heard(), '');
	});

	test('shows a dot for each character and never which key was touched', async () => {
		const typing = await Typing.secret();
		const keys = () => Buffer.from(typing.stage.picture().pixels.subarray(4 * 390 * 590));
		const field = () => Buffer.from(typing.stage.picture().pixels.subarray(4 * 390 * 516, 4 * 390 * 580));
		const [before, empty] = [keys(), field()];
		typing.stage.touch(INPUT_TOUCH_DOWN, ...E);
		typing.settle();
		assert.ok(keys().equals(before));
		typing.stage.touch(INPUT_TOUCH_UP, ...E);
		typing.settle();
		assert.ok(keys().equals(before));
		const one = field();
		assert.ok(!one.equals(empty));
		typing.tap(BACKSPACE);
		assert.ok(field().equals(empty));
		typing.tap(Q);
		assert.ok(field().equals(one));
	});

	test('is cancelled by the button, forgotten when the app is left, and when nobody fetches it', async () => {
		const cancelled = await Typing.secret();
		cancelled.tap(E, E, E, CANCEL);
		assert.deepEqual(cancelled.secrets(), [0]);
		assert.ok(!cancelled.keyboard.remembers('eee'));
		const left = await Typing.secret();
		left.tap(E, E, E);
		left.stage.drag(
			[
				[2, 200],
				[300, 200],
			],
			100,
		);
		left.stage.lift(300, 200);
		left.settle();
		assert.ok(!left.keyboard.remembers('eee'));
		const waiting = await Typing.secret();
		waiting.tap(E, E, E, ENTER);
		waiting.keyboard.advance(31_000);
		assert.ok(!waiting.keyboard.remembers('eee'));
		assert.equal(waiting.keyboard.call(APP, TAKE, 64).code, NOTHING);
	});

	test('takes the place of ordinary typing, which comes back while it waits for its app', async () => {
		const typing = await Typing.text();
		typing.signIn();
		typing.tap(E, E, E, ENTER);
		assert.deepEqual(typing.secrets(), [3]);
		typing.tap(Q);
		assert.equal(typing.heard(), 'Q');
		assert.equal(Buffer.from(typing.keyboard.call(APP, TAKE, 64).bytes).toString(), 'eee');
	});
});
