import { process, capability, line, setRefill, tableEntry, window } from './state.ts';
export function wait(left: u32, nowLow: u32, nowHigh: u32): i32 {
	setRefill(left, nowLow, 3, 4);
	return process(left).mapped + capability(nowLow,nowHigh).grantGeneration + line(left).generation + <i32>window(left, 3) + <i32>tableEntry(left, nowLow, nowHigh);
}
