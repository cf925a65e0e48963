/** What the user has done, for those who must know: the permission server, the keyboard, the powerbox. A ring for each. */
import { ANSWER_AGAIN, ANSWER_NONE, BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import { notify } from '../../sdk/kernel.ts';
import { SLOT_PERMISSIONS } from './slots.ts';

const RINGS_MOST: u32 = 3;
const ENTRIES: u32 = 16;
const ENTRY_BYTES: u32 = 16;
const RINGS: u32 = memory.data(3 * 16 * 16, 8) as u32;
const FIRST: u32 = memory.data(12, 4) as u32;
const COUNT: u32 = memory.data(12, 4) as u32;
/** u8 each: 1 when answers were lost. */
const LOST: u32 = memory.data(3) as u32;

/** What `takeAnswer` has taken. */
export let answerKind: u32 = ANSWER_NONE;
export let answerApp: u32 = 0;
export let answerWhat: u32 = 0;
export let answerValue: u32 = 0;

function entry(ring: u32, index: u32): u32 {
	const place = (load<u32>(FIRST + 4 * ring) + index) % ENTRIES;
	return RINGS + ENTRY_BYTES * (ENTRIES * ring + place);
}

/** Tells who has `badge` (BADGE_*) something. Whoever does not take its answers loses the newest, and learns that it did. */
export function answerTo(badge: u32, kind: u32, app: u32, what: u32, value: u32): void {
	const ring = badge - BADGE_PERMISSIONS;
	const count = load<u32>(COUNT + 4 * ring);
	if (count < ENTRIES) {
		const place = entry(ring, count);
		store<u32>(place, kind);
		store<u32>(place, app, 4);
		store<u32>(place, what, 8);
		store<u32>(place, value, 12);
		store<u32>(COUNT + 4 * ring, count + 1);
	} else {
		store<u8>(LOST + ring, 1);
	}
	notify(SLOT_PERMISSIONS + <i32>(badge - BADGE_PERMISSIONS));
}

/** Takes the oldest answer for who has `badge`, into `answerKind` and the others. False: that badge gets none. */
export function takeAnswer(badge: u32): bool {
	const ring = badge - BADGE_PERMISSIONS;
	if (ring >= RINGS_MOST) return false;
	const count = load<u32>(COUNT + 4 * ring);
	answerKind = ANSWER_NONE;
	if (count === 0) return takeLoss(ring);
	const place = entry(ring, 0);
	answerKind = load<u32>(place);
	answerApp = load<u32>(place, 4);
	answerWhat = load<u32>(place, 8);
	answerValue = load<u32>(place, 12);
	store<u32>(FIRST + 4 * ring, (load<u32>(FIRST + 4 * ring) + 1) % ENTRIES);
	store<u32>(COUNT + 4 * ring, count - 1);
	return true;
}

/** All that was kept is taken; if something could not be kept, that is told last. */
function takeLoss(ring: u32): bool {
	if (load<u8>(LOST + ring) === 0) return true;
	store<u8>(LOST + ring, 0);
	answerKind = ANSWER_AGAIN;
	answerApp = 0;
	answerWhat = 0;
	answerValue = 1;
	return true;
}
