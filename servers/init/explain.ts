/** Says in the machine's log why the system could not be set up. */
import { SLOT_CONTROL } from '../../abi/boot.ts';
import { LOG } from '../../abi/calls.ts';
import * as errors from '../../abi/errors.ts';
import { system } from '../../sdk/kernel.ts';
import { addByte, addNumber, addText, clearLine, line, lineLength } from '../text.ts';

const LOG_BYTES: u32 = 16;
const LINE_FEED: u32 = 10;

function nameOf(error: i32): string {
	if (error === errors.INVALID_CAPABILITY) return 'INVALID_CAPABILITY';
	if (error === errors.MISSING_RIGHT) return 'MISSING_RIGHT';
	if (error === errors.INVALID_ARGUMENT) return 'INVALID_ARGUMENT';
	if (error === errors.SLOT_OCCUPIED) return 'SLOT_OCCUPIED';
	if (error === errors.NOT_AVAILABLE) return 'NOT_AVAILABLE';
	if (error === errors.QUOTA_EXCEEDED) return 'QUOTA_EXCEEDED';
	if (error === errors.PRIORITY) return 'PRIORITY';
	if (error === errors.FORBIDDEN_FLOW) return 'FORBIDDEN_FLOW';
	if (error === errors.WRONG_STATE) return 'WRONG_STATE';
	if (error === errors.RETIRED) return 'RETIRED';
	if (error === errors.NO_SUCH_CALL) return 'NO_SUCH_CALL';
	return 'error';
}

/** `init: call 34 of record 96 (system.ts line 12) failed: INVALID_ARGUMENT (-3)` */
export function explain(record: i32, call: i32, source: i32, error: i32): void {
	clearLine();
	addText('init: call ');
	addNumber(call);
	addText(' of record ');
	addNumber(record);
	addText(' (system.ts line ');
	addNumber(source);
	addText(') failed: ');
	addText(nameOf(error));
	addText(' (');
	addNumber(error);
	addText(')');
	addByte(LINE_FEED);
	for (let sent: u32 = 0; sent < lineLength(); sent += LOG_BYTES) {
		const part = line() + sent;
		const count = min<u32>(LOG_BYTES, lineLength() - sent);
		system(LOG, SLOT_CONTROL, count, load<i32>(part), load<i32>(part, 4), load<i32>(part, 8), load<i32>(part, 12));
	}
}
