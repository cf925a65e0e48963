/** Protected calls: admission, donation, the way there and the way back (architecture decision D5). */
import { CAUSE_BAD_CALL, STATE_STARTED } from '../abi/calls.ts';
import {
	BUDGET,
	FORBIDDEN_FLOW,
	INVALID_ARGUMENT,
	INVALID_CAPABILITY,
	MISSING_RIGHT,
	OK,
	PRIORITY,
	SERVER_BUSY,
	SERVER_GONE,
} from '../abi/errors.ts';
import { FLOW_CALL, KIND_GATE, RIGHT_CALL, RIGHT_CONFIGURE, RIGHT_COPY, RIGHT_TRANSFER } from '../abi/rights.ts';
import { endCall, faultCurrent } from './activation.ts';
import { settle } from './budget.ts';
import { checkEmpty, lives, put } from './capability.ts';
import { flowsToProcess } from './flow.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	CAPABILITY_BADGE,
	CAPABILITY_KIND,
	CAPABILITY_OBJECT,
	CAPABILITY_RIGHTS,
	DEFERRED_ENTERING,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	ENTER_PROTECTED,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_KIND,
	GLOBAL_OUT_LIMIT,
	PROCESS_ACTIVE,
	PROCESS_BUDGET,
	PROCESS_CALLEE,
	PROCESS_CALLER,
	PROCESS_DEFERRED,
	PROCESS_DEFERRED_BADGE,
	PROCESS_DOOMED,
	PROCESS_FAULTS,
	PROCESS_GENERATION,
	PROCESS_LABEL_FIELD,
	PROCESS_LEFT,
	PROCESS_LOAN,
	PROCESS_PENDING,
	PROCESS_PRIORITY,
	PROCESS_REPLY,
	PROCESS_RETURN,
	PROCESS_STATE,
	PROCESS_THROTTLED,
	PROCESS_WORST_CASE,
	SLOTS_MOST,
} from './layout.ts';
import { recheckMappings } from './mapping.ts';
import { target } from './process.ts';
import { insertInProgress, publishPreemption } from './ready.ts';
import { capability, global, process, setGlobal, setProcess, slotAddress } from './table.ts';
import { updateTimer } from './timer.ts';
import { sendReply } from './transfer.ts';

/**
 * May the current process, with `left` nanoseconds, call through the gate in `slot`? The server's row, or an error.
 * Nothing is written. The order of the checks is that of the specification.
 */
export function admit(client: u32, left: u32, slot: u32): i32 {
	if (slot >= SLOTS_MOST) return INVALID_CAPABILITY;
	const gate = slotAddress(client, slot);
	if (capability(gate, CAPABILITY_KIND) !== KIND_GATE) return INVALID_CAPABILITY;
	if (!lives(gate)) return INVALID_CAPABILITY;
	if ((capability(gate, CAPABILITY_RIGHTS) & RIGHT_CALL) === 0) return MISSING_RIGHT;
	const server = capability(gate, CAPABILITY_OBJECT);
	if (!flowsToProcess(process(client, PROCESS_LABEL_FIELD), server, FLOW_CALL)) return FORBIDDEN_FLOW;
	if (process(server, PROCESS_STATE) !== STATE_STARTED) return SERVER_GONE;
	if (process(server, PROCESS_PRIORITY) <= process(client, PROCESS_PRIORITY)) return PRIORITY;
	const worst = process(server, PROCESS_WORST_CASE);
	if (worst === 0) return SERVER_GONE;
	if (left < worst) return BUDGET;
	if (process(server, PROCESS_ACTIVE) === ACTIVE_NONE) return server;
	// Half-way through an activation of its own, without budget: the donation must cover finishing that as well.
	if (process(server, PROCESS_ACTIVE) !== ACTIVE_OWN || process(server, PROCESS_THROTTLED) === 0) return SERVER_BUSY;
	return left - worst < process(server, PROCESS_BUDGET) ? BUDGET : server;
}

/** Transfers control to the admitted server: its number, or 0 if the call had to be deferred. */
export function enter(client: u32, server: u32, left: u32, slot: u32): i32 {
	const badge = capability(slotAddress(client, slot), CAPABILITY_BADGE);
	setProcess(client, PROCESS_CALLEE, server);
	setProcess(server, PROCESS_CALLER, client);
	if (process(server, PROCESS_ACTIVE) !== ACTIVE_NONE) return defer(client, server, left, badge);
	const worst = process(server, PROCESS_WORST_CASE);
	setProcess(client, PROCESS_LEFT, left - worst);
	setProcess(server, PROCESS_ACTIVE, ACTIVE_CALL);
	recheckMappings(server);
	setGlobal(GLOBAL_CURRENT, server);
	setGlobal(GLOBAL_OUT_KIND, ENTER_PROTECTED);
	setGlobal(GLOBAL_OUT_ARGUMENT, badge);
	setGlobal(GLOBAL_OUT_LIMIT, worst);
	return server;
}

/** The server first finishes its own activation, on the caller's budget. */
function defer(client: u32, server: u32, left: u32, badge: u32): i32 {
	const donation = process(server, PROCESS_BUDGET);
	setProcess(client, PROCESS_LEFT, left - donation);
	setProcess(server, PROCESS_DEFERRED, DEFERRED_FINISHING);
	setProcess(server, PROCESS_DEFERRED_BADGE, badge);
	setProcess(server, PROCESS_LEFT, donation);
	setProcess(server, PROCESS_THROTTLED, 0);
	updateTimer(server);
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(server);
	return 0;
}

/** The server has finished its own activation with `left` of the donation; now it serves the call that waited. */
export function enterDeferred(server: u32, left: u32): void {
	const client = process(server, PROCESS_CALLER);
	const total = process(client, PROCESS_LEFT) + left;
	const worst = process(server, PROCESS_WORST_CASE);
	if (process(client, PROCESS_DOOMED) !== 0 || total < worst || process(server, PROCESS_STATE) !== STATE_STARTED) {
		setProcess(server, PROCESS_CALLER, 0);
		setProcess(server, PROCESS_DEFERRED, DEFERRED_NONE);
		endCall(client, SERVER_BUSY, left);
		settle(server);
		return;
	}
	setProcess(client, PROCESS_LEFT, total - worst);
	setProcess(server, PROCESS_ACTIVE, ACTIVE_CALL);
	setProcess(server, PROCESS_DEFERRED, DEFERRED_ENTERING);
	setProcess(server, PROCESS_LEFT, worst);
	insertInProgress(server);
}

/** `call0`, `call4`, `call6`: the server's row, 0 = deferred, or an error. */
export function call(left: u32, slot: u32): i32 {
	const client = global(GLOBAL_CURRENT);
	const server = admit(client, left, slot);
	if (server < 0) return server;
	// ---- commit ----
	return enter(client, server, left, slot);
}

/** `protected` returned with `status`: the client's row, or 0 when there is nobody to return to. */
export function reply(left: u32, status: i32): i32 {
	const server = global(GLOBAL_CURRENT);
	if (server === 0) return 0;
	if (process(server, PROCESS_ACTIVE) !== ACTIVE_CALL) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return 0;
	}
	const client = process(server, PROCESS_CALLER);
	if ((process(server, PROCESS_REPLY) | process(client, PROCESS_RETURN)) !== 0) sendReply(server, client);
	setProcess(server, PROCESS_ACTIVE, ACTIVE_NONE);
	setProcess(server, PROCESS_CALLER, 0);
	if (process(client, PROCESS_DOOMED) !== 0) {
		setGlobal(GLOBAL_CURRENT, 0);
		endCall(client, SERVER_GONE, left);
		settle(server);
		return 0;
	}
	setProcess(client, PROCESS_CALLEE, 0);
	setProcess(client, PROCESS_LOAN, 0);
	if ((process(server, PROCESS_PENDING) | process(server, PROCESS_FAULTS)) !== 0) settle(server);
	recheckMappings(client);
	setGlobal(GLOBAL_CURRENT, client);
	setGlobal(GLOBAL_OUT_ARGUMENT, status & 0x7fffffff);
	setGlobal(GLOBAL_OUT_LIMIT, process(client, PROCESS_LEFT) + left);
	publishPreemption();
	return client;
}

/** GATE(process, destination, badge). Process 0: to the caller itself. */
export function gateCreate(caller: u32, processSlot: u32, destination: u32, badge: u32): i32 {
	const server = target(caller, processSlot, RIGHT_CONFIGURE);
	if (server < 0) return server;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!flowsToProcess(process(caller, PROCESS_LABEL_FIELD), server, FLOW_CALL)) return FORBIDDEN_FLOW;
	if (badge > 0x7fffffff) return INVALID_ARGUMENT;
	// ---- commit ----
	const rights = RIGHT_CALL | RIGHT_COPY | RIGHT_TRANSFER;
	put(caller, destination, KIND_GATE, server, process(server, PROCESS_GENERATION), rights, badge);
	return OK;
}
