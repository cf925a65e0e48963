import { copy } from '../../interfaces/clipboard/client.ts';
import { GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { BIT_STORE, SLOT_CLIPBOARD, SLOT_SECRETS } from '../../interfaces/display/slots.ts';
import { run, start } from '../../interfaces/display/window.ts';
import { take, takeResult } from '../../interfaces/secrets/client.ts';
import { isTimeKnown } from '../../interfaces/sensors/daytime.ts';
import { ICON_COPY, ICON_KEY_ROUND, ICON_PLUS } from '../../sdk/graphics/icon-numbers.ts';
import { add, addByte, clear, pointer, size } from '../../sdk/text.ts';
import { now } from '../../sdk/time.ts';
import * as ui from '../../sdk/ui/ui.ts';
import * as accounts from './accounts.ts';
import { decodeBase32 } from './base32.ts';
import { CODE_DIGITS, codeDigit, dropCodes, hasCode, refreshCodes } from './codes.ts';
import * as keeping from './keeping.ts';
import { ring } from './ring.ts';
import { askClock, nextSecond, secondsLeft } from './time.ts';

const PAGE_ACCOUNT: u32 = 1;
const PAGE_ADD: u32 = 2;
const SECOND: i64 = 1_000_000_000;
const TYPED_BYTES: u32 = 128;
/** A secret as it was typed, for as long as it takes to read it. */
const TYPED: u32 = memory.data(128, 8) as u32;
const SECRET: u32 = memory.data(64, 8) as u32;
const NAME: u32 = memory.data(40, 8) as u32;
const name = changetype<ui.TextBuffer>(memory.data(ui.TEXT_BUFFER_BYTES, 4));
/** Number of the account whose page is open. */
let openNumber: u32 = 0;
let refused: bool = false;
let copied: bool = false;

/** An account's code, with a space in the middle for the eye or without. */
function writeCode(index: u32, spaced: bool): void {
	for (let place: u32 = 0; place < CODE_DIGITS; place++) {
		if (spaced && place === CODE_DIGITS / 2) addByte(0x20);
		addByte(0x30 + codeDigit(index, place));
	}
}

function codeText(index: u32): u32 {
	if (hasCode(index)) writeCode(index, true);
	else add('…');
	return ui.built();
}

function nameText(index: u32): u32 {
	return ui.words(accounts.accountName(index), accounts.accountNameLength(index));
}

function copyCode(index: u32): void {
	if (!hasCode(index)) return;
	clear();
	writeCode(index, false);
	copied = copy(SLOT_CLIPBOARD, pointer(), size()) === 0;
	clear();
}

function warning(): void {
	if (!isTimeKnown()) ui.note('This phone does not know what time it is, so there are no codes.', 3);
	if (keeping.state === keeping.NOT_KEPT) ui.note('There is no storage: accounts are lost when this app ends.', 3);
	if (keeping.state === keeping.UNREADABLE) ui.note('The accounts on this phone are damaged and cannot be read.', 3);
}

function list(): void {
	ui.header('Authenticator');
	warning();
	const leaving: u32 = ui.pendingRemorse() === 0 ? 0 : 1;
	if (accounts.accountCount() > leaving && isTimeKnown()) ring(secondsLeft());
	for (let index: u32 = 0; index < accounts.accountCount(); index++) {
		const number = accounts.accountNumber(index);
		if (number === ui.pendingRemorse()) continue;
		ui.key(number);
		if (!ui.valueItem(nameText(index), codeText(index), ICON_KEY_ROUND)) continue;
		openNumber = number;
		copied = false;
		ui.openPage(PAGE_ACCOUNT);
	}
	ui.key(0);
	if (accounts.accountCount() === 0 && keeping.isReady())
		ui.empty(ICON_KEY_ROUND, 'No accounts yet', 'Their codes will be shown here');
	ui.beginBar();
	if (ui.primaryButton('Add account', ICON_PLUS) && keeping.isReady()) beginAdding();
	ui.endBar();
}

function beginAdding(): void {
	name.open(NAME, accounts.NAME_BYTES, 0);
	refused = false;
	ui.openPage(PAGE_ADD);
}

function account(): void {
	const index = accounts.findAccount(openNumber);
	ui.beginMenu();
	if (ui.menuItem('Remove account')) removeOpen();
	ui.endMenu();
	ui.header('Account');
	if (index === accounts.accountCount()) return;
	ui.paragraph(nameText(index));
	warning();
	if (isTimeKnown()) ring(secondsLeft());
	ui.figure(codeText(index));
	ui.gap(16);
	if (ui.button('Copy code', ICON_COPY)) copyCode(index);
	if (copied) ui.note('Copied.', 1);
}

function removeOpen(): void {
	const before = ui.takeRemorse();
	if (before !== 0) remove(before);
	ui.closePage();
	ui.startRemorse(openNumber, 'Removing the account');
}

function remove(number: u32): void {
	accounts.removeAccount(number);
	dropCodes();
	keeping.keep();
}

function adding(): void {
	ui.header('Add account');
	ui.field('Name', name, EDIT_TEXT);
	ui.gap(8);
	if (name.length === 0) {
		ui.note(
			'Name the account first. Then its secret is typed on the system keyboard, where no other app can read it.',
			4,
		);
		return;
	}
	ui.note('Tap the key and swipe up from the bottom edge, then type the secret that the service shows.', 3);
	ui.gap(8);
	ui.gadgetSlot(0, GADGET_SIGN_IN, 0, 56);
	if (refused) ui.note('That was no secret: it has letters and the digits 2 to 7 only.', 3);
}

/** Takes what was typed, and makes an account of it. Nothing of it stays but there. */
function receive(): void {
	if (take(SLOT_SECRETS, TYPED, TYPED_BYTES) !== 0) return;
	const length = decodeBase32(TYPED, min(takeResult(), TYPED_BYTES), SECRET, accounts.SECRET_BYTES);
	refused = length === 0 || !accounts.addAccount(name.address, name.length, SECRET, length);
	memory.fill(TYPED, 0, TYPED_BYTES);
	memory.fill(SECRET, 0, accounts.SECRET_BYTES);
	if (refused) return;
	keeping.keep();
	dropCodes();
	tick();
	ui.closePage();
}

/** Once a second, while there is something to show. */
function tick(): void {
	askClock();
	const made = isTimeKnown() && refreshCodes();
	ui.wake(made ? nextSecond() : now() + SECOND);
}

@unmanaged
class Authenticator extends ui.App {
	opened(): void {
		name.open(NAME, accounts.NAME_BYTES, 0);
		keeping.openKeeping();
		tick();
	}

	notified(bits: u32): void {
		if ((bits & BIT_STORE) !== 0) keeping.proceedKeeping();
	}

	woken(): void {
		tick();
	}

	build(page: u32): void {
		if (page === PAGE_ACCOUNT) account();
		else if (page === PAGE_ADD) adding();
		else list();
	}

	secret(bytes: u32): void {
		if (bytes > 0) receive();
	}

	carryOut(number: u32): void {
		remove(number);
	}

	/** Codes are not for whoever looks over the shoulder: the cover has names only. */
	cover(): void {
		for (let index: u32 = 0; index < min<u32>(4, accounts.accountCount()); index++) ui.strong(nameText(index));
		if (accounts.accountCount() === 0) ui.note('No accounts yet.', 2);
	}
}

export function init(): void {
	start<Authenticator>();
}

export function notified(bits: u32): void {
	run<Authenticator>(bits);
}
