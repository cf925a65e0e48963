/** What the accessibility port says and does: everything by name, nothing that a finger could not do. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as form from '../../abi/accessibility.ts';
import * as events from '../../interfaces/display/events.ts';
import { NODE_ACTION_PRESS } from '../../interfaces/display/nodes.ts';
import { nodeRequest, systemRequest, type Tree, type TreeNode } from '../../tools/phone/tree.ts';
import { HEIGHT, STRIP, type Stage, WIDTH } from './stage.ts';
import { COLOURS, home, withApps } from './support.ts';

const DESCRIBE = 5;
const NODE_BYTES = 96;
const ROLE_BUTTON = 3;
const TARGET = 48;

function treeOf(stage: Stage): Tree {
	stage.rest();
	assert.ok(stage.tree !== undefined);
	return stage.tree;
}

function named(stage: Stage, name: string): TreeNode {
	const node = treeOf(stage).nodes.find((each) => each.name === name && each.role !== form.ROLE_GROUP);
	assert.ok(
		node !== undefined,
		`there is no '${name}' in ${treeOf(stage)
			.nodes.map((each) => each.name)
			.join(', ')}`,
	);
	return node;
}

function press(stage: Stage, name: string): void {
	stage.send(nodeRequest(named(stage, name), NODE_ACTION_PRESS, treeOf(stage).serial));
	stage.rest();
}

/** An app describes its window as one button, wherever it says. */
function describeAs(
	stage: Stage,
	app: number,
	name: string,
	x: number,
	y: number,
	width: number,
	height: number,
): void {
	const bytes = new Uint8Array(NODE_BYTES);
	const view = new DataView(bytes.buffer);
	view.setUint16(0, 7, true);
	view.setUint8(2, ROLE_BUTTON);
	[x, y, width, height].forEach((value, index) => {
		view.setInt16(4 + 2 * index, value, true);
	});
	view.setUint8(12, 1);
	view.setUint8(13, 255);
	bytes.set(new TextEncoder().encode(name), 16);
	assert.equal(stage.call(app, DESCRIBE, [0], bytes), 0);
}

describe('the tree', () => {
	test('names the scene, and has what it shows', () => {
		const stage = withApps(1);
		const scenes: number[] = [];
		const see = () => scenes.push(treeOf(stage).scene);
		see();
		home(stage);
		see();
		for (const action of [form.SYSTEM_ACTION_APPS, form.SYSTEM_ACTION_MENU, form.SYSTEM_ACTION_EVENTS]) {
			stage.send(systemRequest(action));
			see();
		}
		stage.send(systemRequest(form.SYSTEM_ACTION_LOCK));
		see();
		assert.deepEqual(scenes, [
			form.SCENE_APP,
			form.SCENE_HOME,
			form.SCENE_GRID,
			form.SCENE_MENU,
			form.SCENE_EVENTS,
			form.SCENE_LOCK,
		]);
	});

	test('puts what an app says under its owner, cut to its window', () => {
		const stage = withApps(1);
		describeAs(stage, 0, 'Allow', -100, 700, 5000, 5000);
		const { nodes } = treeOf(stage);
		const at = nodes.findIndex(({ name }) => name === 'Allow');
		const node = nodes[at];
		assert.deepEqual(
			[node?.owner, node?.x, node?.y, node?.width, node?.height],
			[0, 0, STRIP + 700, WIDTH, HEIGHT - STRIP - 700],
		);
		const group = nodes.slice(0, at).findLast(({ role }) => role === form.ROLE_GROUP);
		assert.deepEqual([group?.owner, group?.name], [0, 'Settings']);
	});

	test('has nothing of an app that is not seen', () => {
		const stage = withApps(2);
		describeAs(stage, 0, 'Hidden', 0, 0, 100, 100);
		assert.ok(treeOf(stage).nodes.every(({ owner }) => owner !== 0));
	});

	test('gives every target of the system at least 48 points, but for the strip, which is 32 high', () => {
		const stage = withApps(5);
		home(stage);
		for (const action of [0, form.SYSTEM_ACTION_APPS, form.SYSTEM_ACTION_MENU, form.SYSTEM_ACTION_LOCK]) {
			if (action !== 0) stage.send(systemRequest(action));
			for (const node of treeOf(stage).nodes) {
				if (node.owner !== form.OWNER_SYSTEM || node.actions === 0 || node.y === 0) continue;
				assert.ok(node.width >= TARGET && node.height >= TARGET, `${node.name}: ${node.width} x ${node.height}`);
			}
		}
	});
});

describe('a press by name', () => {
	test('does what a tap does', () => {
		const stage = withApps(2);
		press(stage, 'System menu');
		press(stage, 'Home');
		press(stage, 'Settings');
		assert.deepEqual(stage.calls, [
			[3, 255],
			[3, 0],
		]);
	});

	test('reaches the app in front, and no other', () => {
		const stage = withApps(1);
		describeAs(stage, 0, 'Press me', 0, 0, 100, 100);
		press(stage, 'Press me');
		assert.deepEqual(stage.events(0), [{ kind: events.EVENT_ACTIVATE, first: 7, second: NODE_ACTION_PRESS }]);
		const node = named(stage, 'Press me');
		home(stage);
		stage.events(0);
		stage.send(nodeRequest(node, NODE_ACTION_PRESS, treeOf(stage).serial));
		assert.deepEqual(stage.events(0), []);
	});

	test('on a node of an older tree does nothing', () => {
		const stage = withApps(1);
		const { serial } = treeOf(stage);
		const node = named(stage, 'System menu');
		describeAs(stage, 0, 'Else', 0, 0, 100, 100);
		treeOf(stage);
		stage.send(nodeRequest(node, NODE_ACTION_PRESS, serial));
		assert.equal(treeOf(stage).scene, form.SCENE_APP);
	});

	test('does not unlock by anything but unlocking', () => {
		const stage = withApps(1);
		stage.send(systemRequest(form.SYSTEM_ACTION_LOCK));
		for (const action of [1, 2, 3, 4, 5, 6]) stage.send(systemRequest(action));
		assert.equal(treeOf(stage).scene, form.SCENE_LOCK);
		press(stage, 'Unlock');
		assert.equal(treeOf(stage).scene, form.SCENE_APP);
	});

	test('that is garbage is passed over', () => {
		const stage = withApps(1);
		const scene = treeOf(stage).scene;
		for (let seed = 1; seed < 200; seed++) {
			stage.send(Uint8Array.from({ length: 12 }, (_, index) => Math.imul(seed * 12 + index, 0x9e3779b9) >>> 24));
		}
		assert.equal(treeOf(stage).scene, scene);
	});
});

test('the port says when the screen moves and when it rests', () => {
	const stage = withApps(1);
	stage.rest();
	assert.equal(stage.still, true);
	stage.send(systemRequest(form.SYSTEM_ACTION_HOME));
	stage.advance(100);
	assert.equal(stage.still, false);
	stage.rest();
	assert.equal(stage.still, true);
});

test('a driver of the port that breaks its queues costs the port, nothing else', () => {
	const stage = withApps(1);
	stage.breakPort();
	home(stage);
	assert.notEqual(stage.at(100, 700), COLOURS[0], 'the window has gone');
	stage.tap(100, 150);
	assert.equal(stage.at(100, 700), COLOURS[0], 'the app is in front again');
});
