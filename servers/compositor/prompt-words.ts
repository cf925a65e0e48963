/** Every word of a prompt but the app's reason. */
import {
	CAPABILITIES,
	CAPABILITY_CAMERA,
	CAPABILITY_FILE,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
	CAPABILITY_NOTIFY,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import {
	ICON_BELL,
	ICON_CAMERA,
	ICON_FILE,
	ICON_MAP_PIN,
	ICON_MIC,
	ICON_SHIELD,
} from '../../sdk/graphics/icon-numbers.ts';
import { add, clear } from '../../sdk/text.ts';
import { addName } from './apps.ts';

export const BUTTONS: i32 = 4;
export const BUTTON_ONCE: i32 = 0;
export const BUTTON_OPEN: i32 = 1;
export const BUTTON_DENY: i32 = 2;
export const BUTTON_NEVER: i32 = 3;

/** The text becomes the question. */
export function sayQuestion(capability: u32): void {
	clear();
	if (capability === CAPABILITY_CAMERA) add('Use the camera?');
	else if (capability === CAPABILITY_MICROPHONE) add('Listen to the microphone?');
	else if (capability === CAPABILITY_LOCATION) add('Know where you are?');
	else if (capability === CAPABILITY_NOTIFY) add('Show you notices?');
	else add('Use this phone?');
}

/** The text becomes what a yes means. */
export function sayMeaning(app: u32, capability: u32): void {
	clear();
	if (capability === CAPABILITY_CAMERA) {
		add('It sees what the camera sees');
	} else if (capability === CAPABILITY_MICROPHONE) {
		add('It hears how loud it is around you');
	} else if (capability === CAPABILITY_LOCATION) {
		add('It learns your position');
	} else {
		add('It may speak to you while it is not in front. You can silence it in settings.');
		return;
	}
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
		addThing(capability);
		before = true;
	}
	add('. Together they tell much more about you.');
	return true;
}

function addThing(capability: u32): void {
	if (capability === CAPABILITY_CAMERA) add('the camera');
	else if (capability === CAPABILITY_MICROPHONE) add('the microphone');
	else if (capability === CAPABILITY_LOCATION) add('your position');
	else if (capability === CAPABILITY_FILE) add('a file of yours');
	else add('other things');
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

/** The picture of what is asked for. */
export function iconFor(capability: u32): u32 {
	if (capability === CAPABILITY_CAMERA) return ICON_CAMERA;
	if (capability === CAPABILITY_MICROPHONE) return ICON_MIC;
	if (capability === CAPABILITY_LOCATION) return ICON_MAP_PIN;
	if (capability === CAPABILITY_FILE) return ICON_FILE;
	return capability === CAPABILITY_NOTIFY ? ICON_BELL : ICON_SHIELD;
}
