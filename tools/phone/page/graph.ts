/** The graph of calls: who may call whom, and how much is going on between them now. A call goes upwards, to whoever is trusted more. */
import { BANDS, type CallEdge, type ComponentView } from './view.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const WIDTH = 560;
const NODE_HEIGHT = 26;
const ROW_HEIGHT = 62;
/** Components side by side. */
const ROW_MOST = 5;
const LETTER_WIDTH = 7;
const NODE_PADDING = 20;
/** Calls a second at which a line is as wide as it gets. */
const RATE_MOST = 10_000;
const STROKE_MOST = 4;

interface Place {
	readonly x: number;
	readonly y: number;
}

/** Draws the graph into `svg`, anew. */
export function drawGraph(svg: SVGSVGElement, components: readonly ComponentView[], edges: readonly CallEdge[]): void {
	const { places, height } = layOut(components);
	svg.setAttribute('viewBox', `0 0 ${WIDTH} ${height}`);
	const busy = new Set(edges.filter(({ rate }) => rate > 0).flatMap(({ from, to }) => [from, to]));
	const lines = edges.flatMap((edge) => {
		const [from, to] = [places.get(edge.from), places.get(edge.to)];
		return from === undefined || to === undefined ? [] : [line(from, to, edge.rate)];
	});
	const nodes = components.map((component) => {
		return drawNode(component, places.get(component.row) as Place, busy.has(component.row));
	});
	// Lines that are busy lie above those that are not, nodes above all.
	lines.sort((one, other) => Number(one.classList.contains('busy')) - Number(other.classList.contains('busy')));
	svg.replaceChildren(...lines, ...nodes);
}

/** Rows from the top: drivers, servers, apps, each by priority. */
function layOut(components: readonly ComponentView[]): { places: Map<number, Place>; height: number } {
	const places = new Map<number, Place>();
	let y = ROW_HEIGHT / 2;
	for (const band of BANDS.toReversed()) {
		const members = components.filter((component) => component.band === band);
		for (let first = 0; first < members.length; first += ROW_MOST) {
			const row = members.slice(first, first + ROW_MOST);
			for (const [index, { row: process }] of row.entries()) {
				places.set(process, { x: (WIDTH * (index + 0.5)) / row.length, y });
			}
			y += ROW_HEIGHT;
		}
	}
	return { places, height: y - ROW_HEIGHT / 2 + NODE_HEIGHT };
}

function line(from: Place, to: Place, rate: number): SVGPathElement {
	const path = document.createElementNS(NAMESPACE, 'path');
	path.setAttribute('d', from.y > to.y ? upwards(from, to) : over(from, to));
	path.classList.toggle('busy', rate > 0);
	const width = 1 + (STROKE_MOST - 1) * Math.min(1, Math.log1p(rate) / Math.log1p(RATE_MOST));
	path.setAttribute('stroke-width', width.toFixed(2));
	return path;
}

/** From the top of one to the bottom of another, higher up. */
function upwards(from: Place, to: Place): string {
	const [start, end] = [from.y - NODE_HEIGHT / 2, to.y + NODE_HEIGHT / 2];
	const bend = Math.max(24, (start - end) / 2);
	return `M${from.x} ${start} C${from.x} ${start - bend} ${to.x} ${end + bend} ${to.x} ${end}`;
}

/** From top to top, within a row. */
function over(from: Place, to: Place): string {
	const [start, end] = [from.y - NODE_HEIGHT / 2, to.y - NODE_HEIGHT / 2];
	const top = Math.min(start, end) - NODE_HEIGHT / 2;
	return `M${from.x} ${start} C${from.x} ${top} ${to.x} ${top} ${to.x} ${end}`;
}

function drawNode({ name, failed }: ComponentView, { x, y }: Place, busy: boolean): SVGGElement {
	const group = document.createElementNS(NAMESPACE, 'g');
	group.classList.toggle('busy', busy);
	group.classList.toggle('failed', failed);
	const box = document.createElementNS(NAMESPACE, 'rect');
	const width = name.length * LETTER_WIDTH + NODE_PADDING;
	const sizes = { x: x - width / 2, y: y - NODE_HEIGHT / 2, width, height: NODE_HEIGHT, rx: NODE_HEIGHT / 2 };
	for (const [attribute, value] of Object.entries(sizes)) box.setAttribute(attribute, String(value));
	const text = document.createElementNS(NAMESPACE, 'text');
	text.setAttribute('x', String(x));
	text.setAttribute('y', String(y));
	text.textContent = name;
	group.append(box, text);
	return group;
}
