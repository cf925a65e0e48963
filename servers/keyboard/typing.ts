/** What touching a key does: which page is shown, what is typed and where it goes: to the app that is edited, or into the secret. */
import { EVENT_KEY, EVENT_TEXT, KEY_BACKSPACE, KEY_ENTER } from '../../interfaces/display/events.ts';
import { EDIT_NUMBER } from '../../interfaces/display/look.ts';
import { finish, sheet, type } from '../../interfaces/trusted/again.ts';
import { setAlarm } from '../../sdk/time.ts';
import {
	addKey,
	BACKSPACE,
	CANCEL,
	ENTER,
	FIRST_MEANING,
	keyAt,
	keyMeaning,
	LANGUAGE,
	layKeys,
	OTHER_PAGE,
	PAGE_LETTERS,
	PAGE_MORE,
	PAGE_SIGNS,
	SHIFT,
	SPACE,
} from './keys.ts';
import { LAYOUTS } from './layout-data.ts';
import {
	describeKeys,
	drawAll,
	drawField,
	FIELD_HIGH,
	lightKey,
	refreshLook,
	scale,
	setPage,
	sheetWidth,
} from './page.ts';
import { addSecret, beginSecret, completeSecret, shortenSecret, wipeSecret } from './secret.ts';
import { BIT_FORGET, BIT_REPEAT, SLOT_TRUSTED } from './slots.ts';

const FINGERS: u32 = 2;
const NO_KEY: i32 = -1;
const FIRST_REPEAT: u64 = 400_000_000;
const REPEAT: u64 = 70_000_000;
/** A secret that nobody fetches is forgotten after so long. */
const KEPT: u64 = 30_000_000_000;
const CANCEL_WIDE: i32 = 92;
/** How far beside a key a touch may be, points. */
const REACH: i32 = 16;

/** i32 each: the key under a finger, NO_KEY: none, or it has done its work. */
const PRESSED: u32 = memory.data(8, 4) as u32;
let up: bool = false;
let secret: bool = false;
let app: u32 = 0;
let page: u32 = PAGE_LETTERS;
let shifted: bool = false;
let layout: u32 = 0;
/** The last character, for the capital at the beginning of a sentence. */
let before: u32 = 0;

/** Rises for an app (the compositor then asks for its picture): for ordinary text of a purpose (EDIT_*), or for a secret. */
export function rise(forApp: u32, purpose: u32, forSecret: bool): void {
	if (sheet(SLOT_TRUSTED, forApp, 1) !== 0) return;
	app = forApp;
	secret = forSecret;
	if (secret) beginSecret(app);
	page = purpose === EDIT_NUMBER ? PAGE_SIGNS : PAGE_LETTERS;
	shifted = !secret;
	before = 0;
	up = true;
}

/** It has been sent away: an unfinished secret is forgotten. */
export function fall(): void {
	if (secret && up) wipeSecret();
	up = false;
	letGo();
}

function letGo(): void {
	for (let finger: u32 = 0; finger < FINGERS; finger++) store<i32>(PRESSED + 4 * finger, NO_KEY);
}

/** Shows the keys as they are now. */
export function show(): void {
	if (!up || !refreshLook()) return;
	letGo();
	const top = secret ? FIELD_HIGH * scale : 0;
	layKeys(layout, page, shifted, sheetWidth, scale, top);
	if (secret) addKey(sheetWidth - CANCEL_WIDE * scale, 0, CANCEL_WIDE * scale, FIELD_HIGH * scale, CANCEL);
	setPage(secret, page, shifted, layout);
	drawAll();
	describeKeys();
}

// ---- touches ----

/** A finger comes down, pixels of the sheet. Whoever types with two thumbs has meant the first key, too. */
export function press(finger: u32, x: i32, y: i32): void {
	if (!up || finger >= FINGERS) return;
	commitAll();
	const key = keyAt(x, y, REACH * scale);
	store<i32>(PRESSED + 4 * finger, key);
	if (key === NO_KEY) return;
	lightKey(key, true);
	if (keyMeaning(key) !== BACKSPACE) return;
	act(BACKSPACE);
	setAlarm(FIRST_REPEAT, BIT_REPEAT);
}

/** A finger moves: a key that it leaves is not meant. */
export function slide(finger: u32, x: i32, y: i32): void {
	if (!up || finger >= FINGERS) return;
	const key = keyAt(x, y, REACH * scale);
	const old = load<i32>(PRESSED + 4 * finger);
	if (old === NO_KEY || key === old) return;
	lightKey(old, false);
	store<i32>(PRESSED + 4 * finger, key);
	lightKey(key, true);
}

export function lift(finger: u32): void {
	if (finger < FINGERS) commit(finger);
}

function commitAll(): void {
	for (let finger: u32 = 0; finger < FINGERS; finger++) commit(finger);
}

/** The key under a finger is meant. */
function commit(finger: u32): void {
	const key = load<i32>(PRESSED + 4 * finger);
	if (!up || key === NO_KEY) return;
	store<i32>(PRESSED + 4 * finger, NO_KEY);
	lightKey(key, false);
	if (keyMeaning(key) !== BACKSPACE) act(keyMeaning(key));
}

/** The fingers are the system's now. */
export function cancel(): void {
	for (let finger: u32 = 0; finger < FINGERS; finger++) lightKey(load<i32>(PRESSED + 4 * finger), false);
	letGo();
}

/** Backspace is held. */
export function repeat(): void {
	if (!up) return;
	for (let finger: u32 = 0; finger < FINGERS; finger++) {
		const key = load<i32>(PRESSED + 4 * finger);
		if (key === NO_KEY || keyMeaning(key) !== BACKSPACE) continue;
		act(BACKSPACE);
		setAlarm(REPEAT, BIT_REPEAT);
	}
}

// ---- meanings ----

/** Does what a key means; the keyboard may be up or not, for real keyboards. */
export function act(meaning: u32): void {
	if (meaning < FIRST_MEANING) typeCharacter(meaning);
	else if (meaning === BACKSPACE) back();
	else if (meaning === ENTER) enter();
	else if (meaning === CANCEL) conclude(0);
	else turn(meaning);
}

/** Another page, layout or case. */
function turn(meaning: u32): void {
	if (meaning === OTHER_PAGE) page = page === PAGE_LETTERS ? PAGE_SIGNS : PAGE_LETTERS;
	else if (meaning === LANGUAGE) layout = (layout + 1) % LAYOUTS;
	else if (meaning === SHIFT && page !== PAGE_LETTERS) page = page === PAGE_SIGNS ? PAGE_MORE : PAGE_SIGNS;
	else if (meaning === SHIFT) shifted = !shifted;
	show();
}

function typeCharacter(character: u32): void {
	if (secret) {
		addSecret(character);
		drawField();
	} else {
		type(SLOT_TRUSTED, EVENT_TEXT, character);
	}
	const sentence = !secret && character === SPACE && (before === 0x2e || before === 0x21 || before === 0x3f);
	before = character;
	if (shifted !== sentence && page === PAGE_LETTERS) {
		shifted = sentence;
		show();
	}
}

function back(): void {
	before = 0;
	if (secret) {
		shortenSecret();
		drawField();
	} else {
		type(SLOT_TRUSTED, EVENT_KEY, KEY_BACKSPACE);
	}
}

function enter(): void {
	before = 0;
	if (secret) conclude(completeSecret());
	else type(SLOT_TRUSTED, EVENT_KEY, KEY_ENTER);
}

/** The ceremony is over: the app is told of a secret of `length` bytes, or of none. */
function conclude(length: u32): void {
	if (!secret) return;
	if (length === 0) wipeSecret();
	else setAlarm(KEPT, BIT_FORGET);
	secret = false;
	up = false;
	finish(SLOT_TRUSTED, app, length);
}

/** A complete secret has waited for too long. */
export function forget(): void {
	if (!isSecret()) wipeSecret();
}

/** Which layout a real keyboard has: the one that is chosen. */
export function chosenLayout(): u32 {
	return layout;
}

export function isSecret(): bool {
	return secret && up;
}
