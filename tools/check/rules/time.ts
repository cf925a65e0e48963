/** Priorities, budgets and worst cases: who may preempt whom, and whether every call can be admitted. */

import { BLOCKING_PRIORITIES } from '../../../kernel/layout.ts';
import type { ComponentDescription } from '../description.ts';
import type { GateEdge, Model } from '../model.ts';
import type { Report } from '../report.ts';
import { duration } from '../words.ts';
import { cycles } from './cycles.ts';

export function checkTime(model: Model, report: Report): void {
	for (const [name, component] of model.components) {
		checkBand(report, name, component);
		checkBudget(report, name, component);
		checkServer(model, report, name, component);
	}
	const circular = checkCircles(model, report);
	for (const gate of model.gates) {
		if (!circular.has(gate)) checkPriority(model, report, gate);
		checkAdmission(model, report, gate);
	}
}

/** Blocking programs give way to every event-driven component. */
function checkBand(report: Report, name: string, { blocking, priority, path }: ComponentDescription): void {
	const place = [...path, 'priority'];
	if (blocking && priority >= BLOCKING_PRIORITIES) {
		report.error(
			place,
			`'${name}' is a blocking program, so its priority must be 1 to ${BLOCKING_PRIORITIES - 1}, not ${priority}`,
		);
	}
	if (!blocking && priority < BLOCKING_PRIORITIES) {
		report.error(
			place,
			`'${name}' is event-driven, so its priority must be ${BLOCKING_PRIORITIES} to 255, not ${priority}; priorities below are for programs with blocking: true`,
		);
	}
}

function checkBudget(report: Report, name: string, { budget, period, path }: ComponentDescription): void {
	if (budget <= period || Number.isNaN(budget) || Number.isNaN(period)) return;
	report.error(
		[...path, 'budget'],
		`'${name}' has a budget of ${duration(budget)} in a period of ${duration(period)}; a budget is at most the whole period`,
	);
}

/** Being called needs a worst case, a worst case is for being called. */
function checkServer(model: Model, report: Report, name: string, component: ComponentDescription): void {
	const clients = model.gates.filter((gate) => gate.to === name).map((gate) => gate.from.component);
	const { path, worstCase, blocking } = component;
	if (clients.length === 0) {
		if (worstCase !== undefined)
			report.warn([...path, 'worstCase'], `nobody calls '${name}'; its worst case is superfluous`);
		return;
	}
	if (blocking) {
		report.error(
			[...path, 'blocking'],
			`'${clients[0]}' calls '${name}', but a blocking program cannot serve calls; make it event-driven, or use a queue`,
		);
	} else if (worstCase === undefined) {
		report.error(
			path,
			`'${clients[0]}' calls '${name}', which has no worst case; add worstCase: <nanoseconds that one call takes at most>`,
			'key',
		);
	}
}

/** Reports each circle of calls once; returns the gates that are part of one. */
function checkCircles(model: Model, report: Report): ReadonlySet<GateEdge> {
	const circular = new Set<GateEdge>();
	for (const circle of cycles(model.gates, ({ from, to }) => [from.component, to])) {
		for (const gate of circle) circular.add(gate);
		const [first] = circle;
		if (first === undefined) continue;
		const route = [...circle.map((gate) => gate.from.component), first.from.component].join(' -> ');
		const advice =
			circle.length === 1 ? 'a component cannot call itself' : 'replace one of these gates by a signal or a queue';
		report.error(first.path, `the calls ${route} go in a circle; ${advice}`);
	}
	return circular;
}

/** The immediate ceiling rule: a call goes strictly upwards. */
function checkPriority(model: Model, report: Report, gate: GateEdge): void {
	const client = model.components.get(gate.from.component);
	const server = model.components.get(gate.to);
	if (client === undefined || server === undefined || !(server.priority <= client.priority)) return;
	const names = `'${gate.from.component}' (priority ${client.priority}) cannot call '${gate.to}' (priority ${server.priority})`;
	const ways = [];
	if (client.priority < 255) ways.push(`raise '${gate.to}' to at least ${client.priority + 1}`);
	if (server.priority > 1) ways.push(`lower '${gate.from.component}' to at most ${server.priority - 1}`);
	report.error(gate.path, `${names}: calls go to higher priorities only; ${ways.join(', or ')}`);
}

/** The kernel admits a call only if what the caller has left covers the server's worst case. */
function checkAdmission(model: Model, report: Report, gate: GateEdge): void {
	const client = model.components.get(gate.from.component);
	const need = model.components.get(gate.to)?.worstCase;
	if (client === undefined || need === undefined || gate.from.component === gate.to) return;
	const server = `'${gate.to}' may take ${duration(need)} for a call`;
	if (client.budget <= need) {
		report.error(
			[...client.path, 'budget'],
			`'${gate.from.component}' has a budget of ${duration(client.budget)}, but ${server}: it would never be admitted; make the budget more than ${duration(need)}`,
		);
	}
	if (!gate.apart && client.worstCase !== undefined && client.worstCase <= need) {
		report.error(
			[...client.path, 'worstCase'],
			`'${gate.from.component}' serves a call in at most ${duration(client.worstCase)}, but ${server} that it makes meanwhile; make its worst case more than ${duration(need)}, or write apart: true if it never calls while it serves`,
		);
	}
}
