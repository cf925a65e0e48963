/**
 * Questions of the permission server on the screen (R4, R5). Of each app at most one is pending; it is shown while the app is in front and at rest, and stays pending when the user goes
 * home. A button does something only when the finger comes down and is lifted on it, both at least a second after the last change of what is seen.
 */
import { EVENT_RELEASED } from '../../interfaces/display/events.ts';
import { INPUT_TOUCH_DOWN, INPUT_TOUCH_MOVE, INPUT_TOUCH_UP } from '../../interfaces/input/queue.ts';
import { ANSWER_PROMPT, BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import { readLoan } from '../../sdk/loan.ts';
import { makePlain } from '../../sdk/plain.ts';
import { answerTo } from './answers.ts';
import { APPS, NOBODY } from './apps.ts';
import { damagePane, damagePanes } from './damaged.ts';
import { post } from './events.ts';
import { paneHeight, px, screenWidth } from './geometry.ts';
import { listLayers } from './layers.ts';
import { serial } from './look.ts';
import { BUTTONS, grantOf } from './prompt-words.ts';
import { front } from './scene.ts';
import { MILLISECOND, setTimer, TIMER_PROMPT, takeTimer, time } from './timers.ts';

/** How long a prompt must have been seen, unchanged, before it can be answered. */
const ARMING: u64 = 1000 * MILLISECOND;
/** The sign on the buttons fills in so many steps. */
export const ARMING_STEPS: u64 = 10;

// ---- geometry, points; the same for every question ----
/** Top of the sheet in the pane. */
export const PROMPT_TOP: i32 = 256;
const FIRST_BUTTON: i32 = 548;
const BUTTON_HIGH: i32 = 56;
const BUTTON_PITCH: i32 = 62;
export const PROMPT_MARGIN: i32 = 20;
const NO_BUTTON: i32 = -1;

/** u8 capability (0: none), u8 bytes of the reason, u16 what makes it dangerous, then the reason. */
const ROW_BYTES: u32 = 100;
const ROWS: u32 = memory.data(32 * 100, 4) as u32;
const LENGTH: u32 = 1;
const HELD: u32 = 2;
const REASON: u32 = 4;

/** The app whose question can be seen; NOBODY: none. */
export let shownApp: i32 = NOBODY;
/** How many questions have been shown. */
export let shownNumber: u32 = 0;
let shownAt: u64 = 0;
let shownSerial: u32 = 0;
let pressedButton: i32 = NO_BUTTON;
let pressedFinger: u32 = 0;

function row(app: u32): u32 {
	return ROWS + ROW_BYTES * (app % APPS);
}

/** What an app is asking for; 0: nothing. */
export function askedOf(app: i32): u32 {
	return app === NOBODY ? 0 : load<u8>(row(app));
}

/** What the app has already that makes it dangerous, as 1 << CAPABILITY_*. */
export function dangerOf(app: u32): u32 {
	return load<u16>(row(app) + HELD);
}

export function reasonOf(app: u32): u32 {
	return row(app) + REASON;
}

export function reasonLength(app: u32): u32 {
	return load<u8>(row(app) + LENGTH);
}

/** Keeps a question whose reason the caller lends; negative: an error of the kernel. */
export function keepQuestion(app: u32, length: u32, capability: u32, held: u32): i32 {
	const status = length === 0 ? 0 : readLoan(0, row(app) + REASON, length);
	if (status < 0) return status;
	store<u8>(row(app) + LENGTH, <u8>makePlain(row(app) + REASON, length));
	store<u16>(row(app) + HELD, <u16>held);
	store<u8>(row(app), <u8>capability);
	return 0;
}

/** The question of an app that was closed is void. */
export function dropQuestion(app: u32): void {
	store<u8>(row(app), 0);
}

/** Something may have changed: shows the question of the app in front when its window is `free`, at rest and uncovered, or takes it away. */
export function updatePrompt(free: bool): void {
	const app = free && askedOf(front) !== 0 ? front : NOBODY;
	if (app !== shownApp) {
		shownApp = app;
		if (app !== NOBODY) shownNumber++;
		rearm();
		damagePanes();
		listLayers();
	} else if (app !== NOBODY && serial !== shownSerial) {
		rearm();
	}
}

/** What is seen has changed: the second begins anew, and a finger that is down counts for nothing. */
function rearm(): void {
	shownAt = time;
	shownSerial = serial;
	pressedButton = NO_BUTTON;
	if (shownApp !== NOBODY) setTimer(TIMER_PROMPT, ARMING / ARMING_STEPS);
	damageButtons();
}

/** How far the prompt is armed, 0..ARMING_STEPS. */
export function armedSteps(): u64 {
	return min(ARMING_STEPS, ((time - shownAt) * ARMING_STEPS) / ARMING);
}

export function isArmed(): bool {
	return shownApp !== NOBODY && time >= shownAt + ARMING;
}

/** Time has passed: the sign on the buttons fills. */
export function tickPrompt(): void {
	if (!takeTimer(TIMER_PROMPT) || shownApp === NOBODY) return;
	damageButtons();
	if (isArmed()) listLayers();
	else setTimer(TIMER_PROMPT, ARMING / ARMING_STEPS);
}

function damageButtons(): void {
	damagePane(0, px(FIRST_BUTTON), screenWidth, paneHeight - px(FIRST_BUTTON));
}

/** Top of a button in the pane, pixels; it is `buttonHeight` high and leaves PROMPT_MARGIN at each side. */
export function buttonTop(button: i32): i32 {
	return px(FIRST_BUTTON + BUTTON_PITCH * button);
}

export function buttonHeight(): i32 {
	return px(BUTTON_HIGH);
}

export function isPressed(button: i32): bool {
	return button === pressedButton;
}

function buttonAt(x: i32, y: i32): i32 {
	if (x < px(PROMPT_MARGIN) || x >= screenWidth - px(PROMPT_MARGIN)) return NO_BUTTON;
	for (let button: i32 = 0; button < BUTTONS; button++) {
		if (y >= buttonTop(button) && y < buttonTop(button) + buttonHeight()) return button;
	}
	return NO_BUTTON;
}

/** A touch in pixels of the pane, while a prompt is shown. It belongs to the prompt whatever it meets. */
export function touchPrompt(kind: u32, finger: u32, x: i32, y: i32): void {
	const button = buttonAt(x, y);
	if (kind === INPUT_TOUCH_DOWN) {
		// A second finger makes it no answer: it may be somebody else's doing that the first one is where it is.
		pressedButton = pressedButton === NO_BUTTON && isArmed() ? button : NO_BUTTON;
		pressedFinger = finger;
	} else if (finger !== pressedFinger || button !== pressedButton) {
		pressedButton = NO_BUTTON;
	} else if (kind === INPUT_TOUCH_UP && button !== NO_BUTTON) {
		answerPrompt(button);
	}
	if (kind !== INPUT_TOUCH_MOVE) damageButtons();
}

/** A button is pressed by name: the same second applies. */
export function performPrompt(button: i32): void {
	if (isArmed() && button < BUTTONS) answerPrompt(button);
}

function answerPrompt(button: i32): void {
	const app = shownApp;
	answerTo(BADGE_PERMISSIONS, ANSWER_PROMPT, app, askedOf(app), grantOf(button, askedOf(app)));
	dropQuestion(app);
	updatePrompt(false);
	post(app, EVENT_RELEASED, 0, 0);
}
