/** Every name must be that of something; nothing may have two. */

import type { Model } from '../model.ts';
import { type Path, type Report, renderPath } from '../report.ts';
import { suggestion } from '../words.ts';

/** Reports a name that is not known. The empty name stands for one that was already reported. */
function known(report: Report, path: Path, what: string, name: string | undefined, names: Iterable<string>): void {
	if (name === undefined || name === '') return;
	const all = [...names];
	if (!all.includes(name)) report.error(path, `there is no ${what} '${name}'${suggestion(name, all)}`);
}

export function checkNames(model: Model, report: Report): void {
	const { description, components, regions } = model;
	const component = (path: Path, name: string | undefined): void =>
		known(report, path, 'component', name, components.keys());
	for (const { path, faultHandler, label, account } of components.values()) {
		component([...path, 'faultHandler', 'component'], faultHandler?.component);
		known(report, [...path, 'label'], 'label', label, description.labels);
		known(report, [...path, 'account'], 'account', account, description.accounts.keys());
	}
	for (const { path, parent } of description.accounts.values()) {
		known(report, [...path, 'parent'], 'account', parent, description.accounts.keys());
	}
	for (const { path, account, label, roster, maps } of description.regions.values()) {
		known(report, [...path, 'account'], 'account', account, description.accounts.keys());
		known(report, [...path, 'label'], 'label', label, description.labels);
		component([...path, 'roster'], roster);
		for (const map of maps) component([...map.path, 'component'], map.component);
	}
	for (const channel of description.channels) {
		if (channel.kind === 'queue') {
			component([...channel.producer.path, 'component'], channel.producer.component);
			component([...channel.consumer.path, 'component'], channel.consumer.component);
		} else {
			component([...channel.from.path, 'component'], channel.from.component);
			component([...channel.path, 'to'], channel.to);
		}
	}
	for (const grant of model.grants) {
		component([...grant.to.path, 'component'], grant.to.component);
		if (grant.kind === 'process') component([...grant.path, 'process'], grant.process);
		if (grant.kind === 'account')
			known(report, [...grant.path, 'account'], 'account', grant.account, description.accounts.keys());
		if (grant.kind === 'region') known(report, [...grant.path, 'region'], 'region', grant.region, regions.keys());
		if (grant.kind === 'region') component([...grant.path, 'by'], grant.by);
	}
	for (const { path, from, to } of description.labels.length === 0 ? [] : model.flows) {
		known(report, [...path, 'from'], 'label', from, description.labels);
		known(report, [...path, 'to'], 'label', to, description.labels);
	}
	for (const { name, path } of model.regionClashes) {
		report.error(path, `there is already a region '${name}'; give the queue another name`);
	}
}

/** Reports the second and later elements that have the same key. */
export function unique<T>(
	elements: readonly T[],
	key: (element: T) => string | number | undefined,
	clash: (element: T, first: T) => void,
): void {
	const seen = new Map<string | number, T>();
	for (const element of elements) {
		const name = key(element);
		if (name === undefined || name === '' || Number.isNaN(name)) continue;
		const first = seen.get(name);
		if (first === undefined) seen.set(name, element);
		else clash(element, first);
	}
}

/** The smallest number that none of the elements has. */
export function freeNumber(taken: readonly number[], from: number): number {
	let free = from;
	while (taken.includes(free)) free++;
	return free;
}

/** Where something is, for a message that points at another place. */
export function at(path: Path): string {
	return renderPath(path);
}
