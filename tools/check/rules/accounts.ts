/** Quotas: what the parts of an account take, against what it has. */

import { ACCOUNT_COUNT } from '../../../kernel/layout.ts';
import { CPU_FREE, cpuShare, SLOTS_FREE } from '../../image/boot.ts';
import { componentFootprint, PAGE_BYTES, regionFootprint } from '../../image/footprint.ts';
import type { AccountDescription } from '../description.ts';
import { isTable, type Model, regionPages } from '../model.ts';
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

type Resource = 'cpu' | 'slots' | 'memory';
type Needs = Readonly<Record<Resource, number>>;
const RESOURCES: readonly Resource[] = ['cpu', 'slots', 'memory'];
const AMOUNTS: Readonly<Record<Resource, (amount: number) => string>> = {
	cpu: (amount) => `${share(amount)} of the CPU`,
	slots: (amount) => `${amount} capability slots`,
	memory: (amount) => `${size(amount)} of memory`,
};

export function checkAccounts(model: Model, report: Report): void {
	const { accounts, memory } = model.description;
	checkRows(accounts, report);
	checkCount(model, report);
	// Sums over accounts that contain each other mean nothing.
	if (checkParents(accounts, report)) return;
	for (const [name, account] of accounts) {
		const members = membersOf(model, name);
		const needs = needsOf(model, members);
		for (const resource of RESOURCES) {
			const advice = `raise ${resource} to at least ${needs[resource]}, or shrink some of them`;
			compare(report, [...account.path, resource], `account '${name}'`, resource, needs, account, advice);
		}
		checkCeilings(model, report, name, account, members);
	}
	checkMachine(report, needsOf(model, membersOf(model, undefined)), memory);
}

function checkMachine(report: Report, needs: Needs, memory: number | undefined): void {
	const all = { cpu: CPU_FREE, slots: SLOTS_FREE, memory: memory ?? Number.POSITIVE_INFINITY };
	compare(report, ['components'], 'the machine (init keeps 5 %)', 'cpu', needs, all, 'shrink some of them');
	compare(report, ['components'], 'the machine', 'slots', needs, all, 'shrink some of them');
	const advice = `raise memory to at least ${needs.memory}, or shrink some of them`;
	compare(report, ['memory'], 'the system', 'memory', needs, all, advice);
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
		if (region === undefined || region.device !== undefined || isTable(region)) return 0;
		return regionFootprint(regionPages(region)) * PAGE_BYTES;
	});
	const children = members.children.map((name) => model.description.accounts.get(name)?.memory ?? 0);
	const components = members.components.map((name) => {
		const memoryPages = model.components.get(name)?.manifest?.memoryPages ?? 1;
		return componentFootprint({ memoryPages }, 0) * PAGE_BYTES;
	});
	return sum([...components, ...regions, ...children]);
}

function needsOf(model: Model, members: Members): Needs {
	return { cpu: cpuOf(model, members), slots: slotsOf(model, members), memory: memoryOf(model, members) };
}

function compare(
	report: Report,
	path: Path,
	who: string,
	resource: Resource,
	needs: Needs,
	available: Needs,
	advice: string,
): void {
	if (!(needs[resource] > available[resource])) return;
	const amount = AMOUNTS[resource];
	report.error(
		path,
		`${who} has ${amount(available[resource])}, but its members take ${amount(needs[resource])}; ${advice}`,
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

/** Reports circles; true when there are any. */
function checkParents(accounts: ReadonlyMap<string, AccountDescription>, report: Report): boolean {
	const edges = [...accounts].map(([name, { parent, path }]) => ({ name, parent: parent ?? '', path }));
	const circles = cycles(edges, ({ name, parent }) => [name, parent]);
	for (const circle of circles) {
		const [first] = circle;
		if (first === undefined) continue;
		const route = [...circle.map((edge) => edge.name), first.name].join(' -> ');
		const message = `the accounts ${route} are parts of each other; take 'parent' away from one of them`;
		report.error([...first.path, 'parent'], message);
	}
	return circles.length > 0;
}

/** Accounts of the file and those that components have of their own share the kernel's table. */
function checkCount({ components, description }: Model, report: Report): void {
	const own = [...components.values()].filter((component) => component.account === undefined).length;
	const named = description.accounts.size;
	const reserved = [...description.accounts.values()].reduce((sum, { rows }) => sum + (rows?.accounts.length ?? 0), 0);
	const room = ACCOUNT_COUNT - 1;
	if (own + named + reserved <= room) return;
	report.error(
		['components'],
		`there are ${named} accounts, ${reserved} rows for more, and ${own} components with an account of their own; the kernel has room for ${room}: let components share accounts`,
	);
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
