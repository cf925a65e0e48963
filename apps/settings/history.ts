/** What was asked for, given, used and taken back, the newest first. Only the permission server can write it. */
import { history, historyResult } from '../../interfaces/permissions/client.ts';
import {
	HISTORY_APP,
	HISTORY_ASKED,
	HISTORY_BYTES,
	HISTORY_CAPABILITY,
	HISTORY_DENIED,
	HISTORY_GIVEN,
	HISTORY_TIME,
	HISTORY_USED,
	HISTORY_WHAT,
} from '../../interfaces/permissions/history.ts';
import { capabilityIcon, capabilityName } from '../../interfaces/permissions/words.ts';
import { DAY, MINUTE, PLAUSIBLE } from '../../interfaces/sensors/daytime.ts';
import { addDayOfMonth, addTimeOfDay } from '../../sdk/calendar.ts';
import { add, clear } from '../../sdk/text.ts';
import * as ui from '../../sdk/ui/ui.ts';
import { addApp } from './parts.ts';
import { SLOT_GRANTS } from './slots.ts';

const ENTRIES: u32 = memory.data(512, 8) as u32;
const ENTRIES_BYTES: u32 = 512;
let count: u32 = 0;

/** Asks for the newest 32. */
export function readHistory(): void {
	if (history(SLOT_GRANTS, ENTRIES, ENTRIES_BYTES, 0) === 0) count = historyResult();
}

function deed(what: u32): string {
	if (what === HISTORY_ASKED) return ' asked';
	if (what === HISTORY_GIVEN) return ' was allowed';
	if (what === HISTORY_DENIED) return ' was refused';
	return what === HISTORY_USED ? ' used it' : ' had it taken back';
}

/** Such as ", 09:41"; nothing where there was no clock. */
function addWhen(time: u64): void {
	if (time < PLAUSIBLE) return;
	add(', ');
	addTimeOfDay(<u32>((time % DAY) / MINUTE));
}

/** The day of an entry, 0 where there was no clock. */
function dayOf(entry: u32): u32 {
	const time = load<u64>(entry + HISTORY_TIME);
	return time < PLAUSIBLE ? 0 : <u32>(time / DAY);
}

/** What follows is of another day. */
function beginDay(day: u32): void {
	if (day !== 0) {
		clear();
		addDayOfMonth(day);
		ui.section(ui.built());
	}
	ui.beginCard();
}

export function historyPage(): void {
	ui.header('What was used');
	if (count === 0) {
		ui.note('Nothing yet.', 1);
		return;
	}
	for (let index: u32 = 0; index < count; index++) {
		const entry = ENTRIES + HISTORY_BYTES * index;
		const capability = load<u8>(entry + HISTORY_CAPABILITY);
		const isFirst = index === 0 || dayOf(entry) !== dayOf(entry - HISTORY_BYTES);
		if (isFirst && index > 0) ui.endCard();
		if (isFirst) beginDay(dayOf(entry));
		clear();
		addApp(load<u8>(entry + HISTORY_APP));
		add(deed(load<u8>(entry + HISTORY_WHAT)));
		addWhen(load<u64>(entry + HISTORY_TIME));
		ui.key(index + 1);
		ui.item(capabilityName(capability), ui.built(), capabilityIcon(capability));
	}
	ui.key(0);
	ui.endCard();
}
