/** What each capability is called and looks like: the same in prompts, in settings and in the menu. */
import * as icons from '../../sdk/graphics/icon-numbers.ts';
import {
	CAPABILITY_BATTERY,
	CAPABILITY_CAMERA,
	CAPABILITY_FILE,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
	CAPABILITY_NOTIFY,
	CAPABILITY_PASTE,
	CAPABILITY_PICTURE,
} from './capabilities.ts';

export function capabilityName(capability: u32): string {
	if (capability === CAPABILITY_CAMERA) return 'Camera';
	if (capability === CAPABILITY_MICROPHONE) return 'Microphone';
	if (capability === CAPABILITY_LOCATION) return 'Location';
	if (capability === CAPABILITY_PICTURE) return 'Single pictures';
	if (capability === CAPABILITY_FILE) return 'Files you pick';
	if (capability === CAPABILITY_PASTE) return 'Pasting';
	return capability === CAPABILITY_BATTERY ? 'Battery' : 'Notices';
}

export function capabilityIcon(capability: u32): u32 {
	if (capability === CAPABILITY_CAMERA) return icons.ICON_CAMERA;
	if (capability === CAPABILITY_MICROPHONE) return icons.ICON_MIC;
	if (capability === CAPABILITY_LOCATION) return icons.ICON_MAP_PIN;
	if (capability === CAPABILITY_PICTURE) return icons.ICON_IMAGE;
	if (capability === CAPABILITY_FILE) return icons.ICON_FILE;
	if (capability === CAPABILITY_PASTE) return icons.ICON_CLIPBOARD_PASTE;
	return capability === CAPABILITY_NOTIFY ? icons.ICON_BELL : icons.ICON_BATTERY;
}

/** What a prompt asks. */
export function capabilityQuestion(capability: u32): string {
	if (capability === CAPABILITY_CAMERA) return 'Use the camera?';
	if (capability === CAPABILITY_MICROPHONE) return 'Listen to the microphone?';
	if (capability === CAPABILITY_LOCATION) return 'Know where you are?';
	return capability === CAPABILITY_NOTIFY ? 'Show you notices?' : 'Use this phone?';
}

/** What a yes means. Of what lasts only until the app is left, the sentence goes on with that. */
export function capabilityMeaning(capability: u32): string {
	if (capability === CAPABILITY_CAMERA) return 'It sees what the camera sees';
	if (capability === CAPABILITY_MICROPHONE) return 'It hears how loud it is around you';
	if (capability === CAPABILITY_LOCATION) return 'It learns your position';
	return 'It may speak to you while it is not in front. You can silence it in settings.';
}

/** What an app has that holds it. */
export function capabilityThing(capability: u32): string {
	if (capability === CAPABILITY_CAMERA) return 'the camera';
	if (capability === CAPABILITY_MICROPHONE) return 'the microphone';
	if (capability === CAPABILITY_LOCATION) return 'your position';
	return capability === CAPABILITY_FILE ? 'a file of yours' : 'other things';
}
