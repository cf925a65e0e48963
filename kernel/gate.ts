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
import { checkEmpty, put } from './capability.ts';
import { flowsToProcess } from './flow.ts';
import { grantLives } from './grant.ts';
import {
	ACTIVE_CALL,
	ACTIVE_NONE,
	ACTIVE_OWN,
	BLOCKING_PRIORITIES,
	DEFERRED_ENTERING,
	DEFERRED_FINISHING,
	DEFERRED_NONE,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_LIMIT,
	SLOTS_MOST,
} from './layout.ts';
import { recheckMappings } from './mapping.ts';
import { target } from './process.ts';
import { insertInProgress, publishPreemption } from './ready.ts';
import { sendReply } from './send.ts';
import { capability, flow, global, process, setGlobal, slotAddress } from './table.ts';
import { updateTimer } from './timer.ts';

/**
 * May the current process, with `left` nanoseconds, call through the gate in `slot`? The server's row, or an error.
 * Nothing is written. The order of the checks is that of the specification.
 */
export function admit(client: u32, left: u32, slot: u32): i32 {
	if (slot >= SLOTS_MOST) return INVALID_CAPABILITY;
	const gate = capability(slotAddress(client, slot));
	if (gate.kind !== KIND_GATE) return INVALID_CAPABILITY;
	const row = gate.object;
	const server = process(row);
	if (gate.generation !== server.generation) return INVALID_CAPABILITY;
	if (gate.grant !== 0 && !grantLives(gate.grant, gate.grantGeneration)) return INVALID_CAPABILITY;
	if ((gate.rights & RIGHT_CALL) === 0) return MISSING_RIGHT;
	if ((flow(process(client).label, server.label) & FLOW_CALL) === 0) return FORBIDDEN_FLOW;
	if (server.state !== STATE_STARTED) return SERVER_GONE;
	if (server.priority <= process(client).priority) return PRIORITY;
	const worst = server.worstCase;
	if (worst === 0) return SERVER_GONE;
	if (left < worst) return BUDGET;
	// A server that waits for the budget to run its `init` must not serve before it.
	if ((server.active | server.initDue) !== 0) {
		// Half-way through an activation of its own, without budget: the donation must cover finishing that as well.
		if (server.active !== ACTIVE_OWN || server.throttled === 0) return SERVER_BUSY;
		// A program that blocks may never come to the end of its activation.
		if (server.priority < BLOCKING_PRIORITIES) return SERVER_BUSY;
		if (left - worst < server.budget) return BUDGET;
	}
	return row;
}

/** Transfers control to the admitted server: its number, or 0 if the call had to be deferred. */
export function enter(client: u32, server: u32, left: u32, slot: u32): i32 {
	const badge = capability(slotAddress(client, slot)).badge;
	process(client).callee = server;
	process(server).caller = client;
	if (process(server).active !== ACTIVE_NONE) return defer(client, server, left, badge);
	const worst = process(server).worstCase;
	process(client).left = left - worst;
	process(server).active = ACTIVE_CALL;
	recheckMappings(server);
	setGlobal(GLOBAL_CURRENT, server);
	setGlobal(GLOBAL_OUT_ARGUMENT, badge);
	setGlobal(GLOBAL_OUT_LIMIT, worst);
	return server;
}

/** The server first finishes its own activation, on the caller's budget. */
function defer(client: u32, server: u32, left: u32, badge: u32): i32 {
	const donation = process(server).budget;
	process(client).left = left - donation;
	process(server).deferred = DEFERRED_FINISHING;
	process(server).deferredBadge = badge;
	process(server).left = donation;
	process(server).throttled = 0;
	updateTimer(server);
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(server);
	return 0;
}

/** The server has finished its own activation with `left` of the donation; now it serves the call that waited. */
export function enterDeferred(server: u32, left: u32): void {
	const client = process(server).caller;
	const total = process(client).left + left;
	const worst = process(server).worstCase;
	if (process(client).doomed !== 0 || total < worst || process(server).state !== STATE_STARTED) {
		process(server).caller = 0;
		process(server).deferred = DEFERRED_NONE;
		endCall(client, SERVER_BUSY, left);
		settle(server);
		return;
	}
	process(client).left = total - worst;
	process(server).active = ACTIVE_CALL;
	process(server).deferred = DEFERRED_ENTERING;
	process(server).left = worst;
	insertInProgress(server);
}

/** A call that the fast path did not take. */
export function callSlow(left: u32, slot: u32): i32 {
	const client = global(GLOBAL_CURRENT);
	const server = admit(client, left, slot);
	if (server < 0) return server;
	// ---- commit ----
	return enter(client, server, left, slot);
}

/** A reply that the fast path did not take. */
export function replySlow(left: u32, status: i32): i32 {
	const server = global(GLOBAL_CURRENT);
	if (server === 0) return 0;
	if (process(server).active !== ACTIVE_CALL) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return 0;
	}
	const client = process(server).caller;
	if ((process(server).reply | process(client).returnSlot) !== 0) sendReply(server, client);
	process(server).active = ACTIVE_NONE;
	process(server).caller = 0;
	if (process(client).doomed !== 0) {
		setGlobal(GLOBAL_CURRENT, 0);
		endCall(client, SERVER_GONE, left);
		settle(server);
		return 0;
	}
	process(client).callee = 0;
	process(client).loan = 0;
	if ((process(server).pending | process(server).faults) !== 0) settle(server);
	recheckMappings(client);
	setGlobal(GLOBAL_CURRENT, client);
	setGlobal(GLOBAL_OUT_ARGUMENT, status & 0x7fffffff);
	setGlobal(GLOBAL_OUT_LIMIT, process(client).left + left);
	publishPreemption();
	return client;
}

/** GATE(process, destination, badge). Process 0: to the caller itself. */
export function gateCreate(caller: u32, processSlot: u32, destination: u32, badge: u32): i32 {
	const server = target(caller, processSlot, RIGHT_CONFIGURE);
	if (server < 0) return server;
	const error = checkEmpty(caller, destination);
	if (error !== OK) return error;
	if (!flowsToProcess(process(caller).label, server, FLOW_CALL)) return FORBIDDEN_FLOW;
	if (badge > 0x7fffffff) return INVALID_ARGUMENT;
	// ---- commit ----
	const rights = RIGHT_CALL | RIGHT_COPY | RIGHT_TRANSFER;
	put(caller, destination, KIND_GATE, server, process(server).generation, rights, badge);
	return OK;
}
