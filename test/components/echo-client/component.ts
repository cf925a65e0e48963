import * as echo from '../../../interfaces/echo/client.ts';

const SLOT_ECHO: i32 = 1;
const BUFFER: u32 = memory.data(64, 8) as u32;
/** Where the test finds the outcome: status, then results as 64-bit words. */
const OUTCOME: u32 = 4096;

function note(status: i32, first: u64, second: u64): void {
	store<i64>(OUTCOME, status);
	store<u64>(OUTCOME + 8, first);
	store<u64>(OUTCOME + 16, second);
}

/** Bit k makes call k. */
export function notified(bits: u32): void {
	if (bits === 1) note(echo.nothing(SLOT_ECHO), 0, 0);
	if (bits === 2) note(echo.add(SLOT_ECHO, 40, -50), echo.addResult(), 0);
	if (bits === 4) note(echo.divide(SLOT_ECHO, 100_000_000_007, 10), echo.divideQuotient(), echo.divideRemainder());
	if (bits === 8) {
		memory.fill(BUFFER, 7, 64);
		note(echo.sum(SLOT_ECHO, BUFFER, 64, true), echo.sumResult(), 0);
	}
	if (bits === 16) note(echo.fill(SLOT_ECHO, BUFFER, 64, 9), load<u64>(BUFFER + 56), 0);
	if (bits === 32) note(echo.add(SLOT_ECHO, 1_000_001, 0), 0, 0);
	if (bits === 64) note(echo.sum(SLOT_ECHO, BUFFER, 0, false), 0, 0);
	if (bits === 128) note(echo.divide(SLOT_ECHO, 1, 0), 0, 0);
}
