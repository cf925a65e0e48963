/** Writes into a region that it may only read. */
import { store32 } from '../../../../sdk/region/memory1.ts';

const RUBBISH: u32 = 0xdeadbeef;
const REGION_BYTES: u32 = 0x10000;

export function init(): void {
	for (let offset: u32 = 0; offset < REGION_BYTES; offset += 4) store32(offset, RUBBISH);
}
