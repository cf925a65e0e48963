/** Every word of a prompt but the app's reason. */
import {
	CAPABILITIES,
	CAPABILITY_NOTIFY,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import { capabilityMeaning, capabilityThing } from '../../interfaces/permissions/words.ts';
import { add, clear } from '../../sdk/text.ts';
import { addName } from './apps.ts';

export const BUTTONS: i32 = 4;
export const BUTTON_ONCE: i32 = 0;
export const BUTTON_OPEN: i32 = 1;
export const BUTTON_DENY: i32 = 2;
export const BUTTON_NEVER: i32 = 3;

/** The text becomes what a yes means. */
export function sayMeaning(app: u32, capability: u32): void {
	clear();
	add(capabilityMeaning(capability));
	if (capability === CAPABILITY_NOTIFY) return;
	add(', until you leave ');
	addName(app);
	add('.');
}

/** The text becomes a warning of what the app has already; false: there is nothing to warn of. */
export function sayWarning(held: u32): bool {
	if (held === 0) return false;
	clear();
	add('Careful: it already has ');
	let before = false;
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if ((held & (1 << capability)) === 0) continue;
		if (before) add(' and ');
		add(capabilityThing(capability));
		before = true;
	}
	add('. Together they tell much more about you.');
	return true;
}

/** The text becomes the words on a button. What an app does behind the user's back is not good for this time only. */
export function sayButton(button: i32, capability: u32): void {
	clear();
	if (button === BUTTON_DENY) add("Don't allow");
	else if (button > BUTTON_DENY) add('Never ask again');
	else if (grantOf(button, capability) === GRANT_ONCE) add('Allow this time');
	else add(grantOf(button, capability) === GRANT_OPEN ? 'Allow while it is open' : 'Always allow');
}

/** What a button answers, GRANT_*. */
export function grantOf(button: i32, capability: u32): u32 {
	const lasting = capability === CAPABILITY_NOTIFY;
	if (button === BUTTON_ONCE) return lasting ? GRANT_OPEN : GRANT_ONCE;
	if (button === BUTTON_OPEN) return lasting ? GRANT_ALWAYS : GRANT_OPEN;
	return button === BUTTON_DENY ? GRANT_ASK : GRANT_NEVER;
}
