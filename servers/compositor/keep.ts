/** The user's choices are kept on the disk: one small file in the compositor's own volume. */

import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import { CHOICES } from '../../interfaces/preferences/choices.ts';
import { identify } from '../../sdk/capability.ts';
import { changeChoice } from './choose.ts';
import { allows, CHOICE_VALUES } from './look.ts';
import { BIT_STORE, SLOT_FILES, SLOT_VOLUME } from './slots.ts';
import { MILLISECOND, setTimer, TIMER_KEEP } from './timers.ts';

/** "keep", and the form of what follows. */
const MAGIC: u32 = 0x7065656b;
/** Magic, then each choice. */
const RECORD_BYTES: u32 = 40;
const RECORD: u32 = memory.data(40, 4) as u32;
/** Choices that change one after the other are written once. */
const DELAY: u64 = 1000 * MILLISECOND;

const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
let present: bool = false;
let loading: bool = false;
/** What is on the disk is no longer what the user has chosen. */
let stale: bool = false;

/** Begins to read what was kept; `known`: the choices are known already. */
export function startKeeping(known: bool): void {
	present = identify(SLOT_FILES) > 0;
	if (!present) return;
	volume.start(SLOT_FILES, SLOT_VOLUME, ctz(BIT_STORE));
	if (known) return;
	loading = true;
	finish(volume.load('choices', RECORD, RECORD_BYTES));
}

/** A choice has changed. */
export function keepChoices(): void {
	if (loading) return;
	stale = true;
	setTimer(TIMER_KEEP, DELAY);
}

/** It is time to write. */
export function writeChoices(): void {
	if (!present || !stale || volume.busy) return;
	stale = false;
	store<u32>(RECORD, MAGIC);
	memory.copy(RECORD + 4, CHOICE_VALUES, 4 * CHOICES);
	finish(volume.save('choices', RECORD, RECORD_BYTES));
}

/** The store has signalled. */
export function proceedKeeping(): void {
	if (present && volume.busy) finish(volume.proceed());
}

function finish(status: i32): void {
	if (status === VOLUME_PENDING) return;
	if (loading && status === 0 && volume.length === RECORD_BYTES && load<u32>(RECORD) === MAGIC) take();
	loading = false;
	if (stale) setTimer(TIMER_KEEP, DELAY);
}

/** What comes from the disk is checked like what comes from anybody. */
function take(): void {
	for (let which: u32 = 0; which < CHOICES; which++) {
		const value = load<u32>(RECORD + 4 + 4 * which);
		if (allows(which, value)) changeChoice(which, value);
	}
}
