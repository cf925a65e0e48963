/**
 * "Conventions" of docs/reference/01-kernel.md: what the checks of every call are made of. A check returns OK (zero) or its error, so that
 * `a || b || c` makes them in that order and gives the first error. Checks write nothing.
 */
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	OK,
	RETIRED,
	SLOT_OCCUPIED,
} from '../../abi/errors.ts';
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
} from '../../abi/rights.ts';
import { GENERATION_LAST, GLOBAL_EPOCH_64, GRANT_DEPTH, SLOTS_MOST } from '../../kernel/layout.ts';
import { account, capability, global64, grant, line, operations, process, region, setGlobal64 } from './state.ts';

/** "… else ERROR". */
export function must(condition: bool, error: i32): i32 {
	return condition ? OK : error;
}

/** find(slot, kind). */
export function find(holder: u32, slot: u32, kind: u32): i32 {
	return must(slot < SLOTS_MOST && capability(holder, slot).kind === kind && isGood(holder, slot), INVALID_CAPABILITY);
}

/** find any(slot). */
export function findAny(holder: u32, slot: u32): i32 {
	return must(slot < SLOTS_MOST && isGood(holder, slot), INVALID_CAPABILITY);
}

/** There is a capability, its object is the one that it was made for, and no grant above it was revoked. */
function isGood(holder: u32, slot: u32): bool {
	const held = capability(holder, slot);
	return isCurrent(held.kind, held.object, held.generation) && grantLives(held.grant, held.grantGeneration);
}

/** Does the object have that generation? Control has none: it is always good. Nothing (KIND_NONE) never is. */
function isCurrent(kind: u32, object: u32, generation: u32): bool {
	if (standsForProcess(kind)) return process(object).generation === generation;
	if (kind === KIND_REGION) return region(object).generation === generation;
	if (kind === KIND_ACCOUNT) return account(object).generation === generation;
	if (kind === KIND_INTERRUPT) return line(object).generation === generation;
	return kind === KIND_CONTROL;
}

/** A gate and a signal lead to their process. */
function standsForProcess(kind: u32): bool {
	return kind === KIND_GATE || kind === KIND_SIGNAL || kind === KIND_PROCESS;
}

/** Generation that a fresh capability of `kind` to an object gets. */
export function generationOf(kind: u32, object: u32): u32 {
	if (standsForProcess(kind)) return process(object).generation;
	if (kind === KIND_REGION) return region(object).generation;
	if (kind === KIND_ACCOUNT) return account(object).generation;
	return kind === KIND_INTERRUPT ? line(object).generation : 0;
}

/** Neither this grant nor any of the at most GRANT_DEPTH above it was revoked. Row 0 is "no grant". */
export function grantLives(row: u32, generation: u32): bool {
	for (let above: u32 = 0; above < GRANT_DEPTH; above++) {
		if (row === 0) return true;
		if (grant(row).generation !== generation) return false;
		generation = grant(row).parentGeneration;
		row = grant(row).parent;
	}
	return row === 0;
}

/** needs R, of the capability just found. */
export function needs(holder: u32, slot: u32, rights: u32): i32 {
	return must((capability(holder, slot).rights & rights) === rights, MISSING_RIGHT);
}

/** Row of the object that the capability just found stands for. */
export function objectOf(holder: u32, slot: u32): u32 {
	return capability(holder, slot).object;
}

/** find(slot, Process), needs R (0: myself). */
export function findProcess(caller: u32, slot: u32, rights: u32): i32 {
	return slot === 0 ? OK : find(caller, slot, KIND_PROCESS) || needs(caller, slot, rights);
}

/** The process just found (0: myself). */
export function processOf(caller: u32, slot: u32): u32 {
	return slot === 0 ? caller : objectOf(caller, slot);
}

/** empty(slot). */
export function empty(holder: u32, slot: u32): i32 {
	return (
		must(isRow(slot, SLOTS_MOST) && slot < process(holder).slots, INVALID_ARGUMENT) ||
		must(capability(holder, slot).kind === KIND_NONE, SLOT_OCCUPIED)
	);
}

/** Is `row` one of the 1..count − 1 rows of a table that can be named? */
export function isRow(row: u32, count: u32): bool {
	return row !== 0 && row < count;
}

/** not RETIRED, of a row that is to be used anew. */
export function notRetired(generation: u32): i32 {
	return must(generation < GENERATION_LAST, RETIRED);
}

/** not RETIRED, of a row whose generation goes up while it is in use: the one that its destruction takes must be left. */
export function notRetiredNext(generation: u32): i32 {
	return must(generation + 1 < GENERATION_LAST, RETIRED);
}

/** May label `subject` do all of `wanted` to label `object`? */
export function flows(subject: u32, object: u32, wanted: u32): bool {
	return (operations(subject, object) & wanted) === wanted;
}

/** flow subject→object, else FORBIDDEN_FLOW. */
export function flow(subject: u32, object: u32, wanted: u32): i32 {
	return must(flows(subject, object, wanted), FORBIDDEN_FLOW);
}

/** `rights` within `allowed` and not none. */
export function isWithin(rights: u32, allowed: u32): bool {
	return rights !== 0 && (rights & ~allowed) === 0;
}

/** Revocation, destruction and tightening: everybody re-checks its mappings before it executes. */
export function nextEpoch(): void {
	setGlobal64(GLOBAL_EPOCH_64, global64(GLOBAL_EPOCH_64) + 1);
}
