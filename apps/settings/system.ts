/** What the phone is made of, and what that takes. */

import { ROSTER_COMPONENTS, ROSTER_KERNEL_CODE } from '../../abi/roster.ts';
import { add, addByte, addNumber, clear } from '../../sdk/text.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { appShare, partShare, restartsOf } from './measured.ts';
import { PAGE_APP } from './pages.ts';
import {
	APPS,
	addApp,
	addPart,
	appMemory,
	fact,
	isApp,
	isPart,
	kernelHash,
	PARTS,
	partCode,
	partMemory,
} from './parts.ts';
import { addKibibytes, addShare } from './phrases.ts';

const BYTES_IN_KIBIBYTE: u32 = 1024;
const HASH_BYTES: u32 = 32;
const HASH_LINES: u32 = 4;
const DIGIT_ZERO: u32 = 0x30;
const LETTER_A: u32 = 0x61;
const SPACE: u32 = 0x20;

/** Memory and processor time, in words. */
function taken(memory: u32, share: u32): u32 {
	clear();
	addKibibytes(memory);
	add(', ');
	addShare(share);
	return ui.built();
}

export function resourcesPage(): void {
	ui.header('Resources');
	ui.section('Apps');
	ui.beginCard();
	for (let app: u32 = 0; app < APPS; app++) {
		if (!isApp(app)) continue;
		clear();
		addApp(app);
		const name = ui.built();
		ui.key(app + 1);
		if (ui.appItem(name, taken(appMemory(app), appShare(app)), app)) ui.openPage(PAGE_APP + app);
	}
	ui.endCard();
	ui.section('System');
	ui.beginCard();
	for (let part: u32 = 0; part < PARTS; part++) {
		if (!isPart(part)) continue;
		clear();
		addPart(part);
		addRestarts(part);
		const name = ui.built();
		ui.key(APPS + part + 1);
		ui.valueItem(name, taken(partMemory(part), partShare(part)), 0);
	}
	ui.key(0);
	ui.endCard();
	ui.note(
		"Memory is a component's own and never grows. Processor time is that of the last second, calls to others included.",
		4,
	);
}

function addRestarts(part: u32): void {
	const restarts = restartsOf(part);
	if (restarts === 0) return;
	add(', restarted ');
	addNumber(restarts);
	add('x');
}

function addDigit(value: u32): void {
	addByte(value < 10 ? DIGIT_ZERO + value : LETTER_A + value - 10);
}

/** Eight bytes of the kernel's hash in groups of two. */
function hashLine(line: u32): u32 {
	clear();
	const bytes = HASH_BYTES / HASH_LINES;
	for (let index: u32 = 0; index < bytes; index++) {
		const byte = kernelHash(bytes * line + index);
		if (index > 0 && index % 2 === 0) addByte(SPACE);
		addDigit(byte >> 4);
		addDigit(byte & 15);
	}
	return ui.built();
}

/** Code of all parts of the system, KiB. */
function systemCode(): u32 {
	let bytes: u32 = 0;
	for (let part: u32 = 0; part < PARTS; part++) if (isPart(part)) bytes += partCode(part);
	return bytes / BYTES_IN_KIBIBYTE;
}

export function aboutPage(): void {
	ui.header('About');
	ui.heading('Tessera');
	ui.paragraph('A phone on a small kernel, where nothing exists for an app that was not handed to it.');
	ui.gap(12);
	ui.section('Kernel, SHA-256');
	ui.gap(4);
	ui.beginCard();
	for (let line: u32 = 0; line < HASH_LINES; line++) ui.label(hashLine(line));
	ui.endCard();
	ui.beginCard();
	clear();
	addKibibytes(fact(ROSTER_KERNEL_CODE) / BYTES_IN_KIBIBYTE);
	ui.valueItem('Kernel', ui.built(), 0);
	clear();
	addKibibytes(systemCode());
	ui.valueItem('Drivers and servers', ui.built(), 0);
	clear();
	addNumber(fact(ROSTER_COMPONENTS));
	ui.valueItem('Components', ui.built(), 0);
	ui.endCard();
	ui.section('Licence');
	ui.note(
		'Tessera is free software under the MIT licence. Typeface: Inter (SIL Open Font License). Icons: Lucide (ISC). Cryptography: HACL* (MIT).',
		5,
	);
}
