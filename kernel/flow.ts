import {
	FLOW_CALL,
	FLOW_RAISE,
	FLOW_READ,
	KIND_GATE,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_EXECUTE,
	RIGHT_READ,
	RIGHT_WRITE,
} from '../abi/rights.ts';
import { GLOBAL_EPOCH_64, LABELS } from './layout.ts';
import { capability, flow, global64, process, region, setGlobal64 } from './table.ts';

/** True when the matrix lets label `subject` do all of `operations` to label `object`. */
export function flows(subject: u32, object: u32, operations: u32): bool {
	if (subject >= LABELS || object >= LABELS) return false;
	return (flow(subject, object) & operations) === operations;
}

/** The operations on memory that mapping or holding with `rights` amounts to. */
export function memoryOperations(rights: u32): u32 {
	// FLOW_READ and FLOW_WRITE have the numbers of RIGHT_READ and RIGHT_WRITE; executing is reading.
	return (rights & (RIGHT_READ | RIGHT_WRITE)) | ((rights & RIGHT_EXECUTE) / (RIGHT_EXECUTE / FLOW_READ));
}

/** May a process of label `subject` hold the capability at `address` with `rights`? */
export function mayHold(subject: u32, address: u32, rights: u32): bool {
	const kind = capability(address).kind;
	const object = capability(address).object;
	if (kind === KIND_GATE) return flowsToProcess(subject, object, FLOW_CALL);
	if (kind === KIND_SIGNAL) return flowsToProcess(subject, object, FLOW_RAISE);
	if (kind !== KIND_REGION) return true;
	return flows(subject, region(object).label, memoryOperations(rights));
}

/** As `flows`, towards the label of a process. */
export function flowsToProcess(subject: u32, target: u32, operations: u32): bool {
	return flows(subject, process(target).label, operations);
}

/** Something lost validity: every process re-checks its mappings before it executes again. 2^64 never wraps. */
export function nextEpoch(): void {
	setGlobal64(GLOBAL_EPOCH_64, global64(GLOBAL_EPOCH_64) + 1);
}
