/** The producer of a queue that lies in its indices: too many, too few, backwards, and rubbish in the entries. */

import { notify } from '../../../../sdk/kernel.ts';
import { QUEUE_HEAD, QUEUE_TAIL } from '../../../../sdk/queue/layout.ts';
import { store32 } from '../../../../sdk/region/memory1.ts';
import { setAlarm } from '../../../../sdk/time.ts';
import { AGAIN } from '../authority.ts';
import { awkward, random } from '../random.ts';

const REGION_BYTES: u32 = 0x10000;
const ROUNDS: u32 = 200;
const MILLISECOND: u64 = 1_000_000;

export function init(): void {
	notify(AGAIN);
}

export function notified(_bits: u32): void {
	for (let round: u32 = 0; round < ROUNDS; round++) {
		store32(QUEUE_TAIL, awkward());
		store32(QUEUE_HEAD, awkward());
		store32((random() % REGION_BYTES) & ~3, random());
	}
	setAlarm(MILLISECOND, 1);
}
