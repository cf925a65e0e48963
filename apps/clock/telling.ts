/** Tells the user what has come to its end while the app is not seen: a notice, if the user allows them. */
import { SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { show, withdraw } from '../../interfaces/notices/client.ts';
import { NOTICE_ALARM } from '../../interfaces/notices/kinds.ts';
import { CAPABILITY_NOTIFY, FIRST_SLOT } from '../../interfaces/permissions/capabilities.ts';
import { request } from '../../interfaces/permissions/client.ts';
import { identify } from '../../sdk/capability.ts';
import { say } from '../../sdk/graphics/words.ts';
import { pointer, size } from '../../sdk/text.ts';

const SLOT_NOTICES: i32 = FIRST_SLOT + <i32>CAPABILITY_NOTIFY;

export function mayTell(): bool {
	return identify(SLOT_NOTICES) !== 0;
}

/** Asks for notices: there is something now that will come to an end. */
export function askToTell(): void {
	if (mayTell()) return;
	say('Tells you when the time is up, also while you do something else.');
	request(SLOT_PERMISSIONS, pointer(), size(), CAPABILITY_NOTIFY);
}

/** Tells the user. */
export function tell(what: string): void {
	if (!mayTell()) return;
	say(what);
	show(SLOT_NOTICES, pointer(), size(), NOTICE_ALARM);
}

/** It is over: the user knows. */
export function tellNothing(): void {
	if (mayTell()) withdraw(SLOT_NOTICES);
}
