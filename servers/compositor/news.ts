/** What has happened while nobody looked, newest first: what the system has to say of apps, and what apps have said themselves (interfaces/notices), the last words of each. */
import { NOTICE_ALARM, NOTICE_KEPT, NOTICE_NONE } from '../../interfaces/notices/kinds.ts';
import { NEWS_MOST, NEWS_NOTICE } from '../../interfaces/pages/state.ts';
import { readLoan } from '../../sdk/loan.ts';
import { makePlain } from '../../sdk/plain.ts';
import { addByte } from '../../sdk/text.ts';
import { dropBanner, showBanner } from './banner.ts';
import { damageOverlay, damageStrip } from './damaged.ts';

/** u8 each: kind, app, CAPABILITY_* that it is about (0: none), zero; newest first. */
const NEWS: u32 = memory.data(32, 4) as u32;
/** Last words of each app: u8 bytes, then the text. */
const WORDS_BYTES: u32 = 84;
const WORDS: u32 = memory.data(32 * 84, 4) as u32;
/** News that there are. */
export let newsCount: u32 = 0;
/** There is some that the user has not looked at. */
export let newsUnseen: bool = false;

/** Something has happened to an app, about a capability or 0. The same news is told once. */
export function addNews(kind: u32, app: u32, capability: u32): void {
	removeNews(kind, app, capability);
	if (newsCount < NEWS_MOST) newsCount++;
	for (let index = newsCount - 1; index > 0; index--) store<u32>(NEWS + 4 * index, newsWord(index - 1));
	store<u32>(NEWS, wordOf(kind, app, capability));
	setUnseen(true);
}

export function removeNews(kind: u32, app: u32, capability: u32): void {
	const word = wordOf(kind, app, capability);
	let to: u32 = 0;
	for (let from: u32 = 0; from < newsCount; from++) {
		if (newsWord(from) !== word) store<u32>(NEWS + 4 * to++, newsWord(from));
	}
	newsCount = to;
	if (newsCount === 0) setUnseen(false);
	damageOverlay();
}

/** The strip shows whether there is something to look at. */
export function setUnseen(unseen: bool): void {
	if (newsUnseen !== unseen) damageStrip();
	newsUnseen = unseen;
}

/** An app says something that the caller lends, `length` bytes, or takes it back (NOTICE_NONE); negative: an error of the kernel. */
export function takeNotice(app: u32, length: u32, kind: u32): i32 {
	if (kind === NOTICE_NONE) {
		forgetNotice(app);
		return 0;
	}
	const words = WORDS + WORDS_BYTES * app;
	const status = readLoan(0, words + 1, length);
	if (status < 0) return status;
	store<u8>(words, <u8>makePlain(words + 1, length));
	addNews(NEWS_NOTICE, app, 0);
	if (kind !== NOTICE_KEPT) showBanner(app, kind === NOTICE_ALARM);
	return 0;
}

/** What the app has said is over. */
export function forgetNotice(app: u32): void {
	removeNews(NEWS_NOTICE, app, 0);
	dropBanner(app);
}

/** Adds the app's last words to the text. */
export function addNotice(app: u32): void {
	const words = WORDS + WORDS_BYTES * app;
	for (let index: u32 = 1; index <= <u32>load<u8>(words); index++) addByte(load<u8>(words + index));
}

function wordOf(kind: u32, app: u32, capability: u32): u32 {
	return kind | (app << 8) | (capability << 16);
}

/** News as the shell is told of it: NEWS_*, the app, CAPABILITY_*. */
export function newsWord(index: u32): u32 {
	return load<u32>(NEWS + 4 * index);
}
