/** Capabilities: every slot of every table is well formed and names something that exists or existed. */
import { STATE_FREE } from '../../../abi/calls.ts';
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_NONE,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_ACKNOWLEDGE,
	RIGHT_ADDRESS,
	RIGHT_BIND,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_EXECUTE,
	RIGHT_RAISE,
	RIGHT_READ,
	RIGHT_SPEND,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_STOP,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
	RIGHTS_ALL,
} from '../../../abi/rights.ts';
import {
	ACCOUNT_COUNT,
	EXTENT_REGION,
	INTERRUPT_COUNT,
	MEMORY_IMAGE,
	PROCESS_COUNT,
	REGION_COUNT,
} from '../../../kernel/layout.ts';
import { account, capability, line, process, region } from '../state.ts';
import { isGrantReference } from './helpers.ts';

const COMMON: u32 = RIGHT_COPY | RIGHT_TRANSFER;
const RIGHTS_OF_REGION: u32 = COMMON | RIGHT_READ | RIGHT_WRITE | RIGHT_EXECUTE | RIGHT_ADDRESS;
const BADGE_MOST: u32 = 0x7fffffff;
const EXISTS: u32 = 1;

/** Gates, signals and processes name a process. */
function namesProcess(kind: u32): bool {
	return kind === KIND_GATE || kind === KIND_SIGNAL || kind === KIND_PROCESS;
}

export function slotOutsideTableIsEmpty(holder: u32, slot: u32): bool {
	return (slot !== 0 && slot < process(holder).slots) || capability(holder, slot).kind === KIND_NONE;
}

export function emptySlotIsZero(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	if (row.kind !== KIND_NONE) return true;
	return (row.object | row.generation | row.rights | row.badge | row.grant | row.grantGeneration) === 0;
}

export function capabilityKindKnown(holder: u32, slot: u32): bool {
	return capability(holder, slot).kind <= KIND_CONTROL;
}

export function capabilityObjectIsRow(holder: u32, slot: u32): bool {
	const kind = capability(holder, slot).kind;
	const object = capability(holder, slot).object;
	if (namesProcess(kind)) return object !== 0 && object < PROCESS_COUNT;
	if (kind === KIND_REGION) return object !== 0 && object < REGION_COUNT;
	if (kind === KIND_ACCOUNT) return object < ACCOUNT_COUNT;
	return kind === KIND_INTERRUPT ? object < INTERRUPT_COUNT : object === 0;
}

/** Generation that the object has now. */
function generationNow(kind: u32, object: u32): u32 {
	if (namesProcess(kind)) return process(object).generation;
	if (kind === KIND_REGION) return region(object).generation;
	if (kind === KIND_ACCOUNT) return account(object).generation;
	return kind === KIND_INTERRUPT ? line(object).generation : 0;
}

export function capabilityObjectHadGeneration(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	return row.generation <= generationNow(row.kind, row.object);
}

/** Is there such an object now? */
function exists(kind: u32, object: u32): bool {
	if (namesProcess(kind)) return process(object).state !== STATE_FREE;
	if (kind === KIND_REGION) return region(object).state === EXTENT_REGION;
	if (kind === KIND_ACCOUNT) return account(object).state === EXISTS;
	return kind !== KIND_INTERRUPT || line(object).state === EXISTS;
}

export function capabilityOfNowNamesWhatExists(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	return row.generation !== generationNow(row.kind, row.object) || exists(row.kind, row.object);
}

/** Every right that a capability of the kind can have. */
function rightsOf(kind: u32): u32 {
	if (kind === KIND_GATE) return COMMON | RIGHT_CALL;
	if (kind === KIND_SIGNAL) return COMMON | RIGHT_RAISE;
	if (kind === KIND_REGION) return RIGHTS_OF_REGION;
	if (kind === KIND_ACCOUNT) return COMMON | RIGHT_SPEND | RIGHT_SPLIT;
	if (kind === KIND_PROCESS) return COMMON | RIGHT_CONFIGURE | RIGHT_START | RIGHT_STOP;
	if (kind === KIND_INTERRUPT) return COMMON | RIGHT_BIND | RIGHT_ACKNOWLEDGE;
	return kind === KIND_CONTROL ? RIGHTS_ALL : 0;
}

export function capabilityRightsOfKind(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	return (row.rights & ~rightsOf(row.kind)) === 0;
}

export function capabilityBadgeOfKind(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	if (row.kind === KIND_GATE) return row.badge <= BADGE_MOST;
	return row.kind === KIND_SIGNAL ? row.badge !== 0 : row.badge === 0;
}

export function capabilityGrantIsReference(holder: u32, slot: u32): bool {
	return isGrantReference(capability(holder, slot).grant, capability(holder, slot).grantGeneration);
}

/** W xor X already in the table. */
export function capabilityNeverWritesImages(holder: u32, slot: u32): bool {
	const row = capability(holder, slot);
	if (row.kind !== KIND_REGION || row.generation !== region(row.object).generation) return true;
	const forbidden = region(row.object).kind === MEMORY_IMAGE ? RIGHT_WRITE : RIGHT_EXECUTE;
	return (row.rights & forbidden) === 0;
}
