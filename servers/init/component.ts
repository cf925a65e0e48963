/**
 * Init: compares the machine with what the image was built for, carries out the boot manifest, then gives up everything it holds and stops for good. The first call that fails is reported
 * with its line in the system file, and stops the machine. All policy was decided when the manifest was computed.
 */
import {
	MANIFEST_EXPECT,
	MANIFEST_HEADER_BYTES,
	MANIFEST_MAGIC,
	MANIFEST_RECORD_BYTES,
	SLOT_CONTROL,
} from '../../abi/boot.ts';
import { INVALID_ARGUMENT, NOT_AVAILABLE } from '../../abi/errors.ts';
import { remove } from '../../sdk/capability.ts';
import { halt } from '../../sdk/control.ts';
import { system } from '../../sdk/kernel.ts';
import { stop } from '../../sdk/process.ts';
import { load32 } from '../../sdk/region/memory1.ts';
import { explain, explainBoard } from './explain.ts';
import { hasExpected } from './tree.ts';

const SLOTS: i32 = 256;
/** Exit code of a system that could not be set up. */
const FAILED: i32 = 70;
const MYSELF: i32 = 0;

function word(record: u32, index: u32): i32 {
	return load32(MANIFEST_HEADER_BYTES + record * MANIFEST_RECORD_BYTES + 4 * index);
}

/** The call's status; of an expectation 0, or NOT_AVAILABLE: the machine has no such device there. */
function perform(record: u32): i32 {
	if (word(record, 0) === MANIFEST_EXPECT) return hasExpected(record) ? 0 : NOT_AVAILABLE;
	return system(
		word(record, 0),
		word(record, 1),
		word(record, 2),
		word(record, 3),
		word(record, 4),
		word(record, 5),
		word(record, 6),
	);
}

function fail(record: u32, error: i32): i32 {
	if (word(record, 0) === MANIFEST_EXPECT) explainBoard(word(record, 1), word(record, 2), word(record, 7));
	else explain(record, word(record, 0), word(record, 7), error);
	halt(SLOT_CONTROL, FAILED);
	return error;
}

/** 0, or what the call that failed returned; that was reported, and the machine stops. */
function performAll(): i32 {
	if (load32(0) !== MANIFEST_MAGIC) return fail(0, INVALID_ARGUMENT);
	const count = load32(4);
	for (let record: u32 = 0; record < count; record++) {
		const status = perform(record);
		if (status < 0) return fail(record, status);
	}
	return 0;
}

export function init(): void {
	if (performAll() < 0) return;
	for (let slot = 1; slot < SLOTS; slot++) remove(slot);
	stop(MYSELF);
}
