/** Volumes: the files of each component, under its name, so that it finds them again whatever its badge is in the next system. */

import { ROSTER_ENTRY_BYTES, ROSTER_NAME, ROSTER_QUOTA } from '../../abi/roster.ts';
import { KIND_DIRECTORY } from '../../interfaces/files/how.ts';
import { load8, load32 } from '../../sdk/region/memory2.ts';
import { admit } from './admission.ts';
import { bodyAddress, bodyWord, setBodyWord, touchBody } from './body.ts';
import { CLIENTS } from './clients.ts';
import { ABSENT, FULL } from './codes.ts';
import {
	BLOCK_BYTES,
	BODY_VOLUMES,
	VOLUME_ENTRY_BYTES,
	VOLUME_NAME,
	VOLUME_NAME_BYTES,
	VOLUME_ROOT,
	VOLUME_USED,
	VOLUMES,
} from './layout.ts';
import { makeObject, prepareObject } from './objects.ts';

/** Of each client: number of its volume, or VOLUMES. */
const OF_CLIENT: u32 = memory.data(128, 8) as u32;
/** Of each volume: blocks that it may have. */
const QUOTAS: u32 = memory.data(128, 8) as u32;
/** Of a client whose Gate says nothing: 1 MiB. */
const QUOTA_BLOCKS: u32 = 256;
const OBJECT_CREATED: u32 = 4;

/** Finds the volumes of the clients that there are. */
export function openVolumes(): void {
	for (let client: u32 = 0; client < CLIENTS; client++) bind(client, findVolume(client));
}

function bind(client: u32, volume: u32): void {
	store<u32>(OF_CLIENT + 4 * client, volume);
	if (volume === VOLUMES) return;
	const quota = load32(client * ROSTER_ENTRY_BYTES + ROSTER_QUOTA) / BLOCK_BYTES;
	store<u32>(QUOTAS + 4 * volume, quota === 0 ? QUOTA_BLOCKS : quota);
}

function offsetOf(volume: u32): u32 {
	return BODY_VOLUMES + volume * VOLUME_ENTRY_BYTES;
}

function findVolume(client: u32): u32 {
	for (let volume: u32 = 0; volume < VOLUMES; volume++) if (hasNameOf(volume, client)) return volume;
	return VOLUMES;
}

function hasNameOf(volume: u32, client: u32): bool {
	const name = bodyAddress(offsetOf(volume) + VOLUME_NAME);
	if (load<u8>(name) === 0) return false;
	for (let index: u32 = 0; index < VOLUME_NAME_BYTES; index++) {
		if (<u32>load<u8>(name + index) !== nameByte(client, index)) return false;
	}
	return true;
}

function nameByte(client: u32, index: u32): u32 {
	return load8(client * ROSTER_ENTRY_BYTES + ROSTER_NAME + index);
}

/** Object that is the root directory of a client's volume; makes the volume if it has none. Or LATER, FULL, BROKEN, ABSENT: there is no such client. */
export function rootOf(client: u32): i32 {
	const volume = load<u32>(OF_CLIENT + 4 * client);
	return volume === VOLUMES ? makeVolume(client) : <i32>bodyWord(offsetOf(volume) + VOLUME_ROOT);
}

function makeVolume(client: u32): i32 {
	if (nameByte(client, 0) === 0) return ABSENT;
	let volume: u32 = 0;
	while (volume < VOLUMES && bodyWord(offsetOf(volume) + VOLUME_ROOT) !== 0) volume++;
	if (volume === VOLUMES) return FULL;
	let ready = prepareObject();
	if (ready === 0) ready = admit(OBJECT_CREATED, 0, false);
	if (ready < 0) return ready;
	// ---- commit ----
	const root = makeObject(KIND_DIRECTORY, volume, 0);
	const name = bodyAddress(offsetOf(volume) + VOLUME_NAME);
	for (let index: u32 = 0; index < VOLUME_NAME_BYTES; index++) store<u8>(name + index, <u8>nameByte(client, index));
	setBodyWord(offsetOf(volume) + VOLUME_ROOT, root);
	touchBody();
	bind(client, volume);
	return <i32>root;
}

/** Blocks that a volume may have. */
export function quotaOf(volume: u32): u32 {
	return load<u32>(QUOTAS + 4 * volume);
}

/** Blocks that a client's volume has. */
export function usedBy(client: u32): u32 {
	const volume = load<u32>(OF_CLIENT + 4 * client);
	return volume === VOLUMES ? 0 : bodyWord(offsetOf(volume) + VOLUME_USED);
}

/** Blocks that a client's volume may have. */
export function quotaFor(client: u32): u32 {
	const volume = load<u32>(OF_CLIENT + 4 * client);
	return volume === VOLUMES ? 0 : quotaOf(volume);
}
