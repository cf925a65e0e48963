/** Capabilities: finding, checking, copying, moving, deleting. One choke point for all authority: `find` and `lacks`. */
import {
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	OK,
	SLOT_OCCUPIED,
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
	RIGHT_TRANSFER,
} from '../abi/rights.ts';
import { flowsToProcess, mayHold } from './flow.ts';
import { bindGrant, checkGrant, grantLives } from './grant.ts';
import {
	ACCOUNT_COUNT,
	ACCOUNT_GENERATION,
	CAPABILITY_BADGE,
	CAPABILITY_GENERATION,
	CAPABILITY_GRANT,
	CAPABILITY_GRANT_GENERATION,
	CAPABILITY_KIND,
	CAPABILITY_OBJECT,
	CAPABILITY_RIGHTS,
	GLOBAL_OUT_WORD0,
	GLOBAL_OUT_WORDS,
	GRANT_GENERATION,
	INTERRUPT_COUNT,
	INTERRUPT_GENERATION,
	PROCESS_COUNT,
	PROCESS_GENERATION,
	PROCESS_LABEL_FIELD,
	PROCESS_RECEIVE,
	PROCESS_REPLY,
	PROCESS_SLOTS,
	REGION_COUNT,
	REGION_GENERATION,
	SLOTS_MOST,
} from './layout.ts';
import {
	account,
	capability,
	grant,
	interruptLine,
	process,
	region,
	setCapability,
	setGlobal,
	setProcess,
	slotAddress,
} from './table.ts';

/** Does the object still have the generation that the capability was made for? */
function objectLives(kind: u32, object: u32, generation: u32): bool {
	if (kind === KIND_GATE || kind === KIND_SIGNAL || kind === KIND_PROCESS) {
		return object < PROCESS_COUNT && process(object, PROCESS_GENERATION) === generation;
	}
	if (kind === KIND_REGION) return object < REGION_COUNT && region(object, REGION_GENERATION) === generation;
	if (kind === KIND_ACCOUNT) return object < ACCOUNT_COUNT && account(object, ACCOUNT_GENERATION) === generation;
	if (kind === KIND_INTERRUPT) {
		return object < INTERRUPT_COUNT && interruptLine(object, INTERRUPT_GENERATION) === generation;
	}
	return kind === KIND_CONTROL;
}

/** True when the row at `address` holds a capability that is still good. */
export function lives(address: u32): bool {
	const kind = capability(address, CAPABILITY_KIND);
	if (!objectLives(kind, capability(address, CAPABILITY_OBJECT), capability(address, CAPABILITY_GENERATION)))
		return false;
	return grantLives(capability(address, CAPABILITY_GRANT), capability(address, CAPABILITY_GRANT_GENERATION));
}

/** Address of the holder's capability in `slot` if it is of `kind` and good, else 0. */
export function find(holder: u32, slot: u32, kind: u32): u32 {
	if (slot >= SLOTS_MOST) return 0;
	const address = slotAddress(holder, slot);
	if (capability(address, CAPABILITY_KIND) !== kind) return 0;
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
	return (capability(address, CAPABILITY_RIGHTS) & rights) === rights ? OK : MISSING_RIGHT;
}

/** Can the holder take a new capability into `slot`? */
export function checkEmpty(holder: u32, slot: u32): i32 {
	if (slot === 0 || slot >= SLOTS_MOST || slot >= process(holder, PROCESS_SLOTS)) return INVALID_ARGUMENT;
	return capability(slotAddress(holder, slot), CAPABILITY_KIND) === KIND_NONE ? OK : SLOT_OCCUPIED;
}

/** Writes a whole row; `slot` has passed `checkEmpty`. New objects start without a grant. */
export function put(holder: u32, slot: u32, kind: u32, object: u32, generation: u32, rights: u32, badge: u32): void {
	const address = slotAddress(holder, slot);
	setCapability(address, CAPABILITY_OBJECT, object);
	setCapability(address, CAPABILITY_GENERATION, generation);
	setCapability(address, CAPABILITY_RIGHTS, rights);
	setCapability(address, CAPABILITY_BADGE, badge);
	setCapability(address, CAPABILITY_GRANT, 0);
	setCapability(address, CAPABILITY_GRANT_GENERATION, 0);
	setCapability(address, CAPABILITY_KIND, kind);
}

/** Copies a row with at most `rights`, under grant row `row` (0: the source's own). */
export function putCopy(source: u32, holder: u32, slot: u32, rights: u32, row: u32): void {
	const address = slotAddress(holder, slot);
	setCapability(address, CAPABILITY_OBJECT, capability(source, CAPABILITY_OBJECT));
	setCapability(address, CAPABILITY_GENERATION, capability(source, CAPABILITY_GENERATION));
	setCapability(address, CAPABILITY_RIGHTS, capability(source, CAPABILITY_RIGHTS) & rights);
	setCapability(address, CAPABILITY_BADGE, capability(source, CAPABILITY_BADGE));
	setCapability(address, CAPABILITY_GRANT, row === 0 ? capability(source, CAPABILITY_GRANT) : row);
	const generation = row === 0 ? capability(source, CAPABILITY_GRANT_GENERATION) : grant(row, GRANT_GENERATION);
	setCapability(address, CAPABILITY_GRANT_GENERATION, generation);
	setCapability(address, CAPABILITY_KIND, capability(source, CAPABILITY_KIND));
}

/** Zeroes a row. */
export function erase(address: u32): void {
	setCapability(address, CAPABILITY_KIND, KIND_NONE);
	setCapability(address, CAPABILITY_OBJECT, 0);
	setCapability(address, CAPABILITY_GENERATION, 0);
	setCapability(address, CAPABILITY_RIGHTS, 0);
	setCapability(address, CAPABILITY_BADGE, 0);
	setCapability(address, CAPABILITY_GRANT, 0);
	setCapability(address, CAPABILITY_GRANT_GENERATION, 0);
}

/** May the capability at `source`, held by `giver`, go to `receiver` with `rights`, the giver keeping it or not? */
export function checkTransfer(giver: u32, source: u32, receiver: u32, rights: u32, move: bool): i32 {
	const error = lacks(source, move ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY);
	if (error !== OK) return error;
	if (!flowsToProcess(process(giver, PROCESS_LABEL_FIELD), receiver, FLOW_TRANSFER)) return FORBIDDEN_FLOW;
	const kept = capability(source, CAPABILITY_RIGHTS) & rights;
	return mayHold(process(receiver, PROCESS_LABEL_FIELD), source, kept) ? OK : FORBIDDEN_FLOW;
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
	const receiver = capability(holder, CAPABILITY_OBJECT);
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
	setGlobal(GLOBAL_OUT_WORD0, capability(address, CAPABILITY_BADGE));
	return capability(address, CAPABILITY_KIND) | (capability(address, CAPABILITY_RIGHTS) << 8);
}

/** RECEIVE(slot). Emptiness is checked when a capability arrives. */
export function receive(caller: u32, slot: u32): i32 {
	if (slot >= process(caller, PROCESS_SLOTS)) return INVALID_ARGUMENT;
	// ---- commit ----
	setProcess(caller, PROCESS_RECEIVE, slot);
	return OK;
}

/** REPLY_CAPABILITY(slot, move). Checked again when the reply is made. */
export function replyCapability(caller: u32, slot: u32, move: u32): i32 {
	const error = lacks(findAny(caller, slot), move !== 0 ? RIGHT_TRANSFER : RIGHT_TRANSFER | RIGHT_COPY);
	if (error !== OK) return error;
	// ---- commit ----
	setProcess(caller, PROCESS_REPLY, slot | (move !== 0 ? 0x10000 : 0));
	return OK;
}
