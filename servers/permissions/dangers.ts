/** Combinations (Bitfrost): what is harmless alone and dangerous together. The prompt names what the app has already. */
import {
	CAPABILITIES,
	CAPABILITY_CAMERA,
	CAPABILITY_FILE,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
	CAPABILITY_NOTIFY,
	GRANT_ALWAYS,
} from '../../interfaces/permissions/capabilities.ts';
import { choiceOf, heldUntil } from './table.ts';

/** What makes `capability` dangerous for who has it already, as 1 << CAPABILITY_*. */
function partnersOf(capability: u32): u32 {
	if (capability === CAPABILITY_CAMERA) return (1 << CAPABILITY_MICROPHONE) | (1 << CAPABILITY_LOCATION);
	if (capability === CAPABILITY_MICROPHONE) return (1 << CAPABILITY_CAMERA) | (1 << CAPABILITY_LOCATION);
	if (capability === CAPABILITY_LOCATION) return (1 << CAPABILITY_CAMERA) | (1 << CAPABILITY_MICROPHONE);
	// Who works in the background as well keeps what it has where nobody looks.
	if (capability === CAPABILITY_NOTIFY) return (1 << CAPABILITY_MICROPHONE) | (1 << CAPABILITY_LOCATION);
	return capability === CAPABILITY_FILE ? 1 << CAPABILITY_CAMERA : 0;
}

/** Which of the dangerous partners of `capability` the app holds, or has for good. */
export function dangerousWith(app: u32, capability: u32): u32 {
	const partners = partnersOf(capability);
	let held: u32 = 0;
	for (let other: u32 = 1; other < CAPABILITIES; other++) {
		const bit: u32 = 1 << other;
		if ((partners & bit) === 0) continue;
		if (heldUntil(app, other) !== 0 || choiceOf(app, other) === GRANT_ALWAYS) held |= bit;
	}
	return held;
}
