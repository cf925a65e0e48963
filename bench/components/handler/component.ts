/** Fault handler of `faulty`: ends the phase first thing, then starts it again. */
import { PROCESS_RESTART } from '../../../abi/calls.ts';
import { system } from '../../../sdk/kernel.ts';
import { PHASE_FAULT } from '../../phases.ts';
import { check, endAt, time } from '../record.ts';

const SLOT_FAULTY: i32 = 2;

export function faulted(_child: i32): void {
	const now = time();
	endAt(PHASE_FAULT, now);
	check(PHASE_FAULT, system(PROCESS_RESTART, SLOT_FAULTY, 0, 0, 0, 0, 0));
}
