/**
 * Draws the graph as SVG. Components stand in one column, the highest priority on top; whatever goes between them bows out on the
 * left, so every call goes upwards. Regions stand in a second column, level with the first component that uses them.
 */

import type { GraphEdge, GraphNode, SystemGraph } from './graph.ts';

/** Pixels. */
const BOX = { width: 190, height: 56 };
const ROW = 92;
const MARGIN = 24;
const COLUMN_GAP = 200;
/** How far an edge bows out: at least, and more for each row that it passes. */
const BOW = { least: 64, step: 44 };
const LEGEND = 44;
const LEGEND_ENTRY = 120;

const COLOURS: Readonly<Record<GraphEdge['kind'], string>> = {
	call: '#1f4e79',
	signal: '#2e7d4f',
	map: '#6b6b6b',
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
const NAMES: Readonly<Record<GraphEdge['kind'], string>> = {
	call: 'may call',
	signal: 'may signal',
	map: 'works on',
	fault: 'faults go to',
	grant: 'holds',
};
const FILLS: Readonly<Record<GraphNode['kind'], string>> = {
	component: '#eef4fa',
	region: '#f6f3ea',
	device: '#f3ecf6',
};

interface Placed extends GraphNode {
	readonly row: number;
	readonly x: number;
	readonly y: number;
}

/** An edge whose two ends are drawn. */
interface Drawn extends GraphEdge {
	readonly source: Placed;
	readonly target: Placed;
}

export function drawSvg({ name, nodes, edges }: SystemGraph): string {
	const components = nodes.filter((node) => node.kind === 'component');
	const left = MARGIN + bow(Math.max(1, components.length - 1));
	const placed = new Map([...placeComponents(components, left), ...placeRegions(nodes, components, left)]);
	const drawn = edges.flatMap((edge): Drawn[] => {
		const [source, target] = [placed.get(edge.from), placed.get(edge.to)];
		return source === undefined || target === undefined ? [] : [{ ...edge, source, target }];
	});
	const width = Math.max(left + 2 * BOX.width + COLUMN_GAP, 5 * LEGEND_ENTRY) + MARGIN;
	const height = Math.max(0, ...[...placed.values()].map((node) => node.y + BOX.height)) + LEGEND;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
		`<title>${escapeXml(`The system ${name}`)}</title>`,
		`<rect width="${width}" height="${height}" fill="white"/>`,
		`<defs>${(Object.keys(COLOURS) as GraphEdge['kind'][]).map(marker).join('')}</defs>`,
		...drawn.map((edge) => drawEdge(edge, drawn)),
		...[...placed.values()].map(drawNode),
		...(Object.keys(NAMES) as GraphEdge['kind'][]).map((kind, index) => legend(kind, index, height - MARGIN / 2)),
		'</svg>',
		'',
	].join('\n');
}

function bow(rows: number): number {
	return BOW.least + BOW.step * rows;
}

function placeComponents(components: readonly GraphNode[], x: number): [string, Placed][] {
	const ordered = components.toSorted((one, other) => other.rank - one.rank);
	return ordered.map((node, row) => [node.name, { ...node, row, x, y: MARGIN + row * ROW }]);
}

/** Each region takes the first free row from that of its highest user down. */
function placeRegions(nodes: readonly GraphNode[], components: readonly GraphNode[], left: number): [string, Placed][] {
	const taken = new Set<number>();
	return nodes
		.filter((node) => node.kind !== 'component')
		.map((node) => {
			let row = components.filter((component) => component.rank > node.rank + 1).length;
			while (taken.has(row)) row++;
			taken.add(row);
			return [node.name, { ...node, row, x: left + BOX.width + COLUMN_GAP, y: MARGIN + row * ROW }];
		});
}

/** Spreads the edges that meet at one side of a box over its height. */
function port(node: Placed, edge: Drawn, all: readonly Drawn[]): number {
	const toRegion = isToRegion(edge);
	const here = all.filter(
		(other) => (other.source === node || other.target === node) && isToRegion(other) === toRegion,
	);
	return node.y + (BOX.height * (here.indexOf(edge) + 1)) / (here.length + 1);
}

function isToRegion({ target }: Drawn): boolean {
	return target.kind !== 'component';
}

function drawEdge(edge: Drawn, all: readonly Drawn[]): string {
	const { source, target, kind, text } = edge;
	const [start, end] = [port(source, edge, all), port(target, edge, all)];
	const middle = (start + end) / 2;
	const style = `fill="none" stroke="${COLOURS[kind]}" stroke-width="1.5"${dashes(kind)}`;
	const arrow = kind === 'map' ? '' : ` marker-end="url(#${kind})"`;
	if (isToRegion(edge)) {
		const [from, to] = [source.x + BOX.width, target.x];
		const half = (from + to) / 2;
		const curve = `M${from} ${start} C${half} ${start} ${half} ${end} ${to} ${end}`;
		return `<path d="${curve}" ${style}${arrow}/>\n${label(half, middle - 4, 'middle', kind, text)}`;
	}
	const out = source.x - bow(Math.abs(source.row - target.row)) * (4 / 3);
	const curve = `M${source.x} ${start} C${out} ${start} ${out} ${end} ${target.x} ${end}`;
	const furthest = source.x - (source.x - out) * 0.75;
	return `<path d="${curve}" ${style}${arrow}/>\n${label(furthest + 4, middle + 4, 'start', kind, text)}`;
}

function label(x: number, y: number, anchor: string, kind: GraphEdge['kind'], text: string): string {
	const halo = 'stroke="white" stroke-width="3" paint-order="stroke"';
	return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="10" fill="${COLOURS[kind]}" ${halo}>${escapeXml(text)}</text>`;
}

function drawNode({ name, kind, detail, label: sensitivity, x, y }: Placed): string {
	const middle = x + BOX.width / 2;
	const title = name.replace(/^region:/, '') + (sensitivity === '' ? '' : ` [${sensitivity}]`);
	const corner = kind === 'component' ? 6 : 20;
	return [
		`<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="${corner}" fill="${FILLS[kind]}" stroke="#444"/>`,
		`<text x="${middle}" y="${y + 24}" text-anchor="middle" font-weight="bold">${escapeXml(title)}</text>`,
		`<text x="${middle}" y="${y + 43}" text-anchor="middle" fill="#555">${escapeXml(detail)}</text>`,
	].join('\n');
}

function marker(kind: GraphEdge['kind']): string {
	const shape = `<path d="M0 0L8 4L0 8z" fill="${COLOURS[kind]}"/>`;
	return `<marker id="${kind}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">${shape}</marker>`;
}

function legend(kind: GraphEdge['kind'], index: number, y: number): string {
	const x = MARGIN + index * LEGEND_ENTRY;
	const sample = `<path d="M${x} ${y - 4}h24" stroke="${COLOURS[kind]}" stroke-width="1.5"${dashes(kind)}/>`;
	return `${sample}<text x="${x + 30}" y="${y}" font-size="12" fill="${COLOURS[kind]}">${NAMES[kind]}</text>`;
}

function dashes(kind: GraphEdge['kind']): string {
	return DASHES[kind] === '' ? '' : ` stroke-dasharray="${DASHES[kind]}"`;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
