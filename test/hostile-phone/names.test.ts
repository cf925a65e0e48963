/** The system's own questions and sheets through the accessibility port, which is the user's and no app's: what a finger may do there, a name may do, and no more. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OWNER_SYSTEM, SURFACE_SHEET, SYSTEM_ACTION_APPS } from '../../abi/accessibility.ts';
import { EVENT_ACTIVATE } from '../../interfaces/display/events.ts';
import { GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { EDIT_TEXT } from '../../interfaces/display/look.ts';
import { NODE_ACTION_PRESS, NODE_BYTES, NODE_NAME, NODE_ROLE, ROLE_BUTTON } from '../../interfaces/display/nodes.ts';
import { CAPABILITY_CAMERA, GRANT_ASK } from '../../interfaces/permissions/capabilities.ts';
import { ANSWER_PROMPT, ANSWER_TYPE, BADGE_KEYBOARD, BADGE_POWERBOX } from '../../interfaces/trusted/answers.ts';
import { nodeRequest, systemRequest, type TreeNode } from '../../tools/phone/tree.ts';
import { APP, ARMING, DESCRIBE, EDIT, KEYBOARD, PERMISSIONS, SHEET, TrustedStage } from './trusted.ts';

const KEY = 'k';
/** Longer than trees are apart. */
const TREE = 300;

/** A node of that name, as a client says it. */
function named(name: string): Uint8Array<ArrayBuffer> {
	const node = new Uint8Array(NODE_BYTES);
	node[NODE_ROLE] = ROLE_BUTTON;
	node.set(new TextEncoder().encode(name), NODE_NAME);
	return node;
}

function nodesOf(stage: TrustedStage, name: string): TreeNode[] {
	stage.advance(TREE);
	return stage.tree?.nodes.filter((node) => node.name === name) ?? [];
}

function press(stage: TrustedStage, node: TreeNode): void {
	stage.send(nodeRequest(node, NODE_ACTION_PRESS, stage.tree?.serial ?? 0));
}

/** The ordinary keyboard is up, and has one key. */
function typing(): TrustedStage {
	const stage = TrustedStage.withApp();
	stage.call(APP, EDIT, [EDIT_TEXT]);
	assert.equal(stage.call(KEYBOARD, SHEET, [APP, 1]), 0);
	stage.rest();
	assert.equal(stage.call(BADGE_KEYBOARD, DESCRIBE, [0], named(KEY)), 0);
	stage.events(BADGE_KEYBOARD);
	return stage;
}

describe('a sheet', () => {
	test('has its keys in the tree, as the system’s, and they reach its owner alone', () => {
		const stage = typing();
		const [key] = nodesOf(stage, KEY);
		assert.ok(key !== undefined);
		assert.deepEqual([key.owner, key.surface], [OWNER_SYSTEM, SURFACE_SHEET]);
		stage.events(APP);
		press(stage, key);
		assert.deepEqual(
			stage.events(BADGE_KEYBOARD).map(({ kind }) => kind),
			[EVENT_ACTIVATE],
		);
		assert.deepEqual(stage.events(APP), []);
	});

	test('is described by its owner alone', () => {
		const stage = typing();
		stage.call(BADGE_POWERBOX, DESCRIBE, [0], named('p'));
		stage.call(APP, DESCRIBE, [SURFACE_SHEET], named('p'));
		assert.deepEqual(
			nodesOf(stage, 'p').filter(({ owner }) => owner === OWNER_SYSTEM),
			[],
		);
		assert.equal(nodesOf(stage, KEY).length, 1);
	});

	test('has no keys while something lies over it', () => {
		const stage = typing();
		const [key] = nodesOf(stage, KEY);
		assert.ok(key !== undefined);
		stage.prompt(CAPABILITY_CAMERA);
		assert.deepEqual(nodesOf(stage, KEY), []);
		stage.events(BADGE_KEYBOARD);
		press(stage, key);
		assert.ok(!stage.events(BADGE_KEYBOARD).some(({ kind }) => kind === EVENT_ACTIVATE));
	});
});

describe('a question', () => {
	test('is answered by name, and not before a second; the app under it cannot be acted on', () => {
		const stage = TrustedStage.withApp();
		assert.equal(stage.call(APP, DESCRIBE, [0], named('Continue')), 0);
		stage.prompt(CAPABILITY_CAMERA);
		const [early] = nodesOf(stage, "Don't allow");
		assert.ok(early !== undefined);
		assert.deepEqual(nodesOf(stage, 'Continue'), []);
		press(stage, early);
		const answers = () => stage.told(PERMISSIONS).filter(({ kind }) => kind === ANSWER_PROMPT);
		assert.deepEqual(answers(), []);
		stage.advance(ARMING);
		const [armed] = nodesOf(stage, "Don't allow");
		assert.ok(armed !== undefined);
		press(stage, armed);
		assert.deepEqual(
			answers().map(({ app, value }) => [app, value]),
			[[APP, GRANT_ASK]],
		);
	});
});

describe('the keyboard for a secret', () => {
	test('comes by name as by the swipe: only after the sign-in gadget, for that app', () => {
		const stage = TrustedStage.withApp();
		stage.send(systemRequest(SYSTEM_ACTION_APPS));
		stage.rest();
		assert.deepEqual(stage.told(KEYBOARD), []);
		const other = TrustedStage.withApp();
		other.gadget(0, GADGET_SIGN_IN, 100, 300, 200, 60);
		other.advance(1000);
		other.quickTap(200, 362);
		other.told(KEYBOARD);
		other.send(systemRequest(SYSTEM_ACTION_APPS));
		other.rest();
		assert.deepEqual(other.told(KEYBOARD), [{ kind: ANSWER_TYPE, app: APP, what: EDIT_TEXT, value: 1 }]);
	});
});
