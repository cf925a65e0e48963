/** Numbers and states in words, added to the text (sdk/text.ts). */
import {
	CAPABILITY_FILE,
	CAPABILITY_PASTE,
	CAPABILITY_PICTURE,
	GRANT_ALWAYS,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import { add, addByte, addNumber } from '../../sdk/text.ts';

const KIBIBYTES_IN_MEBIBYTE: u32 = 1024;
const MINUTE: u32 = 60;
const HOUR: u32 = 3600;
const DAY: u32 = 86_400;
const POINT: u32 = 0x2e;

/** Given by pressing a control of the system, each time: there is nothing to decide beforehand. */
export function isByGadget(capability: u32): bool {
	return capability === CAPABILITY_PICTURE || capability === CAPABILITY_FILE || capability === CAPABILITY_PASTE;
}

export function grantName(state: u32): string {
	if (state === GRANT_ONCE) return 'Allowed once';
	if (state === GRANT_OPEN) return 'Allowed while open';
	if (state === GRANT_NEVER) return 'Never';
	return state === GRANT_ALWAYS ? 'Always' : 'Asks each time';
}

/** Such as "7.0 MiB" or "64 KiB". */
export function addKibibytes(kibibytes: u32): void {
	if (kibibytes < KIBIBYTES_IN_MEBIBYTE) {
		addNumber(kibibytes);
		add(' KiB');
		return;
	}
	const tenths = (10 * kibibytes) / KIBIBYTES_IN_MEBIBYTE;
	addTenths(tenths);
	add(' MiB');
}

function addTenths(tenths: u32): void {
	addNumber(tenths / 10);
	addByte(POINT);
	addNumber(tenths % 10);
}

/** Such as "1.5 %". */
export function addShare(thousandths: u32): void {
	addTenths(thousandths);
	add(' %');
}

function addUnits(count: u32, one: string, many: string): void {
	addNumber(count);
	add(count === 1 ? one : many);
}

/** Such as "5 minutes ago". */
export function addAgo(seconds: u32): void {
	if (seconds < MINUTE) add('just now');
	else if (seconds < HOUR) addUnits(seconds / MINUTE, ' minute ago', ' minutes ago');
	else if (seconds < DAY) addUnits(seconds / HOUR, ' hour ago', ' hours ago');
	else addUnits(seconds / DAY, ' day ago', ' days ago');
}

/** Such as "used 3 times". */
export function addUses(uses: u32): void {
	if (uses === 0) add('never used');
	else addUnits(uses, ' use', ' uses');
}
