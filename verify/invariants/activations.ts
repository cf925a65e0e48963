/** Activations: each in exactly one state, calls linked both ways, priorities rising along every chain (so that no chain is a circle). */

import { STATE_STARTED } from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import type { Snapshot } from './snapshot.ts';
import type { Report } from './violation.ts';

const NEVER = 0xffffffffffffffffn;
/** What a process that is not started, and is not about to end, has none of. */
const WORK: readonly [string, number][] = [
	['activation', layout.PROCESS_ACTIVE],
	['pending bits', layout.PROCESS_PENDING],
	['faulted children', layout.PROCESS_FAULTS],
	['init due', layout.PROCESS_INIT_DUE],
	['place in the ready set', layout.PROCESS_READY],
	['throttling', layout.PROCESS_THROTTLED],
	['receive slot', layout.PROCESS_RECEIVE],
	['reply capability', layout.PROCESS_REPLY],
];
/** What a process without an activation has none of. */
const OF_ACTIVATION: readonly [string, number][] = [
	['caller', layout.PROCESS_CALLER],
	['callee', layout.PROCESS_CALLEE],
	['wait', layout.PROCESS_WAITING],
	['result', layout.PROCESS_HAS_RESULT],
	['deferral', layout.PROCESS_DEFERRED],
	['end ahead', layout.PROCESS_DOOMED],
];

/** A stopped or faulted process does nothing and waits for nothing. */
export function checkIdle(snapshot: Snapshot, report: Report, row: number): void {
	for (const [name, field] of WORK) {
		report.equal(`process ${row}`, `a process that does not run has no ${name}`, snapshot.process(row, field), 0);
	}
	report.equal(`process ${row}`, 'nor an alarm', snapshot.process64(row, layout.PROCESS_ALARM_64), NEVER);
}

export function checkActivation(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const active = snapshot.process(row, layout.PROCESS_ACTIVE);
	const calls = snapshot.process(row, layout.PROCESS_CALLEE);
	if (calls !== 0) checkCall(snapshot, report, row, calls);
	else {
		report.equal(where, 'no loan outside a call', snapshot.process(row, layout.PROCESS_LOAN), 0);
		report.equal(where, 'no return slot outside a call', snapshot.process(row, layout.PROCESS_RETURN), 0);
	}
	if (snapshot.process(row, layout.PROCESS_HAS_RESULT) === 0) {
		report.equal(where, 'no result left over', snapshot.process(row, layout.PROCESS_RESULT), 0);
	} else
		report.equal(where, 'with a result to resume with it is ready', snapshot.process(row, layout.PROCESS_READY), 1);
	if (active !== layout.ACTIVE_NONE) {
		report.equal(
			where,
			'`init` is due only before the first activation',
			snapshot.process(row, layout.PROCESS_INIT_DUE),
			0,
		);
	}
	if (active === layout.ACTIVE_NONE) checkWork(snapshot, report, row);
	else if (active === layout.ACTIVE_OWN) checkOwn(snapshot, report, row);
	else if (active === layout.ACTIVE_CALL) checkServing(snapshot, report, row);
	else report.holds(false, where, 'its activation is of a kind that exists', active);
	if (snapshot.process(row, layout.PROCESS_DOOMED) !== 0) checkDoomed(snapshot, report, row);
}

/** Both sides know of a call, and it goes up in priority. */
function checkCall(snapshot: Snapshot, report: Report, client: number, server: number): void {
	const where = `process ${client}`;
	if (server >= layout.PROCESS_COUNT) {
		report.holds(false, where, 'whom it has called is a process', server);
		return;
	}
	report.equal(
		where,
		`process ${server}, which it has called, serves it`,
		snapshot.process(server, layout.PROCESS_CALLER),
		client,
	);
	const rises = snapshot.process(server, layout.PROCESS_PRIORITY) > snapshot.process(client, layout.PROCESS_PRIORITY);
	report.holds(rises, where, `process ${server}, which it has called, is of higher priority`);
	report.holds(
		snapshot.process(client, layout.PROCESS_ACTIVE) !== layout.ACTIVE_NONE,
		where,
		'only an activation calls',
	);
}

/** No activation: nothing of one is left; and if there is work, the process will be chosen for it. */
function checkWork(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	for (const [name, field] of OF_ACTIVATION) {
		report.equal(where, `without an activation no ${name}`, snapshot.process(row, field), 0);
	}
	const ready = snapshot.process(row, layout.PROCESS_READY) !== 0;
	const throttled = snapshot.process(row, layout.PROCESS_THROTTLED) !== 0;
	report.holds(snapshot.current !== row, where, 'executes only with an activation');
	report.holds(!ready || !throttled, where, 'not ready while throttled');
	report.holds(!ready || snapshot.process(row, layout.PROCESS_REMAINING) > 0, where, 'ready only with budget');
	if (snapshot.process(row, layout.PROCESS_STATE) !== STATE_STARTED) return;
	const work = [layout.PROCESS_PENDING, layout.PROCESS_FAULTS, layout.PROCESS_INIT_DUE].some(
		(field) => snapshot.process(row, field) !== 0,
	);
	report.equal(where, 'ready or throttled exactly when there is work', ready || throttled, work);
}

function checkOwn(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const caller = snapshot.process(row, layout.PROCESS_CALLER);
	const deferred = snapshot.process(row, layout.PROCESS_DEFERRED);
	const finishing = deferred === layout.DEFERRED_FINISHING;
	const waiting = snapshot.process(row, layout.PROCESS_WAITING) !== 0;
	const throttled = snapshot.process(row, layout.PROCESS_THROTTLED) !== 0;
	report.holds(
		finishing || deferred === layout.DEFERRED_NONE,
		where,
		'its own activation is deferred only to be finished',
	);
	report.equal(where, 'has a caller exactly while it finishes for one', caller !== 0, finishing);
	if (finishing) checkCaller(snapshot, report, row, caller);
	report.holds(
		!waiting || snapshot.process(row, layout.PROCESS_PRIORITY) < layout.BLOCKING_PRIORITIES,
		where,
		'only low priorities block',
	);
	if (waiting) {
		checkWaiting(snapshot, report, row);
		return;
	}
	const places = whereIs(snapshot, row) + (throttled ? 1 : 0);
	report.equal(where, 'its activation executes, calls, is ready or is throttled: one of them', places, 1);
}

/** How many of these it does: executes, has called, is ready. */
function whereIs(snapshot: Snapshot, row: number): number {
	const calls = snapshot.process(row, layout.PROCESS_CALLEE) !== 0 ? 1 : 0;
	return (snapshot.current === row ? 1 : 0) + calls + snapshot.process(row, layout.PROCESS_READY);
}

function checkWaiting(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const bits = snapshot.process(row, layout.PROCESS_PENDING) !== 0;
	const ready = snapshot.process(row, layout.PROCESS_READY) + snapshot.process(row, layout.PROCESS_THROTTLED);
	report.equal(
		where,
		'a blocked program neither executes nor calls',
		whereIs(snapshot, row),
		snapshot.process(row, layout.PROCESS_READY),
	);
	report.equal(where, 'a blocked program is ready or throttled exactly when bits have come', ready, bits ? 1 : 0);
}

function checkServing(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	const deferred = snapshot.process(row, layout.PROCESS_DEFERRED);
	checkCaller(snapshot, report, row, snapshot.process(row, layout.PROCESS_CALLER));
	report.equal(where, 'a call that is served executes, calls or is ready: one of them', whereIs(snapshot, row), 1);
	report.equal(where, 'nobody blocks while it serves', snapshot.process(row, layout.PROCESS_WAITING), 0);
	report.holds(deferred !== layout.DEFERRED_FINISHING, where, 'has finished its own activation');
	if (deferred === layout.DEFERRED_NONE) return;
	report.equal(where, 'about to serve, it is ready', snapshot.process(row, layout.PROCESS_READY), 1);
}

function checkCaller(snapshot: Snapshot, report: Report, server: number, client: number): void {
	const where = `process ${server}`;
	if (client === 0 || client >= layout.PROCESS_COUNT) {
		report.holds(false, where, 'whom it serves is a process', client);
		return;
	}
	report.equal(
		where,
		`process ${client}, which it serves, has called it`,
		snapshot.process(client, layout.PROCESS_CALLEE),
		server,
	);
}

/** Stopped in the middle of a call: it ends when that comes back. */
function checkDoomed(snapshot: Snapshot, report: Report, row: number): void {
	const where = `process ${row}`;
	report.holds(snapshot.process(row, layout.PROCESS_STATE) !== STATE_STARTED, where, 'about to end, it is stopped');
	const back =
		snapshot.process(row, layout.PROCESS_HAS_RESULT) !== 0 && snapshot.process(row, layout.PROCESS_READY) !== 0;
	report.holds(
		snapshot.process(row, layout.PROCESS_CALLEE) !== 0 || back,
		where,
		'about to end, it waits for its call or that has come back',
	);
}
