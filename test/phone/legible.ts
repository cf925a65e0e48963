/** What a person with weak eyes or large fingers needs, measured in the pixels of the screen and in the places of targets: text at 4.5:1, targets of 48 points. */
import { OWNER_SYSTEM, ROLE_GROUP, SCENE_PROMPT, SCENE_XRAY, SURFACE_SHEET } from '../../abi/accessibility.ts';
import { ROLE_IMAGE, ROLE_PROGRESS, ROLE_SLIDER, STATE_DISABLED } from '../../interfaces/display/nodes.ts';
import type { Picture } from '../../tools/phone/phone.ts';
import type { Tree, TreeNode } from '../../tools/phone/tree.ts';
import { contrast } from '../graphics/wcag.ts';

/** WCAG 2.2, 1.4.3 for text, 1.4.11 for what is no text. */
const TEXT = 4.5;
const SHAPE = 3;
/** Pixels differ from their ground from here on. */
const SEEN = 1.3;
/** Rows that a line of text has at least, points; lower ones are strokes of a frame. */
const LINE = 7;
/** Points at each side of what can be pressed that are its corners and frame. */
const INSET = 8;
/** Points: what is narrower and stands alone is a sign, such as an owner's mark. */
const SIGN = 16;
/** Points. */
export const TARGET = 48;
const STRIP = 32;
/** A keyboard of ten columns on 390 points: keys without gaps, of which the nearest counts (docs/reference/08-accessibility.md). */
const KEY = { width: 35, height: 48 };
/** What looks like its contents: pictures and colours to choose from. */
const PICTURES = /^Picture|^Viewfinder|^The picture/;
const SWATCHES = /^(Water|Violet|Heather|Rose|Copper|Forest|Lagoon)$/;

/** Large places without words of their own: the strip as a whole, and what a touch beside a page closes. */
const SYSTEM_PLACES = ['System menu', 'Back'];
const APP_PLACES = ['Close'];

/** Colours as 0xBBGGRR, which `contrast` takes. */
type Colours = Uint32Array;

/** What can hardly be read: name, and how much its faintest line has of the contrast that it needs. X-Ray dims what lies under it on purpose; its own words are in no node. */
export function illegible({ width, height, pixels }: Picture, tree: Tree): string[] {
	const colours: Colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
	if (tree.scene === SCENE_XRAY) return [];
	return tree.nodes.flatMap((node) => {
		if (!isRead(node)) return [];
		const isSign = ({ from, to }: Line) => node.name.length > 1 && to - from <= SIGN * tree.scale;
		const needed = (line: Line) => (SWATCHES.test(node.name) || isSign(line) ? SHAPE : TEXT);
		const part = faintestLine(colours, width, cut(node, tree, width, height), tree.scale, needed);
		return part < 1 ? [`${node.name.replaceAll('\n', ' / ')}: ${Math.round(100 * part)} % of its contrast`] : [];
	});
}

/** Whether a node has words or a sign of its own. */
function isRead({ role, state, name, width, height, owner }: TreeNode): boolean {
	if (role === ROLE_IMAGE || role === ROLE_PROGRESS || role === ROLE_SLIDER || (state & STATE_DISABLED) !== 0)
		return false;
	if (name === '' || width === 0 || height === 0 || PICTURES.test(name)) return false;
	return role < ROLE_GROUP && !(owner === OWNER_SYSTEM ? SYSTEM_PLACES : APP_PLACES).includes(name);
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** The node without its corners and frame, as far as it is on the screen. */
function cut({ x, y, width, height, actions, name }: TreeNode, { scale }: Tree, wide: number, high: number): Box {
	// A swatch has no frame, and what it must stand out from is around it.
	const framed = actions !== 0 && !SWATCHES.test(name) && Math.min(width, height) > 4 * INSET * scale;
	const inset = framed ? INSET * scale : 0;
	return {
		left: Math.max(0, x + inset),
		right: Math.min(wide, x + width - inset),
		top: Math.max(0, y + inset),
		bottom: Math.min(high, y + height - inset),
	};
}

/** One row of pixels, or some that follow each other: the contrast of what stands out most, and where that begins and ends. */
interface Line {
	readonly rows: number;
	readonly ratio: number;
	readonly from: number;
	readonly to: number;
}

const NOTHING: Line = { rows: 0, ratio: 1, from: Number.POSITIVE_INFINITY, to: 0 };

/** How much of what it needs the faintest line of a node has: 1 is enough. Lines are rows that follow each other and have more than their ground. */
function faintestLine(
	colours: Colours,
	width: number,
	box: Box,
	scale: number,
	needed: (line: Line) => number,
): number {
	const ground = commonest(colours, width, box);
	const lines: Line[] = [NOTHING];
	for (let row = box.top; row < box.bottom; row++) {
		const line = lineOf(colours.subarray(row * width + box.left, row * width + box.right), ground);
		if (line.ratio >= SEEN) lines.push(join(lines.pop() ?? NOTHING, line));
		else lines.push(NOTHING);
	}
	return Math.min(...lines.filter(({ rows }) => rows >= LINE * scale).map((line) => line.ratio / needed(line)), 1);
}

function join(one: Line, other: Line): Line {
	return {
		rows: one.rows + other.rows,
		ratio: Math.max(one.ratio, other.ratio),
		from: Math.min(one.from, other.from),
		to: Math.max(one.to, other.to),
	};
}

function commonest(colours: Colours, width: number, { left, right, top, bottom }: Box): number {
	const counts = new Map<number, number>();
	for (let row = top; row < bottom; row++) {
		for (const colour of colours.subarray(row * width + left, row * width + right)) {
			counts.set(colour, (counts.get(colour) ?? 0) + 1);
		}
	}
	const [ground = 0] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), [0, 0]);
	return ground & 0xffffff;
}

const ratios = new Map<number, number>();

function lineOf(row: Colours, ground: number): Line {
	let line = NOTHING;
	for (const [x, colour] of row.entries()) {
		const ratio = ratioOf(colour & 0xffffff, ground);
		if (ratio >= SEEN) line = join(line, { rows: 0, ratio, from: x, to: x });
	}
	return { ...line, rows: 1 };
}

function ratioOf(colour: number, ground: number): number {
	const pair = colour * 0x1000000 + ground;
	const known = ratios.get(pair) ?? contrast(colour, ground);
	ratios.set(pair, known);
	return known;
}

/** What can hardly be touched: name and size in points. */
export function tooSmall(tree: Tree): string[] {
	return tree.nodes.flatMap((node) => {
		const { name, width, height, actions, state } = node;
		if (actions === 0 || (state & STATE_DISABLED) !== 0 || width === 0 || height === 0) return [];
		// Cut off by the end of the screen: there is more of it when the page is moved.
		if (node.y + height >= tree.height) return [];
		const least = leastOf(node, tree);
		const small = width < least.width * tree.scale || height < least.height * tree.scale;
		return small ? [`${name}: ${width / tree.scale} x ${height / tree.scale}`] : [];
	});
}

function leastOf({ name, surface, y, owner }: TreeNode, { scene }: Tree): { width: number; height: number } {
	if (owner === OWNER_SYSTEM && y === 0) return { width: TARGET, height: STRIP };
	if (surface === SURFACE_SHEET && /^.$|^[A-Z]{2}$/.test(name)) return KEY;
	return {
		width: TARGET,
		height: scene === SCENE_PROMPT && surface !== SURFACE_SHEET && owner === OWNER_SYSTEM ? 56 : TARGET,
	};
}
