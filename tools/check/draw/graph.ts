/** The graph of a system, apart from how it is drawn. */

import type { Model } from '../model.ts';

export interface GraphNode {
	readonly name: string;
	readonly kind: 'component' | 'region' | 'device';
	/** Second line: priority of a component, size of a region. */
	readonly detail: string;
	/** Height in the picture: components by priority, regions below their highest user. */
	readonly rank: number;
	readonly label: string;
}

export interface GraphEdge {
	readonly from: string;
	readonly to: string;
	readonly kind: 'call' | 'signal' | 'map' | 'fault' | 'grant';
	readonly text: string;
}

export interface SystemGraph {
	readonly name: string;
	readonly nodes: readonly GraphNode[];
	readonly edges: readonly GraphEdge[];
}

/** Regions are named `region:<name>` in edges, so that a region and a component may have the same name. */
export function systemGraph(model: Model): SystemGraph {
	return {
		name: model.description.name,
		nodes: [...componentNodes(model), ...regionNodes(model)],
		edges: [...channelEdges(model), ...memoryEdges(model), ...faultEdges(model), ...processEdges(model)],
	};
}

function componentNodes({ components, description }: Model): GraphNode[] {
	return [...components].map(([name, { priority, label, account }]) => ({
		name,
		kind: 'component',
		detail: `priority ${priority}${account === undefined ? '' : `, account ${account}`}`,
		rank: priority,
		label: label ?? description.labels[0] ?? '',
	}));
}

function regionNodes({ regions, maps, components, description }: Model): GraphNode[] {
	return [...regions].map(([name, { size, device, roster, contents, label }]) => {
		const users = maps.filter((map) => map.region === name).map((map) => components.get(map.component)?.priority ?? 0);
		const table = roster === undefined ? contents : `roster of ${roster}`;
		const detail = table ?? `${(size ?? 0) / 1024} KiB`;
		return {
			name: `region:${name}`,
			kind: device === undefined ? 'region' : 'device',
			detail,
			rank: Math.max(0, ...users) - 0.5,
			label: label ?? description.labels[0] ?? '',
		};
	});
}

function channelEdges({ gates, signals }: Model): GraphEdge[] {
	return [
		...gates.map(
			({ from, to, badge }): GraphEdge => ({ from: from.component, to, kind: 'call', text: `badge ${badge}` }),
		),
		...signals.map(
			({ from, to, bit }): GraphEdge => ({ from: from.component, to, kind: 'signal', text: `bit ${bit}` }),
		),
	];
}

function memoryEdges({ maps, grants }: Model): GraphEdge[] {
	const mapped = maps.map(
		({ component, region, rights }): GraphEdge => ({
			from: component,
			to: `region:${region}`,
			kind: 'map',
			text: rights.map((right) => right.charAt(0)).join(''),
		}),
	);
	const held = grants.flatMap((grant): GraphEdge[] =>
		grant.kind === 'region'
			? [{ from: grant.to.component, to: `region:${grant.region}`, kind: 'grant', text: grant.rights.join(' ') }]
			: [],
	);
	return [...mapped, ...held];
}

function faultEdges({ components }: Model): GraphEdge[] {
	return [...components].flatMap(([name, { faultHandler }]): GraphEdge[] =>
		faultHandler === undefined
			? []
			: [{ from: name, to: faultHandler.component, kind: 'fault', text: `faults, badge ${faultHandler.badge}` }],
	);
}

function processEdges({ grants }: Model): GraphEdge[] {
	return grants.flatMap((grant): GraphEdge[] =>
		grant.kind === 'process'
			? [{ from: grant.to.component, to: grant.process, kind: 'grant', text: grant.rights.join(' ') }]
			: [],
	);
}
