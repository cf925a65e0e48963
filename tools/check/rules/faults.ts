/** Fault handling: somebody is told, can be told apart, and is able to do something about it. */

import type { ComponentDescription } from '../description.ts';
import type { Model } from '../model.ts';
import type { Report } from '../report.ts';
import { cycles } from './cycles.ts';
import { at, freeNumber, unique } from './names.ts';

export function checkFaults(model: Model, report: Report): void {
	for (const [name, component] of model.components) {
		checkRestart(model, report, name, component);
		checkStart(model, report, name, component);
	}
	checkBadges(model, report);
	checkCircles(model, report);
}

/** A restart policy is carried out by the fault handler, which needs the power to start and stop. */
function checkRestart(
	model: Model,
	report: Report,
	name: string,
	{ restart, faultHandler, path }: ComponentDescription,
): void {
	if (restart === undefined) return;
	if (faultHandler === undefined) {
		report.error(
			[...path, 'restart'],
			`'${name}' has a restart policy, but no fault handler to carry it out; add faultHandler: { component: '...', badge: 0 }`,
		);
		return;
	}
	if (faultHandler.component === '' || !model.components.has(faultHandler.component)) return;
	const grant = model.grants.find(
		(one) => one.kind === 'process' && one.process === name && one.to.component === faultHandler.component,
	);
	const rights: readonly string[] = grant?.kind === 'process' ? grant.rights : [];
	if (rights.includes('start')) return;
	report.error(
		[...path, 'restart'],
		`'${faultHandler.component}' is to restart '${name}', but may not; grant it { process: '${name}', rights: ['start', 'stop'] }`,
	);
}

function checkStart(model: Model, report: Report, name: string, { start, path }: ComponentDescription): void {
	if (start) return;
	const starter = model.grants.some(
		(grant) => grant.kind === 'process' && grant.process === name && grant.rights.includes('start'),
	);
	if (!starter)
		report.error(
			[...path, 'start'],
			`'${name}' is not started, and nobody may start it; take start: false away, or grant somebody { process: '${name}', rights: ['start'] }`,
		);
}

function checkBadges(model: Model, report: Report): void {
	const handled = [...model.components].flatMap(([name, { faultHandler, path }]) =>
		faultHandler === undefined ? [] : [{ name, ...faultHandler, path: [...path, 'faultHandler', 'badge'] }],
	);
	unique(
		handled,
		({ component, badge }) => (component === '' || Number.isNaN(badge) ? undefined : `${component} ${badge}`),
		({ component, badge, path }, first) => {
			const taken = handled.filter((other) => other.component === component).map((other) => other.badge);
			report.error(
				path,
				`fault badge ${badge} at '${component}' is already that of '${first.name}' (${at(first.path)}); use another, such as ${freeNumber(taken, 0)}`,
			);
		},
	);
}

/** Handlers that watch each other: when one faults because of the other, nobody is left to notice. */
function checkCircles(model: Model, report: Report): void {
	const edges = [...model.components].flatMap(([name, { faultHandler, path }]) =>
		faultHandler === undefined ? [] : [{ from: name, to: faultHandler.component, path: [...path, 'faultHandler'] }],
	);
	for (const circle of cycles(edges, ({ from, to }) => [from, to])) {
		const [first] = circle;
		if (first === undefined) continue;
		const route = [...circle.map((edge) => edge.from), first.from].join(' -> ');
		const message =
			circle.length === 1
				? `'${first.from}' cannot handle its own faults; name another component, or take faultHandler away`
				: `the fault handlers ${route} go in a circle; one of them must be handled by somebody outside`;
		report.error(first.path, message);
	}
}
