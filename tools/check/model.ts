/** The system as a graph: what the description says, with queues taken apart into regions, mappings and signals. */

import {
	type ComponentDescription,
	type FlowDescription,
	type GateDescription,
	type GrantDescription,
	type HolderDescription,
	PAGE,
	type QueueDescription,
	type QueueEndDescription,
	type RegionDescription,
	type SignalDescription,
	type SystemDescription,
} from './description.ts';
import type { Path } from './report.ts';

export type RegionRight = 'read' | 'write';

/** A region as memory of a component. */
export interface MapEdge {
	readonly component: string;
	readonly as: string;
	readonly region: string;
	readonly rights: readonly RegionRight[];
	readonly path: Path;
}

/** A caller and whom it may call. */
export interface GateEdge {
	readonly from: HolderDescription;
	readonly to: string;
	readonly badge: number;
	/** It is called in activations of the caller's own only. */
	readonly apart: boolean;
	readonly rights: readonly ('copy' | 'transfer')[];
	/** Bytes of storage. */
	readonly quota: number;
	readonly path: Path;
}

/** Who may raise which bit of whom. */
export interface SignalEdge {
	readonly from: HolderDescription;
	readonly to: string;
	readonly bit: number;
	readonly rights: readonly ('copy' | 'transfer')[];
	readonly path: Path;
}

/** A capability that the component's manifest names, and what fills it. */
export interface Filling {
	readonly component: string;
	readonly as: string;
	readonly path: Path;
}

export interface Model {
	readonly description: SystemDescription;
	readonly components: ReadonlyMap<string, ComponentDescription>;
	/** Those of queues included. */
	readonly regions: ReadonlyMap<string, RegionDescription>;
	readonly maps: readonly MapEdge[];
	readonly gates: readonly GateEdge[];
	readonly signals: readonly SignalEdge[];
	readonly grants: readonly GrantDescription[];
	readonly flows: readonly FlowDescription[];
	readonly fillings: readonly Filling[];
	/** Names of regions that two queues, or a queue and a region, both want. */
	readonly regionClashes: readonly { readonly name: string; readonly path: Path }[];
}

export function buildModel(description: SystemDescription): Model {
	const { channels } = description;
	const queues = channels.filter((channel): channel is QueueDescription => channel.kind === 'queue');
	const regions = new Map(description.regions);
	const regionClashes: { name: string; path: Path }[] = [];
	for (const queue of queues) {
		if (regions.has(queue.name)) regionClashes.push({ name: queue.name, path: [...queue.path, 'name'] });
		else regions.set(queue.name, queueRegion(queue));
	}
	const gates = channels.filter((channel): channel is GateDescription => channel.kind === 'gate');
	const plain = channels.filter((channel): channel is SignalDescription => channel.kind === 'signal');
	const signals: SignalEdge[] = [...plain, ...queues.flatMap(queueSignals)];
	const holders = [...gates, ...signals].map((channel) => channel.from);
	return {
		description,
		components: description.components,
		regions,
		maps: [...[...description.regions].flatMap(regionMaps), ...queues.flatMap(queueMaps)],
		gates,
		signals,
		grants: description.grants,
		flows: description.flows,
		fillings: [...holders, ...description.grants.map((grant) => grant.to)],
		regionClashes,
	};
}

function regionMaps([region, { maps }]: readonly [string, RegionDescription]): MapEdge[] {
	return maps.map((map) => ({ ...map, region }));
}

function queueRegion({ size, path }: QueueDescription): RegionDescription {
	return {
		size,
		account: undefined,
		label: undefined,
		device: undefined,
		shared: undefined,
		roster: undefined,
		contents: undefined,
		maps: [],
		path,
	};
}

/** Both sides write: the producer entries and its index, the consumer its own index. */
function queueMaps({ name, producer, consumer }: QueueDescription): MapEdge[] {
	return [producer, consumer].map((side) => ({
		component: side.component,
		as: side.region,
		region: name,
		rights: ['read', 'write'],
		path: side.path,
	}));
}

function queueSignals({ producer, consumer }: QueueDescription): SignalEdge[] {
	return [signalBetween(producer, consumer), signalBetween(consumer, producer)];
}

function signalBetween(from: QueueEndDescription, to: QueueEndDescription): SignalEdge {
	const holder = { component: from.component, as: from.signal, path: from.path };
	return { from: holder, to: to.component, bit: to.bit, rights: [], path: to.path };
}

/** Whether a region is part of the boot image: made by the builder, never written. */
export function isTable({ roster, contents }: RegionDescription): boolean {
	return roster !== undefined || contents !== undefined;
}

/** What such a region is, for messages. */
export function tableWord({ roster }: RegionDescription): string {
	return roster === undefined ? 'a file' : 'a roster';
}

/** 4 KiB pages of a region that the system makes. NaN when the size is missing or wrong. */
export function regionPages(region: RegionDescription): number {
	return region.size === undefined ? Number.NaN : Math.ceil(region.size / PAGE);
}
