/** Traps each time it is signalled. */
import { store64 } from '../../../sdk/region/memory1.ts';
import { PHASE_FAULT } from '../../phases.ts';
import { begin } from '../record.ts';

/** Where the driver finds when that was. */
const OFFSET_START: u32 = 8;

export function notified(_bits: i32): void {
	store64(OFFSET_START, begin(PHASE_FAULT, 1));
	unreachable();
}
