/** The disk, a block at a time, through the queue of its driver. */

import { DISK_BYTES, DISK_PENDING, Disk, isBroken } from '../../interfaces/block/disk.ts';
import {
	BLOCK_DATA,
	BLOCK_DONE,
	OPERATION_FLUSH,
	OPERATION_READ,
	OPERATION_WRITE,
} from '../../interfaces/block/queue.ts';
import { Memory1, read, write } from '../../sdk/region/memory1.ts';
import { BLOCK_BYTES, BLOCK_SECTORS, BLOCKS_MOST } from './layout.ts';

const SLOT_BLOCK: i32 = 2;
const SLOT_WAKE: i32 = 3;

// What `outcome` gives; closed.
export const DEVICE_DONE: i32 = 0;
export const DEVICE_PENDING: i32 = 1;
export const DEVICE_FAILED: i32 = 2;

const disk = changetype<Disk<Memory1>>(memory.data(DISK_BYTES, 8));
/** There is no such device any more. */
let broken: bool = false;

/** Begins a session. DEVICE_PENDING: the driver does not answer, try again. */
export function openDevice(): i32 {
	const status = disk.open(SLOT_BLOCK, SLOT_WAKE);
	if (status === 0) return DEVICE_DONE;
	return isBroken(status) ? DEVICE_FAILED : DEVICE_PENDING;
}

/** Blocks that the disk has and the store can use. */
export function deviceBlocks(): u32 {
	return <u32>min<u64>(disk.sectors / BLOCK_SECTORS, BLOCKS_MOST);
}

export function startRead(address: u32): void {
	disk.ask(OPERATION_READ, address * BLOCK_SECTORS, BLOCK_SECTORS, BLOCK_DATA);
}

/** The bytes are copied before this returns. */
export function startWrite(address: u32, bytes: u32): void {
	write(BLOCK_DATA, bytes, BLOCK_BYTES);
	disk.ask(OPERATION_WRITE, address * BLOCK_SECTORS, BLOCK_SECTORS, BLOCK_DATA);
}

export function startFlush(): void {
	disk.ask(OPERATION_FLUSH, 0, 0, 0);
}

/** How the last operation has ended. */
export function outcome(): i32 {
	if (broken) return DEVICE_FAILED;
	const result = disk.poll();
	if (result === DISK_PENDING) return DEVICE_PENDING;
	return result === <i32>BLOCK_DONE ? DEVICE_DONE : DEVICE_FAILED;
}

/** Copies out what was read last. */
export function takeBlock(to: u32): void {
	read(to, BLOCK_DATA, BLOCK_BYTES);
}

/** There has been no answer for a while: if the driver was restarted, it is asked again. */
export function recoverDevice(): void {
	if (isBroken(disk.recover())) broken = true;
}
