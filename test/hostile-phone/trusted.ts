/** The other side of the trusted path, in the hands of a test: the permission server, the keyboard and the powerbox, as the compositor sees them. */
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { ANSWER_NONE, BADGE_KEYBOARD, BADGE_PERMISSIONS, BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { Stage } from '../compositor/stage.ts';
import { showGrid } from '../compositor/support.ts';

/** Badges of the trusted interface begin here. */
export const TRUSTED = 256;
export const PERMISSIONS = TRUSTED + BADGE_PERMISSIONS;
export const KEYBOARD = TRUSTED + BADGE_KEYBOARD;
export const POWERBOX = TRUSTED + BADGE_POWERBOX;
// Methods of the interfaces.
export const ASK = 1;
export const TAKE_ANSWER = 2;
export const IN_USE = 4;
export const SHEET = 5;
export const TYPE = 6;
export const FINISH = 10;
export const LOOK = 1;
export const PRESENT = 2;
export const SHIFT = 3;
export const DESCRIBE = 5;
export const GADGET = 6;
export const EDIT = 7;

export const NAMES = ['settings', 'notes', 'bank', 'overlay'];
/** The app in front. */
export const APP = 2;
/** Colour of its window: nothing of the system's has it. */
export const COLOUR = 0x3355aa;
export const ARMING = 1000;
/** Middles of the prompt's buttons, on the screen. */
export const BUTTON_X = 195;
export const ONCE = 608;
export const OPEN = 670;
export const DENY = 732;
export const NEVER = 794;
/** Milliseconds that a tap takes. */
const TAP = 40;

export interface Answer {
	readonly kind: number;
	readonly app: number;
	readonly what: number;
	readonly value: number;
}

export class TrustedStage extends Stage {
	/** With an app in front, drawn and at rest; what was told before is taken. */
	static withApp(): TrustedStage {
		const stage = new TrustedStage(NAMES);
		showGrid(stage);
		stage.tap(60 + 90 * APP, 140);
		stage.paint(APP, COLOUR);
		stage.rest();
		stage.events(APP);
		for (const badge of [PERMISSIONS, KEYBOARD, POWERBOX]) stage.told(badge);
		return stage;
	}

	/** The permission server asks for a capability; the code. */
	prompt(capability: number, reason = 'because', app = APP, held = 0): number {
		return this.call(PERMISSIONS, ASK, [app, capability, held], new TextEncoder().encode(reason));
	}

	/** Everything that waits for one of the three. */
	told(badge: number): Answer[] {
		const answers: Answer[] = [];
		for (;;) {
			if (this.call(badge, TAKE_ANSWER) !== 0) throw new Error('this badge gets no answers');
			const [kind = 0, app = 0, what = 0, value = 0] = this.words();
			if (kind === ANSWER_NONE) return answers;
			answers.push({ kind, app, what, value });
		}
	}

	/** A tap that nothing waits for afterwards. */
	quickTap(x: number, y: number, finger = 0): void {
		this.touch(INPUT_TOUCH_DOWN, x, y, finger);
		this.advance(TAP);
		this.touch(INPUT_TOUCH_UP, x, y, finger);
	}

	/** The app embeds a gadget; the code. */
	gadget(number: number, kind: number, x: number, y: number, width: number, height: number, app = APP): number {
		return this.call(app, GADGET, [number, kind, x | (y << 16), width | (height << 16), 0]);
	}
}
