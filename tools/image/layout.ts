/** The order of a system's making: from a judged model to the manifest of one machine. */

import { ROW_IMAGES, SLOT_ACCOUNT, SLOT_CONTROL, SLOT_IMAGES } from '../../abi/boot.ts';
import { FLOW_SET, PROCESS_START, REGION_LABEL } from '../../abi/calls.ts';
import { FLOW_ALL, FLOW_READ } from '../../abi/rights.ts';
import { FLOW_WORDS } from '../check/description.ts';
import type { Model } from '../check/model.ts';
import type { Path } from '../check/report.ts';
import { AccountBuilder } from './accounts.ts';
import { buildAuthority } from './authority.ts';
import { expectDevices } from './expected.ts';
import { ManifestWriter, type Reserved } from './manifest.ts';
import { buildProcess, type Made } from './process.ts';
import { buildRegions } from './regions.ts';
import type { ComponentImage, ImageSizes, Manifest } from './types.ts';

/** What the manifest of a system is computed from. */
export interface Plan {
	readonly model: Model;
	readonly images: readonly ComponentImage[];
	/** Component -> index of its image. */
	readonly imageOf: ReadonlyMap<string, number>;
	/** Region that is part of the boot image -> index of its data. */
	readonly dataOf: ReadonlyMap<string, number>;
	/** Line of the system file where something is written. */
	readonly lineOf: (path: Path) => number;
}

/** What the steps share. */
export interface Site extends Plan {
	readonly write: ManifestWriter;
	readonly sizes: ImageSizes;
	readonly accounts: AccountBuilder;
	/** Component -> its process. */
	readonly made: Map<string, Made>;
}

/** Computes the manifest. Throws TooLargeError when the kernel's tables have no room. */
export function layOut(plan: Plan, sizes: ImageSizes): { manifest: Manifest; processNames: Map<number, string> } {
	const boot = plan.images.length + plan.dataOf.size;
	const write = new ManifestWriter(SLOT_IMAGES + boot, ROW_IMAGES + boot, reservedRows(plan.model));
	const site: Site = { ...plan, write, sizes, accounts: new AccountBuilder(plan, write), made: new Map() };
	if (sizes.hasDeviceTree) expectDevices(site);
	setFlows(site);
	site.accounts.createAll();
	const order = startOrder(plan.model);
	for (const name of order) site.made.set(name, buildProcess(site, name));
	const regions = buildRegions(site);
	buildAuthority(site, regions);
	site.accounts.handOut(sizes);
	startAll(site, order);
	const names = [...site.made].map(([name, { row }]) => [row, name] as const);
	return { manifest: write.finish(), processNames: new Map([[1, 'init'], ...names]) };
}

function reservedRows({ description }: Model): Reserved {
	const rows = [...description.accounts.values()].map((account) => account.rows);
	return {
		processes: rows.flatMap((row) => row?.processes ?? []),
		accounts: rows.flatMap((row) => row?.accounts ?? []),
		regions: rows.flatMap((row) => row?.regions ?? []),
		grants: rows.flatMap((row) => row?.grants ?? []),
	};
}

/** Label 0 is init's and that of code and rosters, which everybody may read; a system's own labels begin at 1. */
function setFlows({ model, write, lineOf }: Site): void {
	const { labels } = model.description;
	for (const [index, label] of labels.entries()) {
		write.line = lineOf(['labels', index]);
		write.call(FLOW_SET, SLOT_CONTROL, index + 1, 0, FLOW_READ);
		write.call(FLOW_SET, SLOT_CONTROL, index + 1, index + 1, FLOW_ALL);
		for (const flow of model.flows) {
			if (flow.from !== label || flow.to === label) continue;
			write.line = lineOf(flow.path);
			const operations = flow.allow.reduce((mask, word) => mask | FLOW_WORDS[word], 0);
			write.call(FLOW_SET, SLOT_CONTROL, index + 1, labels.indexOf(flow.to) + 1, operations);
		}
	}
}

/** Number of a label: 0 when the system has none. */
export function labelNumber(model: Model, label: string | undefined): number {
	const { labels } = model.description;
	if (labels.length === 0) return 0;
	return label === undefined ? 1 : labels.indexOf(label) + 1;
}

/** Labels a region, if the system has labels. */
export function labelRegion({ model, write }: Site, row: number, label: string | undefined): void {
	const number = labelNumber(model, label);
	if (number !== 0) write.call(REGION_LABEL, SLOT_CONTROL, SLOT_ACCOUNT, row, number);
}

/** Servers first, so that nobody calls one that is not there yet. */
function startOrder({ components }: Model): string[] {
	return [...components].toSorted(([, left], [, right]) => right.priority - left.priority).map(([name]) => name);
}

function startAll({ model, write, made, lineOf }: Site, order: readonly string[]): void {
	for (const name of order) {
		const component = model.components.get(name);
		const process = made.get(name);
		if (component === undefined || process === undefined || !component.start) continue;
		write.line = lineOf(component.path);
		write.call(PROCESS_START, process.slot);
	}
}
