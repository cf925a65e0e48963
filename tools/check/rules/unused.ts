/** What nothing refers to: not wrong, but rarely meant. */

import type { Model } from '../model.ts';
import type { Report } from '../report.ts';

export function checkUnused(model: Model, report: Report): void {
	unusedAccounts(model, report);
	unusedLabels(model, report);
	idleComponents(model, report);
}

function unusedAccounts({ description, components, regions, grants }: Model, report: Report): void {
	const used = new Set<string | undefined>([
		...[...components.values()].map((component) => component.account),
		...[...regions.values()].map((region) => region.account),
		...[...description.accounts.values()].map((account) => account.parent),
		...grants.map((grant) => (grant.kind === 'account' ? grant.account : undefined)),
	]);
	for (const [name, { path }] of description.accounts) {
		if (!used.has(name))
			report.warn(path, `nobody uses the account '${name}'; what it has is lost to the others`, 'key');
	}
}

function unusedLabels({ description, components, regions }: Model, report: Report): void {
	const things = [...components.values(), ...regions.values()];
	for (const [index, label] of description.labels.entries()) {
		const isDefault = index === 0 && things.some((thing) => thing.label === undefined);
		if (isDefault || things.some((thing) => thing.label === label)) continue;
		report.warn(['labels', index], `nothing has the label '${label}'`);
	}
}

/** A component that nobody can reach and that can reach nobody does nothing that anyone could see. */
function idleComponents({ components, maps, gates, signals, grants }: Model, report: Report): void {
	const connected = new Set([
		...[...gates, ...signals].flatMap((channel) => [channel.from.component, channel.to]),
		...maps.map((map) => map.component),
		...grants.flatMap((grant) =>
			grant.kind === 'process' ? [grant.to.component, grant.process] : [grant.to.component],
		),
	]);
	for (const [name, { path }] of components) {
		if (!connected.has(name))
			report.warn(path, `'${name}' has no channel, region or grant: nothing it does can be seen`, 'key');
	}
}
