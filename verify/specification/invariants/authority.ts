/** Authority: what a process may do because of what it holds. The security properties (verify/prover/properties) say that nothing happens without it. */
import { STATE_STARTED } from '../../../abi/calls.ts';
import {
	FLOW_CALL,
	FLOW_RAISE,
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_REGION,
	KIND_SIGNAL,
} from '../../../abi/rights.ts';
import { INTERRUPT_COUNT, LABELS, PROCESS_COUNT, REGION_COUNT, SLOTS_MOST } from '../../../kernel/layout.ts';
import { account, capability, line, mapping, operations, process, region } from '../state.ts';
import { grantLives, operationsOf } from './helpers.ts';

/** Generation that the object of a capability has now; Control has none. */
function objectGeneration(kind: u32, object: u32): u32 {
	if (kind === KIND_REGION) return region(object).generation;
	if (kind === KIND_ACCOUNT) return account(object).generation;
	if (kind === KIND_INTERRUPT) return line(object).generation;
	return kind === KIND_CONTROL ? 0 : process(object).generation;
}

/** Is there a capability in `slot`, its object the one that it was made for, and no grant above it revoked? */
export function isLive(holder: u32, slot: u32): bool {
	if (slot >= SLOTS_MOST) return false;
	const row = capability(holder, slot);
	if (row.kind === KIND_NONE || row.generation !== objectGeneration(row.kind, row.object)) return false;
	return row.grant === 0 || grantLives(row.grant, row.grantGeneration);
}

/** Is there, in `slot`, a live capability of that kind with all of `rights` to `object`? */
export function holds(holder: u32, slot: u32, kind: u32, rights: u32, object: u32): bool {
	if (slot >= SLOTS_MOST) return false;
	const row = capability(holder, slot);
	if (row.kind !== kind || row.object !== object || (row.rights & rights) !== rights) return false;
	if (row.generation !== objectGeneration(kind, object)) return false;
	return row.grant === 0 || grantLives(row.grant, row.grantGeneration);
}

/** Does the flow matrix let label `subject` do all of `wanted` to label `object`? */
export function mayFlow(subject: u32, object: u32, wanted: u32): bool {
	return subject < LABELS && object < LABELS && (operations(subject, object) & wanted) === wanted;
}

/** May a process of that label hold a capability of that kind with those rights to `object`? */
export function labelMayHold(label: u32, kind: u32, object: u32, rights: u32): bool {
	if (kind === KIND_GATE) return mayFlow(label, process(object).label, FLOW_CALL);
	if (kind === KIND_SIGNAL) return mayFlow(label, process(object).label, FLOW_RAISE);
	if (kind === KIND_REGION) return mayFlow(label, region(object).label, operationsOf(rights));
	return true;
}

/** May `holder` use its mapping of `memory`: region and grant as they were, and the matrix allows it? */
export function mappingIsGood(holder: u32, memory: u32): bool {
	const row = mapping(holder, memory).region;
	if (row >= REGION_COUNT) return false;
	if (region(row).generation !== mapping(holder, memory).generation) return false;
	if (!grantLives(mapping(holder, memory).grant, mapping(holder, memory).grantGeneration)) return false;
	return mayFlow(process(holder).label, region(row).label, operationsOf(mapping(holder, memory).rights));
}

/** Does a raised line signal this process? */
export function lineSignals(number: u32, row: u32): bool {
	if (number >= INTERRUPT_COUNT || row === 0 || row >= PROCESS_COUNT) return false;
	const bound = line(number);
	if (bound.process !== row || bound.processGeneration !== process(row).generation) return false;
	return bound.grant === 0 || grantLives(bound.grant, bound.grantGeneration);
}

/** Is `handler` told when `row` is at fault? */
export function handlesFaults(handler: u32, row: u32): bool {
	if (process(row).handler !== handler || process(handler).state !== STATE_STARTED) return false;
	return process(row).handlerGeneration === process(handler).generation;
}
