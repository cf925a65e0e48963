/** What a person with weak eyes or large fingers needs, measured in the pixels of the screen and in the places of targets: text at 4.5:1, targets of 48 points. */
import { OWNER_SYSTEM, SCENE_PROMPT, SURFACE_SHEET } from '../../abi/accessibility.ts';
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
/** Points. */
export const TARGET = 48;
const STRIP = 32;
/** A keyboard of ten columns on 390 points: keys without gaps, of which the nearest counts (docs/reference/08-accessibility.md). */
const KEY = { width: 35, height: 48 };
/** What looks like its contents: pictures and colours to choose from. */
const PICTURES = /^Picture|^Viewfinder|^The picture/;
const SWATCHES = /^(Water|Violet|Heather|Rose|Copper|Forest|Lagoon)$/;

/** Colours as 0xBBGGRR, which `contrast` takes. */
type Colours = Uint32Array;

/** What can hardly be read: name, and contrast of its faintest line. */
export function illegible({ width, height, pixels }: Picture, tree: Tree): string[] {
	const colours: Colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
	return tree.nodes.flatMap((node) => {
		if (!isRead(node)) return [];
		const needed = SWATCHES.test(node.name) ? SHAPE : TEXT;
		const faintest = faintestLine(colours, width, cut(node, tree, width, height), LINE * tree.scale);
		return faintest < needed ? [`${node.name.replaceAll('\n', ' / ')}: ${faintest.toFixed(2)}`] : [];
	});
}

/** Whether a node has words or a sign of its own. */
function isRead({ role, state, name, width, height, owner }: TreeNode): boolean {
	if (role === ROLE_IMAGE || role === ROLE_PROGRESS || role === ROLE_SLIDER || (state & STATE_DISABLED) !== 0)
		return false;
	if (name === '' || width === 0 || height === 0 || PICTURES.test(name)) return false;
	// Groups stand for others; the strip as a whole, and places that a touch closes, show nothing.
	return !(owner === OWNER_SYSTEM && (name === 'System menu' || name === 'Back')) && role < 64;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** The node without its corners and frame, as far as it is on the screen. */
function cut({ x, y, width, height, actions }: TreeNode, { scale }: Tree, wide: number, high: number): Box {
	const inset = actions !== 0 && Math.min(width, height) > 4 * INSET * scale ? INSET * scale : 0;
	return {
		left: Math.max(0, x + inset),
		right: Math.min(wide, x + width - inset),
		top: Math.max(0, y + inset),
		bottom: Math.min(high, y + height - inset),
	};
}

/** The contrast of the line of text that stands out least; lines are rows that follow each other and have more than their ground. */
function faintestLine(colours: Colours, width: number, box: Box, least: number): number {
	const ground = commonest(colours, width, box);
	const ratios = Array.from({ length: Math.max(0, box.bottom - box.top) }, (_, row) => {
		return strongest(colours.subarray((box.top + row) * width + box.left, (box.top + row) * width + box.right), ground);
	});
	const lines: number[][] = [[]];
	for (const ratio of ratios) {
		if (ratio >= SEEN) lines.at(-1)?.push(ratio);
		else if (lines.at(-1)?.length !== 0) lines.push([]);
	}
	return Math.min(
		...lines.filter(({ length }) => length >= least).map((line) => Math.max(...line)),
		Number.POSITIVE_INFINITY,
	);
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

/** The contrast to the ground of the pixel that stands out most. */
function strongest(row: Colours, ground: number): number {
	let most = 1;
	let last = -1;
	for (const colour of row) {
		if (colour === last) continue;
		last = colour;
		most = Math.max(most, ratioOf(colour & 0xffffff, ground));
	}
	return most;
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
