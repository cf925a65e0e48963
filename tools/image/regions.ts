/** Shared memory and devices: made, labelled, mapped. */

import { SLOT_ACCOUNT, SLOT_CONTROL, SLOT_IMAGES } from '../../abi/boot.ts';
import { REGION_DEVICE, REGION_MAP } from '../../abi/calls.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import type { RegionDescription } from '../check/description.ts';
import { type MapEdge, type RegionRight, regionPages } from '../check/model.ts';
import { PAGE_BYTES, regionFootprint } from './footprint.ts';
import { labelRegion, type Site } from './layout.ts';
import type { MadeRegion } from './manifest.ts';

/** Slots in which init holds the regions that are granted as capabilities, by name. */
export type RegionSlots = ReadonlyMap<string, number>;

export function buildRegions(site: Site): RegionSlots {
	const { model, write, accounts, dataOf, lineOf } = site;
	const slots = new Map<string, number>();
	for (const [name, region] of model.regions) {
		write.line = lineOf(region.path);
		const data = dataOf.get(name);
		if (data !== undefined) {
			slots.set(name, SLOT_IMAGES + site.images.length + data);
			mapInto(site, name, SLOT_IMAGES + site.images.length + data);
			continue;
		}
		const made = region.device === undefined ? write.region(regionPages(region)) : device(site, region, region.device);
		labelRegion(site, made.row, region.label);
		mapInto(site, name, made.slot);
		write.handOn(made, accounts.slotOf(region.account));
		if (model.grants.some((grant) => grant.kind === 'region' && grant.region === name)) slots.set(name, made.slot);
		else write.drop(made.slot);
	}
	return slots;
}

/** Device memory: only its page tables come out of RAM. */
function device({ write }: Site, region: RegionDescription, address: number): MadeRegion {
	const pages = regionPages(region);
	const made = { row: write.regionRow(), slot: write.slot(), pages };
	const tables = write.extent(regionFootprint(pages) - pages);
	const page = address / PAGE_BYTES;
	write.call(REGION_DEVICE, SLOT_CONTROL, SLOT_ACCOUNT, tables, made.row, page, made.slot | (pages << 16));
	write.prepare(made);
	return made;
}

function mapInto({ model, write, made, lineOf }: Site, name: string, slot: number): void {
	for (const map of model.maps) {
		const process = made.get(map.component);
		const memory = memoryOf(model, map);
		if (map.region !== name || process === undefined || memory === undefined) continue;
		write.line = lineOf(map.path);
		write.call(REGION_MAP, process.slot, slot, memory, regionRights(map.rights));
	}
}

function memoryOf(model: Site['model'], { component, as }: MapEdge): number | undefined {
	return model.components.get(component)?.manifest?.regions.get(as)?.memory;
}

function regionRights(rights: readonly RegionRight[]): number {
	return (rights.includes('read') ? RIGHT_READ : 0) | (rights.includes('write') ? RIGHT_WRITE : 0);
}
