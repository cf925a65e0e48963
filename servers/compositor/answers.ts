/** What the user has done, for those who must know: the permission server, the keyboard, the powerbox. */
import { ANSWER_AGAIN, ANSWER_NONE, BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import { notify } from '../../sdk/kernel.ts';
import { append, RINGS_TRUSTED, takeEntry, takeLoss } from './rings.ts';
import { SLOT_PERMISSIONS } from './slots.ts';

const CLIENTS: u32 = 3;

/** What `takeAnswer` has taken. */
export let answerKind: u32 = ANSWER_NONE;
export let answerApp: u32 = 0;
export let answerWhat: u32 = 0;
export let answerValue: u32 = 0;

/** Tells who has `badge` (BADGE_*) something. */
export function answerTo(badge: u32, kind: u32, app: u32, what: u32, value: u32): void {
	append(RINGS_TRUSTED + badge - BADGE_PERMISSIONS, kind, app, what, value);
	notify(SLOT_PERMISSIONS + <i32>(badge - BADGE_PERMISSIONS));
}

/** Takes the oldest answer for who has `badge`, into `answerKind` and the others. False: that badge gets none. */
export function takeAnswer(badge: u32): bool {
	const client = badge - BADGE_PERMISSIONS;
	if (client >= CLIENTS) return false;
	const entry = takeEntry(RINGS_TRUSTED + client);
	// When all that was kept is taken, whoever has lost something is told so.
	const lost = entry === 0 && takeLoss(RINGS_TRUSTED + client);
	answerKind = entry !== 0 ? load<u32>(entry) : lost ? ANSWER_AGAIN : ANSWER_NONE;
	answerApp = entry !== 0 ? load<u32>(entry, 4) : 0;
	answerWhat = entry !== 0 ? load<u32>(entry, 8) : 0;
	answerValue = entry !== 0 ? load<u32>(entry, 12) : lost ? 1 : 0;
	return true;
}
