/** Protected calls, from the chapter "Entries" of docs/reference/01-kernel.md: the way there, the way back, and calls that wait for the server. */
import { CAUSE_BAD_CALL, STATE_STARTED } from '../../abi/calls.ts';
import { CALL_MOVE, MEMORY_LAST_REGION } from '../../abi/component.ts';
import { BUDGET, INVALID_ARGUMENT, OK, OUT_OF_BOUNDS, PRIORITY, SERVER_BUSY, SERVER_GONE } from '../../abi/errors.ts';
import { FLOW_CALL, KIND_GATE, RIGHT_CALL, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
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
} from '../../kernel/layout.ts';
import { endCall, faultCurrent } from './activations.ts';
import { settle, updateTimer } from './budgets.ts';
import { send, sendCheck } from './capabilities.ts';
import { empty, find, flow, isWithin, must, needs, objectOf } from './conventions.ts';
import { covers, recheckMappings } from './mappings.ts';
import { insertInProgress, publishPreemption } from './ready.ts';
import { capability, global, process, setGlobal } from './state.ts';

/** Idle, and its `init` not due. */
function isIdle(row: u32): bool {
	return (process(row).active | process(row).initDue) === 0;
}

/** Throttled in the middle of its own activation, of a priority at which nobody blocks. */
function canFinish(row: u32): bool {
	if (process(row).active !== ACTIVE_OWN || process(row).throttled === 0) return false;
	return process(row).priority >= BLOCKING_PRIORITIES;
}

/**
 * find(slot, Gate); needs CALL; flow caller→server CALL else FORBIDDEN_FLOW; server started else SERVER_GONE; server's priority > caller's
 * else PRIORITY; it declared a worst case else SERVER_GONE; left ≥ worst case else BUDGET; server idle, its `init` not due; or, throttled in
 * the middle of its own activation, of priority ≥ 32, and left ≥ worst case + its budget (else BUDGET); else SERVER_BUSY.
 */
function admission(client: u32, left: u32, slot: u32): i32 {
	const row = objectOf(client, slot);
	const server = process(row);
	return (
		find(client, slot, KIND_GATE) ||
		needs(client, slot, RIGHT_CALL) ||
		flow(process(client).label, server.label, FLOW_CALL) ||
		must(server.state === STATE_STARTED, SERVER_GONE) ||
		must(server.priority > process(client).priority, PRIORITY) ||
		must(server.worstCase !== 0, SERVER_GONE) ||
		must(left >= server.worstCase, BUDGET) ||
		(isIdle(row) ? OK : must(canFinish(row), SERVER_BUSY) || must(left - server.worstCase >= server.budget, BUDGET))
	);
}

/**
 * Caller waits with left − worst case; server becomes current, OUT_ARGUMENT = badge, OUT_LIMIT = worst case; result = server's row.
 * Deferred: the server goes on with its own activation on a donation of its budget; result 0.
 */
function enter(client: u32, left: u32, slot: u32, row: u32): i32 {
	const badge = capability(client, slot).badge;
	process(client).callee = row;
	process(row).caller = client;
	if (process(row).active !== ACTIVE_NONE) return defer(client, row, left, badge);
	process(client).left = left - process(row).worstCase;
	process(row).active = ACTIVE_CALL;
	recheckMappings(row);
	setGlobal(GLOBAL_CURRENT, row);
	setGlobal(GLOBAL_OUT_ARGUMENT, badge);
	setGlobal(GLOBAL_OUT_LIMIT, process(row).worstCase);
	return row;
}

function defer(client: u32, row: u32, left: u32, badge: u32): i32 {
	process(client).left = left - process(row).budget;
	process(row).deferred = DEFERRED_FINISHING;
	process(row).deferredBadge = badge;
	process(row).left = process(row).budget;
	process(row).throttled = 0;
	updateTimer(row);
	setGlobal(GLOBAL_CURRENT, 0);
	insertInProgress(row);
	return 0;
}

/** `call(left, slot)`. */
export function call(left: u32, slot: u32): i32 {
	const client = global(GLOBAL_CURRENT);
	const server = objectOf(client, slot);
	const error = admission(client, left, slot);
	return error !== OK ? error : enter(client, left, slot, server);
}

/** Loan: memory ≤ 12, rights within READ and WRITE and not none, else INVALID_ARGUMENT; range inside a live mapping with those rights. */
function loanCheck(client: u32, loan: u32, offset: u32, length: u32): i32 {
	const memory = loan & 255;
	const rights = loan >> 8;
	if (loan === 0) return OK;
	return (
		must(memory <= MEMORY_LAST_REGION && isWithin(rights, RIGHT_READ | RIGHT_WRITE), INVALID_ARGUMENT) ||
		must(covers(client, memory, rights, offset, length), OUT_OF_BOUNDS)
	);
}

/**
 * `callWith(left, slot, capabilities, loan, offset, length)`: as `call`; receive slot (bits 16..): empty; loan; sent capability (bits
 * 0..14): not the gate itself when moved, else INVALID_ARGUMENT; the checks of a transfer to the slot that the server named. Capability
 * copied or moved; server's receive slot reset; loan recorded; then as `call`.
 */
export function callWith(left: u32, slot: u32, capabilities: u32, loan: u32, offset: u32, length: u32): i32 {
	const client = global(GLOBAL_CURRENT);
	const server = objectOf(client, slot);
	const sent = capabilities & (CALL_MOVE - 1);
	const move = (capabilities & CALL_MOVE) !== 0;
	const returned = capabilities >> 16;
	const error =
		admission(client, left, slot) ||
		(returned === 0 ? OK : empty(client, returned)) ||
		loanCheck(client, loan, offset, length) ||
		(sent === 0 ? OK : must(!move || sent !== slot, INVALID_ARGUMENT)) ||
		(sent === 0 ? OK : sendCheck(client, sent, server, process(server).receive, move));
	if (error !== OK) return error;
	if (sent !== 0) {
		send(client, sent, server, process(server).receive, move);
		process(server).receive = 0;
	}
	process(client).returnSlot = returned;
	process(client).loan = loan;
	process(client).loanOffset = offset;
	process(client).loanLength = length;
	return enter(client, left, slot, server);
}

/** Attached capability goes to the client's receive slot if both exist and every check of a transfer holds, else nowhere. */
function sendReply(server: u32, client: u32): void {
	const attached = process(server).reply;
	const destination = process(client).returnSlot;
	const slot = attached & 0xffff;
	const move = attached > 0xffff;
	process(server).reply = 0;
	process(client).returnSlot = 0;
	if (attached === 0 || destination === 0) return;
	if (sendCheck(server, slot, client, destination, move) === OK) send(server, slot, client, destination, move);
}

/**
 * `reply(left, status)`: current process serves a call, else it faults with BAD_CALL. Attached capability; server idle (or ready with what
 * became pending); client current with LEFT + left, loan ended, OUT_ARGUMENT = status without its sign bit; result = client's row, 0 if it
 * was stopped meanwhile.
 */
export function reply(left: u32, status: i32): i32 {
	const server = global(GLOBAL_CURRENT);
	if (server === 0) return 0;
	if (process(server).active !== ACTIVE_CALL) {
		faultCurrent(CAUSE_BAD_CALL, 0, left);
		return 0;
	}
	const client = process(server).caller;
	sendReply(server, client);
	process(server).active = ACTIVE_NONE;
	process(server).caller = 0;
	if (process(client).doomed !== 0) {
		setGlobal(GLOBAL_CURRENT, 0);
		endCall(client, SERVER_GONE, left);
		settle(server);
		return 0;
	}
	if ((process(server).pending | process(server).faults) !== 0) settle(server);
	process(client).callee = 0;
	process(client).loan = 0;
	recheckMappings(client);
	setGlobal(GLOBAL_CURRENT, client);
	setGlobal(GLOBAL_OUT_ARGUMENT, status & 0x7fffffff);
	setGlobal(GLOBAL_OUT_LIMIT, process(client).left + left);
	publishPreemption();
	return client;
}

/**
 * The server has finished its own activation with `left` of the donation, and serves the call that waited: unless its caller was stopped, or
 * what is left does not cover the worst case, or the server itself was stopped.
 */
export function enterDeferred(row: u32, left: u32): void {
	const client = process(row).caller;
	const total = process(client).left + left;
	const worst = process(row).worstCase;
	if (process(client).doomed !== 0 || total < worst || process(row).state !== STATE_STARTED) {
		process(row).caller = 0;
		process(row).deferred = DEFERRED_NONE;
		endCall(client, SERVER_BUSY, left);
		settle(row);
		return;
	}
	process(client).left = total - worst;
	process(row).active = ACTIVE_CALL;
	process(row).deferred = DEFERRED_ENTERING;
	process(row).left = worst;
	insertInProgress(row);
}
