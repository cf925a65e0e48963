/** The chapter "Capabilities" of docs/reference/01-kernel.md. */
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	NOT_AVAILABLE,
	OK,
	QUOTA_EXCEEDED,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../../abi/errors.ts';
import {
	FLOW_CALL,
	FLOW_RAISE,
	FLOW_TRANSFER,
	KIND_ACCOUNT,
	KIND_GATE,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_RAISE,
	RIGHT_SPEND,
	RIGHT_TRANSFER,
} from '../../abi/rights.ts';
import {
	ACTIVE_CALL,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORDS,
	GRANT_COUNT,
	GRANT_DEPTH,
	SLOTS_MOST,
} from '../../kernel/layout.ts';
import {
	empty,
	find,
	findAny,
	findProcess,
	flow,
	flows,
	generationOf,
	isRow,
	must,
	needs,
	nextEpoch,
	notRetired,
	objectOf,
	processOf,
} from './conventions.ts';
import { memoryOperations, unmapRegion } from './mappings.ts';
import { capability, grant, process, region, setGlobal } from './state.ts';

const ALL_RIGHTS: u32 = 0xffffffff;

/** A fresh capability to an object as it is now, under no grant. */
export function put(holder: u32, slot: u32, kind: u32, object: u32, rights: u32, badge: u32): void {
	const made = capability(holder, slot);
	made.kind = kind;
	made.object = object;
	made.generation = generationOf(kind, object);
	made.rights = rights;
	made.badge = badge;
	made.grant = 0;
	made.grantGeneration = 0;
}

/** A copy with at most `rights`, under grant `row` (0: the source's own). */
function putCopy(giver: u32, slot: u32, receiver: u32, destination: u32, rights: u32, row: u32): void {
	const source = capability(giver, slot);
	const copied = capability(receiver, destination);
	copied.kind = source.kind;
	copied.object = source.object;
	copied.generation = source.generation;
	copied.rights = source.rights & rights;
	copied.badge = source.badge;
	copied.grant = row === 0 ? source.grant : row;
	copied.grantGeneration = row === 0 ? source.grantGeneration : grant(row).generation;
}

function erase(holder: u32, slot: u32): void {
	const erased = capability(holder, slot);
	erased.kind = KIND_NONE;
	erased.object = 0;
	erased.generation = 0;
	erased.rights = 0;
	erased.badge = 0;
	erased.grant = 0;
	erased.grantGeneration = 0;
}

/**
 * Grant check: row 0 always; else the row is in range and owned by the caller's account, else NOT_AVAILABLE; not RETIRED; if in use,
 * under the same parent as the source, else NOT_AVAILABLE; if new, not the source's own grant (NOT_AVAILABLE) and at most 8 deep, else
 * QUOTA_EXCEEDED.
 */
function grantCheck(caller: u32, source: u32, row: u32): i32 {
	if (row === 0) return OK;
	const from = capability(caller, source);
	const error =
		must(isRow(row, GRANT_COUNT) && grant(row).owner === process(caller).account, NOT_AVAILABLE) ||
		notRetired(grant(row).generation);
	if (error !== OK) return error;
	if (grant(row).level !== 0) {
		const same = grant(row).parent === from.grant && grant(row).parentGeneration === from.grantGeneration;
		return must(same, NOT_AVAILABLE);
	}
	return must(from.grant !== row, NOT_AVAILABLE) || must(levelOf(from.grant) < GRANT_DEPTH, QUOTA_EXCEEDED);
}

/** How deep a grant is: 0 for "no grant". */
function levelOf(row: u32): u32 {
	return row === 0 ? 0 : grant(row).level;
}

/** A new grant hangs under that of the source. */
function useGrant(caller: u32, source: u32, row: u32): void {
	if (row === 0 || grant(row).level !== 0) return;
	const parent = capability(caller, source).grant;
	grant(row).parent = parent;
	grant(row).parentGeneration = capability(caller, source).grantGeneration;
	grant(row).level = levelOf(parent) + 1;
}

/**
 * A label may hold a Gate if it may CALL the server's label, a Signal if it may RAISE, a Region if it may READ (rights read, execute) and
 * WRITE (right write).
 */
function mayHold(label: u32, giver: u32, slot: u32, rights: u32): bool {
	const kind = capability(giver, slot).kind;
	const object = objectOf(giver, slot);
	if (kind === KIND_GATE) return flows(label, process(object).label, FLOW_CALL);
	if (kind === KIND_SIGNAL) return flows(label, process(object).label, FLOW_RAISE);
	if (kind === KIND_REGION) return flows(label, region(object).label, memoryOperations(rights));
	return true;
}

/**
 * find any(slot), needs TRANSFER, and COPY unless moved; flow giver→receiver TRANSFER and the receiver's label may hold it, else
 * FORBIDDEN_FLOW.
 */
function transfer(giver: u32, slot: u32, receiver: u32, rights: u32, move: bool): i32 {
	const label = process(receiver).label;
	return (
		findAny(giver, slot) ||
		needs(giver, slot, move ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY) ||
		flow(process(giver).label, label, FLOW_TRANSFER) ||
		must(mayHold(label, giver, slot, capability(giver, slot).rights & rights), FORBIDDEN_FLOW)
	);
}

/** The checks of a transfer with a call or a reply: as above; a slot was named, else SLOT_OCCUPIED; empty(destination). */
export function sendCheck(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): i32 {
	return (
		transfer(giver, slot, receiver, ALL_RIGHTS, move) ||
		must(destination !== 0, SLOT_OCCUPIED) ||
		empty(receiver, destination)
	);
}

/** Capability copied or moved (a moved region leaves the giver's memories too). */
export function send(giver: u32, slot: u32, receiver: u32, destination: u32, move: bool): void {
	putCopy(giver, slot, receiver, destination, ALL_RIGHTS, 0);
	if (!move) return;
	if (capability(giver, slot).kind === KIND_REGION) unmapRegion(giver, objectOf(giver, slot));
	erase(giver, slot);
}

/** COPY(source, destination, rights, grantRow): find any(source), needs COPY; empty(destination); grant check. */
export function copy(caller: u32, source: u32, destination: u32, rights: u32, row: u32): i32 {
	const error =
		findAny(caller, source) ||
		needs(caller, source, RIGHT_COPY) ||
		empty(caller, destination) ||
		grantCheck(caller, source, row);
	if (error !== OK) return error;
	useGrant(caller, source, row);
	putCopy(caller, source, caller, destination, rights, row);
	return OK;
}

/** MOVE(source, destination): find any(source); empty(destination). Needs no right. */
export function move(caller: u32, source: u32, destination: u32): i32 {
	const error = findAny(caller, source) || empty(caller, destination);
	if (error !== OK) return error;
	putCopy(caller, source, caller, destination, ALL_RIGHTS, 0);
	erase(caller, source);
	return OK;
}

/** DELETE(slot): slot 1..255 else INVALID_ARGUMENT. */
export function remove(caller: u32, slot: u32): i32 {
	const error = must(isRow(slot, SLOTS_MOST), INVALID_ARGUMENT);
	if (error !== OK) return error;
	erase(caller, slot);
	return OK;
}

/** REVOKE(account, grantRow): find(account, Account), needs SPEND; row of it; not RETIRED. The row can be used again. */
export function revoke(caller: u32, payer: u32, row: u32): i32 {
	const error =
		find(caller, payer, KIND_ACCOUNT) ||
		needs(caller, payer, RIGHT_SPEND) ||
		must(isRow(row, GRANT_COUNT) && grant(row).owner === objectOf(caller, payer), NOT_AVAILABLE) ||
		notRetired(grant(row).generation);
	if (error !== OK) return error;
	grant(row).generation += 1;
	grant(row).level = 0;
	grant(row).parent = 0;
	grant(row).parentGeneration = 0;
	nextEpoch();
	return OK;
}

/**
 * INSTALL(process, source, destination, rights, grantRow): find(process, Process), needs CONFIGURE; find any(source), needs TRANSFER and
 * COPY; flow caller→target TRANSFER and target's label may hold it, else FORBIDDEN_FLOW; empty(destination) in the target; grant check.
 */
export function install(caller: u32, target: u32, source: u32, destination: u32, rights: u32, row: u32): i32 {
	const receiver = objectOf(caller, target);
	const error =
		find(caller, target, KIND_PROCESS) ||
		needs(caller, target, RIGHT_CONFIGURE) ||
		transfer(caller, source, receiver, rights, false) ||
		empty(receiver, destination) ||
		grantCheck(caller, source, row);
	if (error !== OK) return error;
	useGrant(caller, source, row);
	putCopy(caller, source, receiver, destination, rights, row);
	return OK;
}

/** IDENTIFY(slot): kind, rights << 8, word 0 = badge; 0 when nothing usable is there. */
export function identify(caller: u32, slot: u32): i32 {
	if (findAny(caller, slot) !== OK) return 0;
	setGlobal(GLOBAL_OUT_WORDS, 1);
	setGlobal(GLOBAL_OUT_WORD0, capability(caller, slot).badge);
	return capability(caller, slot).kind | (capability(caller, slot).rights << 8);
}

/** RECEIVE(slot): slot < size else INVALID_ARGUMENT. One capability may arrive there with a call. */
export function receive(caller: u32, slot: u32): i32 {
	const error = must(slot < process(caller).slots, INVALID_ARGUMENT);
	if (error !== OK) return error;
	process(caller).receive = slot;
	return OK;
}

/** REPLY_CAPABILITY(slot, move): serving a call, else WRONG_STATE; find any, needs TRANSFER, and COPY unless moved. */
export function replyCapability(caller: u32, slot: u32, moved: u32): i32 {
	const error =
		must(process(caller).active === ACTIVE_CALL, WRONG_STATE) ||
		findAny(caller, slot) ||
		needs(caller, slot, moved !== 0 ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY);
	if (error !== OK) return error;
	process(caller).reply = slot | (moved !== 0 ? 0x10000 : 0);
	return OK;
}

/**
 * GATE(process, destination, badge): find(process, Process), needs CONFIGURE (0: myself); empty(destination); flow CALL else
 * FORBIDDEN_FLOW; badge < 2³¹. Gate with CALL, COPY, TRANSFER.
 */
export function gate(caller: u32, target: u32, destination: u32, badge: u32): i32 {
	const server = processOf(caller, target);
	const error =
		findProcess(caller, target, RIGHT_CONFIGURE) ||
		empty(caller, destination) ||
		flow(process(caller).label, process(server).label, FLOW_CALL) ||
		must(badge < 0x80000000, INVALID_ARGUMENT);
	if (error !== OK) return error;
	put(caller, destination, KIND_GATE, server, RIGHT_CALL | RIGHT_COPY | RIGHT_TRANSFER, badge);
	return OK;
}

/** SIGNAL(process, destination, bits): the same with RAISE; bits not 0. Signal with RAISE, COPY, TRANSFER. */
export function signal(caller: u32, target: u32, destination: u32, bits: u32): i32 {
	const receiver = processOf(caller, target);
	const error =
		findProcess(caller, target, RIGHT_CONFIGURE) ||
		empty(caller, destination) ||
		flow(process(caller).label, process(receiver).label, FLOW_RAISE) ||
		must(bits !== 0, INVALID_ARGUMENT);
	if (error !== OK) return error;
	put(caller, destination, KIND_SIGNAL, receiver, RIGHT_RAISE | RIGHT_COPY | RIGHT_TRANSFER, bits);
	return OK;
}
