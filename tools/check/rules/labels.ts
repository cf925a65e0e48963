/** The mandatory policy: no channel, mapping or grant that the kernel would refuse. */

import type { ComponentDescription } from '../description.ts';
import { LABELS_MOST } from '../description.ts';
import { isTable, type Model } from '../model.ts';
import type { Path, Report } from '../report.ts';
import { list } from '../words.ts';
import { at, unique } from './names.ts';

type Operation = 'call' | 'raise' | 'read' | 'write' | 'transfer';
const VERBS: Readonly<Record<Operation, string>> = {
	call: 'call',
	raise: 'signal',
	read: 'read',
	write: 'write',
	transfer: 'transfer to',
};

export function checkLabels(model: Model, report: Report): void {
	const { labels } = model.description;
	checkNames(labels, report);
	checkFlows(model, report);
	if (labels.length === 0) return;
	for (const { from, to, path } of model.gates) betweenComponents(model, report, path, from.component, to, 'call');
	for (const { from, to, path } of model.signals) betweenComponents(model, report, path, from.component, to, 'raise');
	for (const { component, region, rights, path } of model.maps)
		onRegion(model, report, path, component, region, rights);
	for (const grant of model.grants) {
		if (grant.kind !== 'region') continue;
		const rights = grant.rights.filter((right) => right === 'read' || right === 'write');
		onRegion(model, report, grant.path, grant.to.component, grant.region, rights);
		if (grant.by !== undefined)
			betweenComponents(model, report, [...grant.path, 'by'], grant.by, grant.to.component, 'transfer');
	}
}

function checkNames(labels: readonly string[], report: Report): void {
	if (labels.length > LABELS_MOST) {
		report.error(['labels'], `there are ${labels.length} labels; the kernel has room for ${LABELS_MOST}`);
	}
	unique(
		[...labels.entries()],
		([, label]) => label,
		([index, label]) => report.error(['labels', index], `the label '${label}' is listed twice; once is enough`),
	);
}

function checkFlows(model: Model, report: Report): void {
	if (model.flows.length > 0 && model.description.labels.length === 0) {
		report.error(['flows'], "there are flows, but no labels; add labels: ['...', '...'], or take the flows away");
		return;
	}
	unique(
		model.flows,
		({ from, to }) => (from === '' || to === '' ? undefined : `${from} ${to}`),
		(flow, first) =>
			report.error(
				flow.path,
				`the flow from '${flow.from}' to '${flow.to}' is already described at ${at(first.path)}; put all operations there`,
			),
	);
	for (const { from, to, allow, path } of model.flows) {
		if (from === to && from !== '')
			report.warn(path, `within the label '${from}' everything is allowed anyway; this flow is superfluous`);
		else if (allow.length === 0)
			report.warn([...path, 'allow'], `the flow from '${from}' to '${to}' allows nothing, as if it were not there`);
	}
}

/** The label of a component or region that names none is the first. */
export function labelOf(model: Model, thing: Pick<ComponentDescription, 'label'>): string {
	return thing.label ?? model.description.labels[0] ?? '';
}

function allowed(model: Model, from: string, to: string): readonly Operation[] | undefined {
	if (from === to) return undefined;
	return model.flows.find((flow) => flow.from === from && flow.to === to)?.allow ?? [];
}

function betweenComponents(
	model: Model,
	report: Report,
	path: Path,
	from: string,
	to: string,
	operation: Operation,
): void {
	const [source, target] = [model.components.get(from), model.components.get(to)];
	if (source === undefined || target === undefined) return;
	judge(model, report, path, [from, labelOf(model, source)], [to, labelOf(model, target)], [operation]);
}

function onRegion(
	model: Model,
	report: Report,
	path: Path,
	component: string,
	region: string,
	rights: readonly Operation[],
): void {
	const [source, target] = [model.components.get(component), model.regions.get(region)];
	// What is part of the boot image belongs to the system itself; everybody may read it.
	if (source === undefined || target === undefined || isTable(target)) return;
	judge(model, report, path, [component, labelOf(model, source)], [region, labelOf(model, target)], rights);
}

type Labelled = readonly [name: string, label: string];

function judge(
	model: Model,
	report: Report,
	path: Path,
	[from, subject]: Labelled,
	[to, object]: Labelled,
	needed: readonly Operation[],
): void {
	const { labels } = model.description;
	if (!labels.includes(subject) || !labels.includes(object)) return;
	const permitted = allowed(model, subject, object);
	const refused = permitted === undefined ? [] : needed.filter((operation) => !permitted.includes(operation));
	if (refused.length === 0) return;
	const flow = `{ from: '${subject}', to: '${object}', allow: [${list(refused).replaceAll(' and ', ', ')}] }`;
	report.error(
		path,
		`'${from}' (label '${subject}') may not ${refused.map((operation) => VERBS[operation]).join(' or ')} '${to}' (label '${object}'); change a label, or add the flow ${flow}`,
	);
}
