/** Hears signals and interrupts, each bit for one phase: ends that phase first thing. Bit 0 is heard without a word. */
import { endAt, time } from '../record.ts';

const BIT_SILENT: i32 = 1;

export function notified(bits: i32): void {
	if (bits === BIT_SILENT) return;
	const now = time();
	endAt(ctz(bits), now);
}
