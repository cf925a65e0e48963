/** Grants: authority only ever shrinks on its way, and nobody holds more than there is. */

import { GRANT_DEPTH } from '../../../kernel/layout.ts';
import type { GrantDescription } from '../description.ts';
import { isTable, type Model, tableWord } from '../model.ts';
import type { Report } from '../report.ts';
import { list } from '../words.ts';
import { cycles } from './cycles.ts';
import { at, unique } from './names.ts';

type RegionGrant = Extract<GrantDescription, { kind: 'region' }>;
type ControlGrant = Extract<GrantDescription, { kind: 'control' }>;

export function checkAuthority(model: Model, report: Report): void {
	for (const grant of model.grants) checkWorth(report, grant);
	const regionGrants = model.grants.filter((grant): grant is RegionGrant => grant.kind === 'region');
	for (const grant of regionGrants) {
		checkRegion(model, report, grant);
		checkDerivation(regionGrants, report, grant);
	}
	checkCircles(regionGrants, report);
	checkControl(model, report);
}

/** A capability without a right is only a slot used up. */
function checkWorth(report: Report, grant: GrantDescription): void {
	const property = grant.kind === 'control' ? 'control' : 'rights';
	const rights: readonly string[] = grant.kind === 'control' ? grant.control : grant.rights;
	const useful = rights.filter((right) => right !== 'copy' && right !== 'transfer');
	if (useful.length > 0 || grant.to.component === '' || report.concerns([...grant.path, property])) return;
	report.error(
		[...grant.path, property],
		`this gives '${grant.to.component}' a capability that it can do nothing with; add a right, or take the grant away`,
	);
}

function checkRegion(model: Model, report: Report, { region: name, rights, path }: RegionGrant): void {
	const region = model.regions.get(name);
	if (region === undefined || !isTable(region) || !rights.includes('write')) return;
	report.error(
		[...path, 'rights'],
		`'${name}' is ${tableWord(region)}, which nobody may write; take 'write' out of these rights`,
	);
}

/** What is derived from another's capability has at most its rights, and that one must be allowed to hand it on. */
function checkDerivation(grants: readonly RegionGrant[], report: Report, grant: RegionGrant): void {
	const { by, region, rights, path } = grant;
	if (by === undefined || by === '' || by === grant.to.component) return;
	const source = grants.find((other) => other.to.component === by && other.region === region);
	if (source === undefined) {
		report.error(
			[...path, 'by'],
			`'${by}' holds no capability for '${region}' that this could be derived from; grant it one, or take 'by' away`,
		);
		return;
	}
	const excess = rights.filter((right) => !source.rights.includes(right));
	if (excess.length > 0) {
		report.error(
			[...path, 'rights'],
			`'${by}' cannot give ${list(excess)} on '${region}': it has only ${list(source.rights)} itself (${at(source.path)}); take ${list(excess)} out`,
		);
	}
	const carry = (['copy', 'transfer'] as const).filter((right) => !source.rights.includes(right));
	if (carry.length > 0) {
		report.error(
			[...path, 'by'],
			`'${by}' may not hand on its capability for '${region}'; add ${list(carry)} to its rights at ${at(source.path)}`,
		);
	}
	if (depth(grants, grant) > GRANT_DEPTH) {
		report.error(
			[...path, 'by'],
			`the capability for '${region}' is handed on more than ${GRANT_DEPTH} times; derive it from an earlier holder`,
		);
	}
}

/** How many capabilities it is derived from, itself included; 0 when that has no end. */
function depth(grants: readonly RegionGrant[], grant: RegionGrant): number {
	const passed = new Set<RegionGrant>();
	for (let current: RegionGrant | undefined = grant; current !== undefined; ) {
		if (passed.has(current)) return 0;
		passed.add(current);
		const { by, region }: RegionGrant = current;
		current =
			by === undefined ? undefined : grants.find((other) => other.to.component === by && other.region === region);
	}
	return passed.size;
}

function checkCircles(grants: readonly RegionGrant[], report: Report): void {
	for (const region of new Set(grants.map((grant) => grant.region))) {
		const derived = grants.filter((grant) => grant.region === region && grant.by !== undefined);
		for (const circle of cycles(derived, ({ to, by }) => [to.component, by ?? ''])) {
			const [first] = circle;
			if (first === undefined) continue;
			const route = [...circle.map((grant) => grant.to.component), first.to.component].join(' <- ');
			report.error(
				[...first.path, 'by'],
				`the capabilities ${route} for '${region}' are derived from each other; take 'by' away from one of them`,
			);
		}
	}
}

/** Root powers are few: each component has one Control capability with all the powers that it gets. */
function checkControl(model: Model, report: Report): void {
	const control = model.grants.filter((grant) => grant.kind === 'control');
	unique(
		control,
		(grant) => grant.to.component,
		(grant, first) =>
			report.error(
				grant.path,
				`'${grant.to.component}' already has root powers (${at(first.path)}); put all of them into one grant`,
			),
	);
	checkEnd(model, report, control);
}

/** Who may end the system says how it ends, and the other way round. */
function checkEnd(model: Model, report: Report, control: readonly ControlGrant[]): void {
	if (model.components.size === 0) return;
	const ends = control.find((grant) => grant.control.includes('halt'));
	const expected = model.description.expect !== undefined;
	if (ends === undefined && expected)
		report.warn(['grants'], "no component has the power 'halt', so the system never ends and 'expect' is never met");
	if (ends !== undefined && !expected && !report.concerns(['expect']))
		report.error(
			ends.path,
			`'${ends.to.component}' may end the system, but nothing says how it ends; add expect: { exitCode: 0, log: [...] }`,
		);
}
