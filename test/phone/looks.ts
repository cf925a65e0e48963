/**
 * What is looked at on the way through the flows, and golden pictures of it. What depends on the time of day, on how fast a machine is, or on what it has printed, is left
 * out of the comparison, where the semantics tree says that it stands.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { OWNER_SYSTEM, ROLE_GROUP, SCENE_HOME, SCENE_PROMPT, SCENE_XRAY } from '../../abi/accessibility.ts';
import { STATE_DISABLED } from '../../interfaces/display/nodes.ts';
import type { Picture } from '../../tools/phone/phone.ts';
import { differingPixels, readPicture, writePicture } from '../../tools/phone/picture.ts';
import type { Tree, TreeNode } from '../../tools/phone/tree.ts';
import { goldenFile, wrongFile } from './golden.ts';

/** Folder of the golden pictures. */
export const FLOWS_GOLDEN = 'flows';
/** Times, codes, shares and sizes that are measured, and how long ago something was. */
const VARIES = /\d\d:\d\d|\d{3} \d{3}|seconds left|\d ?%|KiB|\bago\b|\d m?s\b|just now/;
/** What the newest line of the log is depends on the machine. */
const LOG = 'Log';
const QUESTION = 'System question';
/** Points. */
const STRIP = 32;
/** Points: the sign that fills while a button of a prompt is not armed, from its right end. */
const SIGN = { right: 44, width: 32 };

/** Points between two lines of a label, and more. */
const LINE_GAP = 4;

interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** The way on which golden pictures are made: exactly, with a finger. */
export const MADE = 'taps';

/** Compares a picture with the golden one of that name; where they are made, GOLDEN=1 writes it anew. */
export function compareLook(way: string, name: string, picture: Picture, tree: Tree): void {
	const file = goldenFile(FLOWS_GOLDEN, name);
	if (process.env.GOLDEN !== undefined && way === MADE) writePicture(file, picture);
	assert.ok(existsSync(file), `there is no golden picture of ${name}: GOLDEN=1 makes it`);
	const left = tree.nodes.flatMap((node) => (way === MADE ? [] : frozen(node, tree)));
	compareWith(file, wrongFile(FLOWS_GOLDEN, `${name}-${way}`), picture, tree, left);
}

/** Compares a picture with a file, but for what is not the same each time, and for the areas that are to be left out; one that is wrong is put into `wrong`. */
export function compareWith(
	file: string,
	wrong: string,
	picture: Picture,
	tree: Tree,
	leftOut: readonly Rectangle[] = [],
): void {
	const areas = [...tree.nodes.flatMap((node) => varying(node, tree)), ...leftOut];
	const differing = differingPixels(without(readPicture(file), areas), without(picture, areas));
	if (differing === 0) return;
	writePicture(wrong, picture);
	assert.fail(`${differing} pixels are not those of ${file}: see ${wrong}`);
}

/** The picture without these areas. */
function without({ width, height, pixels }: Picture, areas: readonly Rectangle[]): Picture {
	const left = Uint8Array.from(pixels);
	for (const area of areas) {
		const end = Math.min(height, area.y + area.height);
		for (let y = Math.max(0, area.y); y < end; y++) {
			left.fill(0, 4 * (y * width + Math.max(0, area.x)), 4 * (y * width + Math.min(width, area.x + area.width)));
		}
	}
	return { width, height, pixels: left };
}

/**
 * What an app shows above a question is as it was at that moment: a button may still be lit by the finger that has pressed it. And how long a picture that was taken counts as
 * a use of the camera, in the strip, is the app's affair.
 */
function frozen({ name, y, width, height, owner }: TreeNode, { scale }: Tree): Rectangle[] {
	if (owner === OWNER_SYSTEM && name === 'System menu') return [{ x: width / 2, y, width: width / 2, height }];
	if (name !== QUESTION) return [];
	return [{ x: 0, y: STRIP * scale, width, height: y - STRIP * scale }];
}

/** The parts of a node that are not the same each time. */
function varying(node: TreeNode, { scene, scale }: Tree): Rectangle[] {
	const { x, y, width, height, role, state, name, text = '' } = node;
	// What varies on a cover can be seen through X-Ray's labels, between their lines as well.
	if (scene === SCENE_XRAY && VARIES.test(name)) return [{ x, y: y - LINE_GAP, width, height: height + 2 * LINE_GAP }];
	if (VARIES.test(`${name}\n${text}`)) return [node];
	if (scene === SCENE_HOME && role === ROLE_GROUP && name === LOG) return [node];
	if (scene === SCENE_PROMPT && (state & STATE_DISABLED) !== 0) {
		return [{ x: x + width - SIGN.right * scale, y, width: SIGN.width * scale, height }];
	}
	return [];
}
