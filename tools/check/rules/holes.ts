/** Holes: every region and capability that a component declares is filled exactly once, with what was declared, and nothing else is. */

import type { ComponentDescription } from '../description.ts';
import type { MapEdge, Model } from '../model.ts';
import type { Report } from '../report.ts';
import { list, suggestion } from '../words.ts';
import { at, unique } from './names.ts';

export function checkHoles(model: Model, report: Report): void {
	for (const [name, component] of model.components) {
		checkRegions(model, report, name, component);
		checkCapabilities(model, report, name, component);
		checkSlots(report, name, component);
	}
	for (const map of model.maps) checkMapping(model, report, map);
	for (const { component, as, path } of model.fillings) {
		const declared = model.components.get(component)?.manifest?.capabilities;
		if (declared === undefined || as === '' || declared.has(as)) continue;
		const hint = suggestion(as, declared.keys());
		report.error([...path, 'as'], `'${component}' does not declare a capability '${as}'${hint}`);
	}
}

function checkRegions(model: Model, report: Report, name: string, { manifest, path }: ComponentDescription): void {
	if (manifest === undefined) return;
	const maps = model.maps.filter((map) => map.component === name);
	for (const [region, { rights }] of manifest.regions) {
		if (manifest.optional.includes(region) || maps.some((map) => map.as === region)) continue;
		const entry = `{ component: '${name}', as: '${region}', rights: [${list(rights).replace(' and ', ', ')}] }`;
		report.error(
			path,
			`'${name}' declares the region '${region}', but nothing is mapped there; add ${entry} to the maps of a region`,
			'key',
		);
	}
	unique(
		maps,
		(map) => map.as,
		(map, first) =>
			report.error(
				map.path,
				`'${name}' already has '${first.region}' mapped as '${map.as}' (${at(first.path)}); a memory holds one region`,
			),
	);
	unique(
		[...manifest.regions],
		([, region]) => region.memory,
		([region, { memory }], [first]) =>
			report.error(
				[...path, 'manifest', 'regions', region],
				`regions '${first}' and '${region}' of '${name}' are both memory ${memory}; give one of them another number`,
			),
	);
}

function checkMapping(model: Model, report: Report, map: MapEdge): void {
	const manifest = model.components.get(map.component)?.manifest;
	if (manifest === undefined || map.as === '') return;
	const declared = manifest.regions.get(map.as);
	if (declared === undefined) {
		const hint = suggestion(map.as, manifest.regions.keys());
		report.error([...map.path, 'as'], `'${map.component}' does not declare a region '${map.as}'${hint}`);
		return;
	}
	const excess = map.rights.filter((right) => !declared.rights.includes(right));
	const lacking = declared.rights.filter((right) => !map.rights.includes(right));
	const place = [...map.path, 'rights'];
	if (!map.rights.includes('read')) {
		report.error(
			place,
			`'${map.component}' cannot have '${map.as}' without 'read': memory is never write-only; add 'read'`,
		);
		return;
	}
	if (excess.length > 0) {
		report.error(
			place,
			`'${map.component}' declares '${map.as}' without ${list(excess)}; take ${list(excess)} out of these rights`,
		);
	}
	if (lacking.length > 0) {
		report.error(
			place,
			`'${map.component}' declares that it needs ${list(lacking)} on '${map.as}'; add ${list(lacking)} to these rights`,
		);
	}
}

function checkCapabilities(model: Model, report: Report, name: string, { manifest, path }: ComponentDescription): void {
	if (manifest === undefined) return;
	const fillings = model.fillings.filter((filling) => filling.component === name);
	for (const capability of manifest.capabilities.keys()) {
		if (manifest.optional.includes(capability) || fillings.some((filling) => filling.as === capability)) continue;
		report.error(
			path,
			`'${name}' declares the capability '${capability}', but nothing provides it; add a channel from or a grant to { component: '${name}', as: '${capability}' }`,
			'key',
		);
	}
	unique(
		fillings,
		(filling) => filling.as,
		(filling, first) =>
			report.error(
				filling.path,
				`'${name}' already gets its capability '${filling.as}' at ${at(first.path)}; a slot holds one capability`,
			),
	);
	unique(
		[...manifest.capabilities],
		([, slot]) => slot,
		([capability, slot], [first]) =>
			report.error(
				[...path, 'manifest', 'capabilities', capability],
				`capabilities '${first}' and '${capability}' of '${name}' are both slot ${slot}; give one of them another number`,
			),
	);
}

function checkSlots(report: Report, name: string, { manifest, slots, path }: ComponentDescription): void {
	if (manifest === undefined) return;
	const highest = Math.max(0, ...[...manifest.capabilities.values()].filter((slot) => !Number.isNaN(slot)));
	if (highest < slots || Number.isNaN(slots)) return;
	report.error(
		[...path, 'slots'],
		`'${name}' expects a capability in slot ${highest}, but its table has slots 1 to ${slots - 1}; write slots: ${highest + 1}`,
	);
}
