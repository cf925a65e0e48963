/** Regions and extents of memory. docs/reference/01-kernel.md lists the checks and errors of each call. Slots are those of the caller's own table; 0 means none. */

import {
	EXTENT_MERGE,
	EXTENT_SPLIT,
	REGION_CLEAR,
	REGION_CREATE,
	REGION_DESTROY,
	REGION_DEVICE,
	REGION_HAND_ON,
	REGION_LABEL,
	REGION_MAP,
	REGION_PREPARE,
	REGION_READ,
	REGION_REVOKE,
	REGION_UNMAP,
} from '../abi/calls.ts';
import { system } from './kernel.ts';

/** Cuts `pages` 4 KiB pages off the end of a free extent. */
export function splitExtent(account: i32, extentRow: i32, newRow: i32, pages: i32): i32 {
	return system(EXTENT_SPLIT, account, extentRow, newRow, pages, 0, 0);
}

/** Joins two adjacent free extents. */
export function mergeExtents(account: i32, lowRow: i32, highRow: i32): i32 {
	return system(EXTENT_MERGE, account, lowRow, highRow, 0, 0, 0);
}

/** Makes a region of `pages` 4 KiB pages off the end of a free extent; usable once it is prepared. */
export function create(account: i32, extentRow: i32, newRow: i32, pages: i32, destination: i32): i32 {
	return system(REGION_CREATE, account, extentRow, newRow, pages, destination, 0);
}

/** Zeroes and enters 16 pages; steps in order from 0. */
export function prepare(account: i32, regionRow: i32, step: i32): i32 {
	return system(REGION_PREPARE, account, regionRow, step, 0, 0, 0);
}

/** Maps a region as memory 0..15 of a process (0 = own). */
export function map(process: i32, region: i32, memory: i32, rights: i32): i32 {
	return system(REGION_MAP, process, region, memory, rights, 0, 0);
}

/** Unmaps a memory of a process (0 = own). */
export function unmap(process: i32, memory: i32): i32 {
	return system(REGION_UNMAP, process, memory, 0, 0, 0, 0);
}

/** Zeroes 16 pages. */
export function clear(region: i32, step: i32): i32 {
	return system(REGION_CLEAR, region, step, 0, 0, 0, 0);
}

/** Ends every capability and mapping of a region; a fresh capability goes to `destination`. */
export function revokeAll(account: i32, regionRow: i32, destination: i32): i32 {
	return system(REGION_REVOKE, account, regionRow, destination, 0, 0, 0);
}

/** Turns a region back into a free extent. */
export function destroy(account: i32, regionRow: i32): i32 {
	return system(REGION_DESTROY, account, regionRow, 0, 0, 0, 0);
}

/** Another account pays for the region from now on. */
export function handOn(account: i32, regionRow: i32, toAccount: i32): i32 {
	return system(REGION_HAND_ON, account, regionRow, toAccount, 0, 0, 0);
}

/** Makes a region of device memory; `destinationAndPages` = destination | pages << 16. */
export function createDevice(
	control: i32,
	account: i32,
	extentRow: i32,
	newRow: i32,
	physicalPage: i32,
	destinationAndPages: i32,
): i32 {
	return system(REGION_DEVICE, control, account, extentRow, newRow, physicalPage, destinationAndPages);
}

/** Reads one READ_REGION_* value. */
export function inspect(region: i32, what: i32): i32 {
	return system(REGION_READ, region, what, 0, 0, 0, 0);
}

/** Gives a region a label, 0..63. */
export function setLabel(control: i32, account: i32, regionRow: i32, label: i32): i32 {
	return system(REGION_LABEL, control, account, regionRow, label, 0, 0);
}
