/** One unfinished line for each client, and how a finished one gets into the machine's log. */

import { ROSTER_BADGES, ROSTER_ENTRY_BYTES, ROSTER_NAME, ROSTER_NAME_BYTES } from '../../abi/roster.ts';
import { LEVEL_ERROR, LEVEL_NEWS, LEVEL_WARNING } from '../../interfaces/console/levels.ts';
import { logLine } from '../../sdk/log.ts';
import { load8 } from '../../sdk/region/memory1.ts';
import { add, addByte, addNumber, clear, pointer, size } from '../../sdk/text.ts';
import { keep } from './journal.ts';

/** The console's Control capability, with the power LOG. */
const SLOT_LOG: i32 = 1;
const LINE_FEED: u32 = 10;
const FIRST_PRINTABLE: u32 = 32;
const LAST_PRINTABLE: u32 = 126;
const REPLACEMENT: u32 = 63;

/** Longest line of a client; a longer one is broken. */
const TEXT_BYTES: u32 = 128;
const TEXTS: u32 = memory.data(8192, 8) as u32;
const LENGTHS: u32 = memory.data(256, 8) as u32;
/** Of each line, LEVEL_*. */
const LEVELS: u32 = memory.data(64, 8) as u32;

/** Takes one byte of a client's text. Only line feeds and printable ASCII reach the log: nobody can forge another's line. */
export function take(client: u32, byte: u32): void {
	if (byte === LINE_FEED) {
		finish(client);
		return;
	}
	const used = load<u32>(LENGTHS + 4 * client);
	if (used === 0 && (byte === LEVEL_WARNING || byte === LEVEL_ERROR)) {
		store<u8>(LEVELS + client, <u8>byte);
		return;
	}
	const shown = byte < FIRST_PRINTABLE || byte > LAST_PRINTABLE ? REPLACEMENT : byte;
	store<u8>(TEXTS + TEXT_BYTES * client + used, <u8>shown);
	store<u32>(LENGTHS + 4 * client, used + 1);
	if (used + 1 === TEXT_BYTES) finish(client);
}

/** Writes what the client has begun, as a line with its name before it. */
export function finish(client: u32): void {
	const used = load<u32>(LENGTHS + 4 * client);
	clear();
	addName(client);
	add(': ');
	for (let index: u32 = 0; index < used; index++) addByte(load<u8>(TEXTS + TEXT_BYTES * client + index));
	keep(pointer(), size(), load<u8>(LEVELS + client));
	store<u8>(LEVELS + client, <u8>LEVEL_NEWS);
	logLine(SLOT_LOG);
	store<u32>(LENGTHS + 4 * client, 0);
}

/** Has the client begun a line? */
export function hasBegun(client: u32): bool {
	return load<u32>(LENGTHS + 4 * client) !== 0;
}

/** The name in the roster; a client that is not listed there goes by its number. */
function addName(client: u32): void {
	const entry = client * ROSTER_ENTRY_BYTES + ROSTER_NAME;
	if (client >= ROSTER_BADGES || load8(entry) === 0) {
		add('client ');
		addNumber(client);
		return;
	}
	for (let index: u32 = 0; index < ROSTER_NAME_BYTES; index++) {
		const byte = load8(entry + index);
		if (byte === 0) return;
		addByte(byte);
	}
}
