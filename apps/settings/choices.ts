/** The user's choices as settings last saw them: read when a page opens, written when something is pressed. */
import { CHOICES } from '../../interfaces/preferences/choices.ts';
import { read, readResult, write } from '../../interfaces/preferences/client.ts';
import { SLOT_PREFERENCES } from './slots.ts';

const VALUES: u32 = memory.data(64, 4) as u32;

/** Asks for all of them. */
export function readChoices(): void {
	for (let choice: u32 = 0; choice < CHOICES; choice++) {
		if (read(SLOT_PREFERENCES, choice) === 0) store<u32>(VALUES + 4 * choice, readResult());
	}
}

/** What is chosen for CHOICE_*. */
export function chosen(choice: u32): u32 {
	return load<u32>(VALUES + 4 * choice);
}

export function isOn(choice: u32): bool {
	return chosen(choice) !== 0;
}

/** Chooses, if that is something else than before. */
export function choose(choice: u32, value: u32): void {
	if (chosen(choice) === value) return;
	if (write(SLOT_PREFERENCES, choice, value) === 0) store<u32>(VALUES + 4 * choice, value);
}
