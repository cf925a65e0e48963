/** Quotas: what the parts of an account take, against what it has. */

import { CPU_FREE, cpuShare, SLOTS_FREE } from '../../image/boot.ts';
import { PAGE_BYTES, regionFootprint, smallestComponent } from '../../image/footprint.ts';
import type { AccountDescription } from '../description.ts';
import { type Model, regionPages } from '../model.ts';
import type { Path, Report } from '../report.ts';
import { share, size } from '../words.ts';
import { cycles } from './cycles.ts';
import { at, unique } from './names.ts';

/** Who lives directly on an account; `undefined` is the root. */
interface Members {
	readonly components: readonly string[];
	readonly regions: readonly string[];
	readonly children: readonly string[];
}

export function checkAccounts(model: Model, report: Report): void {
	const { accounts, memory } = model.description;
	checkParents(accounts, report);
	checkRows(accounts, report);
	for (const [name, account] of accounts) {
		const members = membersOf(model, name);
		const place = (property: string): Path => [...account.path, property];
		compare(report, place('cpu'), `account '${name}'`, 'CPU', cpuOf(model, members), account.cpu, share, 'cpu');
		compare(
			report,
			place('slots'),
			`account '${name}'`,
			'capability slots',
			slotsOf(model, members),
			account.slots,
			String,
			'slots',
		);
		compare(
			report,
			place('memory'),
			`account '${name}'`,
			'memory',
			memoryOf(model, members),
			account.memory,
			size,
			'memory',
		);
		checkCeilings(model, report, name, account, members);
	}
	const root = membersOf(model, undefined);
	compare(report, ['components'], 'the machine (init keeps 5 %)', 'CPU', cpuOf(model, root), CPU_FREE, share);
	compare(report, ['components'], 'the machine', 'capability slots', slotsOf(model, root), SLOTS_FREE, String);
	if (memory !== undefined)
		compare(report, ['memory'], 'the system', 'memory', memoryOf(model, root), memory, size, 'memory');
}

function membersOf({ components, regions, description }: Model, account: string | undefined): Members {
	return {
		components: [...components].filter(([, component]) => component.account === account).map(([name]) => name),
		regions: [...regions].filter(([, region]) => region.account === account).map(([name]) => name),
		children: [...description.accounts].filter(([, child]) => child.parent === account).map(([name]) => name),
	};
}

/** Sums that meet a NaN stay NaN and compare as fitting: what is wrong there was already reported. */
function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function cpuOf({ components, description }: Model, members: Members): number {
	const own = members.components.map((name) => {
		const component = components.get(name);
		return component === undefined ? 0 : cpuShare(component.budget, component.period);
	});
	return sum([...own, ...members.children.map((name) => description.accounts.get(name)?.cpu ?? 0)]);
}

function slotsOf({ components, description }: Model, members: Members): number {
	const own = members.components.map((name) => components.get(name)?.slots ?? 0);
	return sum([...own, ...members.children.map((name) => description.accounts.get(name)?.slots ?? 0)]);
}

function memoryOf(model: Model, members: Members): number {
	const regions = members.regions.map((name) => {
		const region = model.regions.get(name);
		if (region === undefined || region.device !== undefined || region.roster !== undefined) return 0;
		return regionFootprint(regionPages(region)) * PAGE_BYTES;
	});
	const children = members.children.map((name) => model.description.accounts.get(name)?.memory ?? 0);
	return sum([...members.components.map(() => smallestComponent() * PAGE_BYTES), ...regions, ...children]);
}

function compare(
	report: Report,
	path: Path,
	who: string,
	what: string,
	needed: number,
	available: number,
	unit: (amount: number) => string,
	property?: string,
): void {
	if (!(needed > available)) return;
	const missing = unit(needed - available);
	const advice =
		property === undefined ? 'shrink some of them' : `raise ${property} to at least ${needed}, or shrink some of them`;
	report.error(
		path,
		`${who} has ${unit(available)} of ${what}, but its members take ${unit(needed)}: ${missing} too much; ${advice}`,
	);
}

function checkCeilings(
	model: Model,
	report: Report,
	name: string,
	{ ceiling }: AccountDescription,
	members: Members,
): void {
	for (const member of members.components) {
		const component = model.components.get(member);
		if (component === undefined || !(component.priority > ceiling)) continue;
		report.error(
			[...component.path, 'priority'],
			`'${member}' has priority ${component.priority}, but its account '${name}' allows at most ${ceiling}; lower it, or raise the account's ceiling`,
		);
	}
	for (const child of members.children) {
		const account = model.description.accounts.get(child);
		if (account === undefined || !(account.ceiling > ceiling)) continue;
		report.error(
			[...account.path, 'ceiling'],
			`account '${child}' allows priority ${account.ceiling}, but its parent '${name}' only ${ceiling}; lower it to at most ${ceiling}`,
		);
	}
}

function checkParents(accounts: ReadonlyMap<string, AccountDescription>, report: Report): void {
	const edges = [...accounts].map(([name, { parent, path }]) => ({ name, parent: parent ?? '', path }));
	for (const circle of cycles(
		edges,
		(edge) => edge.name,
		(edge) => edge.parent,
	)) {
		const [first] = circle;
		if (first === undefined) continue;
		const route = [...circle.map((edge) => edge.name), first.name].join(' -> ');
		report.error(
			[...first.path, 'parent'],
			`the accounts ${route} are parts of each other; take 'parent' away from one of them`,
		);
	}
}

/** A row has one owner. */
function checkRows(accounts: ReadonlyMap<string, AccountDescription>, report: Report): void {
	const kinds = ['processes', 'accounts', 'regions', 'grants'] as const;
	for (const kind of kinds) {
		const rows = [...accounts].flatMap(([name, { rows: owned, path }]) =>
			(owned?.[kind] ?? []).map((row) => ({ name, row, path: [...path, 'rows', kind] })),
		);
		unique(
			rows,
			(entry) => entry.row,
			(entry, first) =>
				report.error(
					entry.path,
					`row ${entry.row} of ${kind} is already given to account '${first.name}' (${at(first.path)}); a row has one owner`,
				),
		);
	}
}
