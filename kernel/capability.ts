/** Capabilities: finding, checking, copying, moving, deleting. One choke point for all authority: `find` and `lacks`. */
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	NOT_AVAILABLE,
	OK,
	RETIRED,
	SLOT_OCCUPIED,
	WRONG_STATE,
} from '../abi/errors.ts';
import {
	FLOW_TRANSFER,
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_SPEND,
	RIGHT_TRANSFER,
} from '../abi/rights.ts';
import { flowsToProcess, mayHold, nextEpoch } from './flow.ts';
import { bindGrant, checkGrant, grantLives } from './grant.ts';
import { ACTIVE_CALL, GENERATION_LAST, GLOBAL_OUT_WORD0, GLOBAL_OUT_WORDS, GRANT_COUNT, SLOTS_MOST } from './layout.ts';
import { account, capability, grant, interruptLine, process, region, setGlobal, slotAddress } from './table.ts';

/** Does the object (a row of the table of its kind: an invariant) still have the generation that the capability was made for? */
function objectLives(kind: u32, object: u32, generation: u32): bool {
	if (kind === KIND_GATE || kind === KIND_SIGNAL || kind === KIND_PROCESS)
		return process(object).generation === generation;
	if (kind === KIND_REGION) return region(object).generation === generation;
	if (kind === KIND_ACCOUNT) return account(object).generation === generation;
	if (kind === KIND_INTERRUPT) return interruptLine(object).generation === generation;
	return kind === KIND_CONTROL;
}

/** True when the row at `address` holds a capability that is still good. */
export function lives(address: u32): bool {
	const kind = capability(address).kind;
	if (!objectLives(kind, capability(address).object, capability(address).generation)) return false;
	return grantLives(capability(address).grant, capability(address).grantGeneration);
}

/** Address of the holder's capability in `slot` if it is of `kind` and good, else 0. */
export function find(holder: u32, slot: u32, kind: u32): u32 {
	if (slot >= SLOTS_MOST) return 0;
	const address = slotAddress(holder, slot);
	if (capability(address).kind !== kind) return 0;
	return lives(address) ? address : 0;
}

/** As `find`, of any kind. */
export function findAny(holder: u32, slot: u32): u32 {
	if (slot >= SLOTS_MOST) return 0;
	const address = slotAddress(holder, slot);
	return lives(address) ? address : 0;
}

/** What is wrong with using the capability that `find` returned for something that needs `rights`. */
export function lacks(address: u32, rights: u32): i32 {
	if (address === 0) return INVALID_CAPABILITY;
	return (capability(address).rights & rights) === rights ? OK : MISSING_RIGHT;
}

/** Can the holder take a new capability into `slot`? */
export function checkEmpty(holder: u32, slot: u32): i32 {
	if (slot === 0 || slot >= SLOTS_MOST || slot >= process(holder).slots) return INVALID_ARGUMENT;
	return capability(slotAddress(holder, slot)).kind === KIND_NONE ? OK : SLOT_OCCUPIED;
}

/** Writes a whole row; `slot` has passed `checkEmpty`. New objects start without a grant. */
export function put(holder: u32, slot: u32, kind: u32, object: u32, generation: u32, rights: u32, badge: u32): void {
	const address = slotAddress(holder, slot);
	capability(address).object = object;
	capability(address).generation = generation;
	capability(address).rights = rights;
	capability(address).badge = badge;
	capability(address).grant = 0;
	capability(address).grantGeneration = 0;
	capability(address).kind = kind;
}

/** Copies a row with at most `rights`, under grant row `row` (0: the source's own). */
export function putCopy(source: u32, holder: u32, slot: u32, rights: u32, row: u32): void {
	const address = slotAddress(holder, slot);
	capability(address).object = capability(source).object;
	capability(address).generation = capability(source).generation;
	capability(address).rights = capability(source).rights & rights;
	capability(address).badge = capability(source).badge;
	capability(address).grant = row === 0 ? capability(source).grant : row;
	const generation = row === 0 ? capability(source).grantGeneration : grant(row).generation;
	capability(address).grantGeneration = generation;
	capability(address).kind = capability(source).kind;
}

/** Zeroes a row. */
export function erase(address: u32): void {
	capability(address).kind = KIND_NONE;
	capability(address).object = 0;
	capability(address).generation = 0;
	capability(address).rights = 0;
	capability(address).badge = 0;
	capability(address).grant = 0;
	capability(address).grantGeneration = 0;
}

/** May the capability at `source`, held by `giver`, go to `receiver` with `rights`, the giver keeping it or not? */
export function checkTransfer(giver: u32, source: u32, receiver: u32, rights: u32, move: bool): i32 {
	const error = lacks(source, move ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY);
	if (error !== OK) return error;
	if (!flowsToProcess(process(giver).label, receiver, FLOW_TRANSFER)) return FORBIDDEN_FLOW;
	const kept = capability(source).rights & rights;
	return mayHold(process(receiver).label, source, kept) ? OK : FORBIDDEN_FLOW;
}

/** COPY(source, destination, rights, grantRow). */
export function copySlot(caller: u32, source: u32, destination: u32, rights: u32, row: u32): i32 {
	const from = findAny(caller, source);
	let error = lacks(from, RIGHT_COPY);
	if (error !== OK) return error;
	error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	error = checkGrant(caller, from, row);
	if (error !== OK) return error;
	// ---- commit ----
	bindGrant(from, row);
	putCopy(from, caller, destination, rights, row);
	return OK;
}

/** MOVE(source, destination). Needs no right: the authority stays where it is. */
export function moveSlot(caller: u32, source: u32, destination: u32): i32 {
	const from = findAny(caller, source);
	if (from === 0) return INVALID_CAPABILITY;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	// ---- commit ----
	putCopy(from, caller, destination, 0xffffffff, 0);
	erase(from);
	return OK;
}

/** DELETE(slot). */
export function deleteSlot(caller: u32, slot: u32): i32 {
	if (slot === 0 || slot >= SLOTS_MOST) return INVALID_ARGUMENT;
	// ---- commit ----
	erase(slotAddress(caller, slot));
	return OK;
}

/** INSTALL(process, source, destination, rights, grantRow). */
export function install(caller: u32, target: u32, source: u32, destination: u32, rights: u32, row: u32): i32 {
	const holder = find(caller, target, KIND_PROCESS);
	let error = lacks(holder, RIGHT_CONFIGURE);
	if (error !== OK) return error;
	const receiver = capability(holder).object;
	const from = findAny(caller, source);
	error = checkTransfer(caller, from, receiver, rights, false);
	if (error !== OK) return error;
	error = checkEmpty(receiver, destination);
	if (error !== OK) return error;
	error = checkGrant(caller, from, row);
	if (error !== OK) return error;
	// ---- commit ----
	bindGrant(from, row);
	putCopy(from, receiver, destination, rights, row);
	return OK;
}

/** IDENTIFY(slot): kind | rights << 8, badge in word 0; 0 when nothing usable is there. */
export function identify(caller: u32, slot: u32): i32 {
	const address = findAny(caller, slot);
	if (address === 0) return 0;
	setGlobal(GLOBAL_OUT_WORDS, 1);
	setGlobal(GLOBAL_OUT_WORD0, capability(address).badge);
	return capability(address).kind | (capability(address).rights << 8);
}

/** RECEIVE(slot). Emptiness is checked when a capability arrives. */
export function receive(caller: u32, slot: u32): i32 {
	if (slot >= process(caller).slots) return INVALID_ARGUMENT;
	// ---- commit ----
	process(caller).receive = slot;
	return OK;
}

/** REPLY_CAPABILITY(slot, move). Checked again when the reply is made. */
export function replyCapability(caller: u32, slot: u32, move: u32): i32 {
	if (process(caller).active !== ACTIVE_CALL) return WRONG_STATE;
	const error = lacks(findAny(caller, slot), move !== 0 ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY);
	if (error !== OK) return error;
	// ---- commit ----
	process(caller).reply = slot | (move !== 0 ? 0x10000 : 0);
	return OK;
}

/** REVOKE(account, grantRow). One generation: the same cost for one capability as for a thousand. */
export function revoke(caller: u32, accountSlot: u32, row: u32): i32 {
	const payer = find(caller, accountSlot, KIND_ACCOUNT);
	const error = lacks(payer, RIGHT_SPEND);
	if (error !== OK) return error;
	if (row === 0 || row >= GRANT_COUNT) return NOT_AVAILABLE;
	if (grant(row).owner !== capability(payer).object) return NOT_AVAILABLE;
	const generation = grant(row).generation;
	if (generation >= GENERATION_LAST) return RETIRED;
	// ---- commit ----
	grant(row).generation = generation + 1;
	grant(row).level = 0;
	grant(row).parent = 0;
	grant(row).parentGeneration = 0;
	nextEpoch();
	return OK;
}
