/** Interrupt lines: bound only while somebody holds them, to bits of a process that exists or existed. */
import { GENERATION_LAST, PROCESS_COUNT } from '../../../kernel/layout.ts';
import { line, process } from '../state.ts';
import { isGrantReference } from './helpers.ts';

const HELD: u32 = 1;

export function lineFlags(row: u32): bool {
	return (line(row).state | line(row).masked) <= 1;
}

export function lineGenerationInRange(row: u32): bool {
	return line(row).generation < GENERATION_LAST;
}

export function unboundLineSignalsNothing(row: u32): bool {
	if (line(row).process !== 0) return true;
	return (line(row).bits | line(row).processGeneration | line(row).grant) === 0;
}

export function boundLineIsHeld(row: u32): bool {
	return line(row).process === 0 || line(row).state === HELD;
}

export function boundLineRaisesSomething(row: u32): bool {
	return line(row).process === 0 || line(row).bits !== 0;
}

export function lineProcessIsRow(row: u32): bool {
	return line(row).process < PROCESS_COUNT;
}

export function lineProcessHadGeneration(row: u32): bool {
	return line(row).processGeneration <= process(line(row).process).generation;
}

export function lineGrantIsReference(row: u32): bool {
	return isGrantReference(line(row).grant, line(row).grantGeneration);
}
