/** What apps, settings and the powerbox may ask of this server. */
import {
	CAPABILITIES,
	CAPABILITY_FILE,
	CAPABILITY_PASTE,
	CAPABILITY_PICTURE,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import { HISTORY_ASKED, HISTORY_BYTES } from '../../interfaces/permissions/history.ts';
import * as service from '../../interfaces/permissions/server.ts';
import { millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import { BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { notify } from '../../sdk/kernel.ts';
import { readLoan } from '../../sdk/loan.ts';
import { exists, give, giveAlways, hasSource, takeBack, tell } from './grants.ts';
import { lendHistory, note } from './history.ts';
import { keep } from './keep.ts';
import { isAsked, isSpent, putOff, queue, reasonOf } from './questions.ts';
import { SLOT_ARRIVED, SLOT_SELF } from './slots.ts';
import { choiceOf, heldUntil, lastOf, setChoice, usesOf } from './table.ts';
import { isOff } from './user.ts';

const SECOND: u64 = 1000;
/** Badge of settings at this server. */
const BADGE_SETTINGS: u32 = 64;

/** What the user gives by touching a gadget, and by nothing else. */
function comesByGadget(capability: u32): bool {
	return capability === CAPABILITY_PICTURE || capability === CAPABILITY_FILE || capability === CAPABILITY_PASTE;
}

function isKnown(app: u32, capability: u32): bool {
	return capability !== 0 && capability < CAPABILITIES && exists(app);
}

@unmanaged
export class Permissions extends service.PermissionsService {
	request(badge: u32, length: u32, capability: u32): i32 {
		if (!exists(badge)) return service.UNKNOWN;
		const byGadget = comesByGadget(capability);
		// What this machine does not have is as if it had been refused for good: an app learns nothing of the machine.
		if (choiceOf(badge, capability) === GRANT_NEVER || (!byGadget && !hasSource(capability))) return service.NEVER;
		note(badge, capability, HISTORY_ASKED);
		if (byGadget || isOff(capability)) tell(badge, capability);
		else if (heldUntil(badge, capability) !== 0) tell(badge, capability);
		else if (choiceOf(badge, capability) === GRANT_ALWAYS) giveAlways(badge, capability);
		else return this.put(badge, length, capability);
		return SUCCESS;
	}

	/** Puts the question to the user, now or later. */
	private put(app: u32, length: u32, capability: u32): i32 {
		if (isAsked(app, capability)) return SUCCESS;
		const status = readLoan(0, reasonOf(app, capability), length);
		if (status < 0) return status;
		const spent = isSpent(app);
		if (spent) putOff(app, capability, length);
		else queue(app, capability, length);
		notify(SLOT_SELF);
		return spent ? service.LATER : SUCCESS;
	}

	release(badge: u32, capability: u32): i32 {
		if (exists(badge)) takeBack(badge, capability);
		return SUCCESS;
	}

	inspect(badge: u32, app: u32, capability: u32): i32 {
		if (badge !== BADGE_SETTINGS) return service.NOT_YOURS;
		if (!isKnown(app, capability)) return service.UNKNOWN;
		const held = heldUntil(app, capability);
		const choice = choiceOf(app, capability);
		service.setInspectState(choice === GRANT_ASK && held !== 0 ? held : choice);
		service.setInspectUses(usesOf(app, capability));
		service.setInspectLast(lastOf(app, capability));
		service.setInspectHeld(held !== 0 ? 1 : 0);
		service.setInspectAgo(<u32>((millisecondsNow() - min(millisecondsNow(), lastOf(app, capability))) / SECOND));
		return SUCCESS;
	}

	change(badge: u32, app: u32, capability: u32, state: u32): i32 {
		if (badge !== BADGE_SETTINGS) return service.NOT_YOURS;
		if (!isKnown(app, capability)) return service.UNKNOWN;
		setChoice(app, capability, state === GRANT_NEVER || state === GRANT_ALWAYS ? state : GRANT_ASK);
		if (state !== GRANT_ALWAYS) takeBack(app, capability);
		keep();
		notify(SLOT_SELF);
		return SUCCESS;
	}

	history(badge: u32, length: u32, first: u32): i32 {
		if (badge !== BADGE_SETTINGS) return service.NOT_YOURS;
		const count = lendHistory(first, length / HISTORY_BYTES);
		if (count < 0) return count;
		service.setHistoryResult(count);
		return SUCCESS;
	}

	give(badge: u32, app: u32): i32 {
		if (badge !== BADGE_POWERBOX) return service.NOT_YOURS;
		if (!exists(app)) return service.UNKNOWN;
		if (choiceOf(app, CAPABILITY_FILE) === GRANT_NEVER) return service.NO_PLACE;
		give(app, CAPABILITY_FILE, GRANT_OPEN, SLOT_ARRIVED);
		return SUCCESS;
	}
}
