/** Draws the graph as SVG: components in rows by priority, the highest on top, so that every call goes upwards. */

import type { GraphEdge, GraphNode, SystemGraph } from './graph.ts';

/** Pixels. */
const BOX = { width: 168, height: 52 };
const GAP = { across: 56, down: 72 };
const MARGIN = 32;

interface Placed extends GraphNode {
	readonly x: number;
	readonly y: number;
}

const COLOURS: Readonly<Record<GraphEdge['kind'], string>> = {
	call: '#1f4e79',
	signal: '#2e7d4f',
	map: '#7a7a7a',
	fault: '#b3261e',
	grant: '#8a5a00',
};
const DASHES: Readonly<Record<GraphEdge['kind'], string>> = {
	call: '',
	signal: '6 4',
	map: '2 3',
	fault: '8 3 2 3',
	grant: '1 4',
};
const FILLS: Readonly<Record<GraphNode['kind'], string>> = {
	component: '#eef4fa',
	region: '#f6f3ea',
	device: '#f3ecf6',
};

export function drawSvg({ name, nodes, edges }: SystemGraph): string {
	const placed = place(nodes);
	const width = Math.max(...placed.map((node) => node.x + BOX.width), 4 * BOX.width) + MARGIN;
	const height = Math.max(0, ...placed.map((node) => node.y + BOX.height)) + MARGIN + 24;
	const byName = new Map(placed.map((node) => [node.name, node]));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
		`<title>${escapeXml(`The system ${name}`)}</title>`,
		markers(),
		...edges.map((edge, index) => drawEdge(edge, index, byName)),
		...placed.map(drawNode),
		legend(height - 16),
		'</svg>',
		'',
	].join('\n');
}

/** One row for each rank, each row centred. */
function place(nodes: readonly GraphNode[]): Placed[] {
	const ranks = [...new Set(nodes.map((node) => node.rank))].sort((left, right) => right - left);
	const rows = ranks.map((rank) => nodes.filter((node) => node.rank === rank));
	const widest = Math.max(0, ...rows.map((row) => row.length));
	return rows.flatMap((row, index) => {
		const indent = ((widest - row.length) * (BOX.width + GAP.across)) / 2 + (index % 2) * (GAP.across / 2);
		return row.map((node, column) => ({
			...node,
			x: MARGIN + indent + column * (BOX.width + GAP.across),
			y: MARGIN + index * (BOX.height + GAP.down),
		}));
	});
}

function drawNode({ name, kind, detail, label, x, y }: Placed): string {
	const middle = x + BOX.width / 2;
	const title = name.replace(/^region:/, '') + (label === '' ? '' : ` [${label}]`);
	const corner = kind === 'component' ? 6 : 18;
	return [
		`<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${corner}" fill="${FILLS[kind]}" stroke="#444"/>`,
		`<text x="${middle}" y="${y + 22}" text-anchor="middle" font-weight="bold">${escapeXml(title)}</text>`,
		`<text x="${middle}" y="${y + 40}" text-anchor="middle" fill="#555">${escapeXml(detail)}</text>`,
	].join('\n');
}

/** A curve between the facing sides; edges between the same nodes fan out. */
function drawEdge({ from, to, kind, text }: GraphEdge, index: number, nodes: ReadonlyMap<string, Placed>): string {
	const [source, target] = [nodes.get(from), nodes.get(to)];
	if (source === undefined || target === undefined) return '';
	const up = target.y <= source.y;
	const spread = ((index % 5) - 2) * 14;
	const start = { x: source.x + BOX.width / 2 + spread, y: source.y + (up ? 0 : BOX.height) };
	const end = { x: target.x + BOX.width / 2 + spread, y: target.y + (up ? BOX.height : 0) };
	const bend = (up ? -1 : 1) * (GAP.down / 2);
	const curve = `M${start.x} ${start.y} C${start.x} ${start.y + bend} ${end.x} ${end.y - bend} ${end.x} ${end.y}`;
	const arrow = kind === 'map' ? '' : ` marker-end="url(#${kind})"`;
	const dash = DASHES[kind] === '' ? '' : ` stroke-dasharray="${DASHES[kind]}"`;
	const [x, y] = [(start.x + end.x) / 2 + 4, (start.y + end.y) / 2 + spread / 2];
	return [
		`<path d="${curve}" fill="none" stroke="${COLOURS[kind]}" stroke-width="1.5"${dash}${arrow}/>`,
		`<text x="${x}" y="${y}" fill="${COLOURS[kind]}" font-size="10">${escapeXml(text)}</text>`,
	].join('\n');
}

function markers(): string {
	const kinds = Object.entries(COLOURS).map(
		([kind, colour]) =>
			`<marker id="${kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`,
	);
	return `<defs>${kinds.join('')}</defs>`;
}

function legend(y: number): string {
	const names: Readonly<Record<GraphEdge['kind'], string>> = {
		call: 'may call',
		signal: 'may signal',
		map: 'works on',
		fault: 'faults go to',
		grant: 'holds',
	};
	const entries = Object.entries(names) as [GraphEdge['kind'], string][];
	return entries
		.map(([kind, name], index) => {
			const x = MARGIN + index * 120;
			const dash = DASHES[kind] === '' ? '' : ` stroke-dasharray="${DASHES[kind]}"`;
			const line = `<path d="M${x} ${y - 4}h24" stroke="${COLOURS[kind]}" stroke-width="1.5"${dash}/>`;
			return `${line}<text x="${x + 30}" y="${y}" fill="${COLOURS[kind]}">${name}</text>`;
		})
		.join('\n');
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
