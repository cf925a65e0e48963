/** Says in the machine's log why the system could not be set up. */
import { SLOT_CONTROL } from '../../abi/boot.ts';
import * as errors from '../../abi/errors.ts';
import { logLine } from '../../sdk/log.ts';
import { add, addHexadecimal, addNumber, clear } from '../../sdk/text.ts';

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
	clear();
	add('init: call ');
	addNumber(call);
	add(' of record ');
	addNumber(record);
	add(' (system.ts line ');
	addNumber(source);
	add(') failed: ');
	add(nameOf(error));
	add(' (');
	addNumber(error);
	add(')');
	logLine(SLOT_CONTROL);
}

/** `init: this machine is another board: its device tree has no such device at 0x0a001000 with interrupt 56 (system.ts line 46)` */
export function explainBoard(address: u32, line: u32, source: i32): void {
	clear();
	add('init: this machine is another board: its device tree has no such device at 0x');
	addHexadecimal(address);
	if (line !== 0) {
		add(' with interrupt ');
		addNumber(line);
	}
	add(' (system.ts line ');
	addNumber(source);
	add('); run the image on the board that it was built for, or build it for this one');
	logLine(SLOT_CONTROL);
}
