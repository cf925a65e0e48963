/**
 * A person on the way through the phone, who finds everything by its name in the semantics tree: with a finger that only taps, or by name alone through the accessibility
 * port. What is looked at on the way is shown to whoever wants to compare it.
 */
import assert from 'node:assert/strict';
import { SURFACE_SHEET } from '../../abi/accessibility.ts';
import { NODE_ACTION_PRESS, STATE_DISABLED, STATE_ON } from '../../interfaces/display/nodes.ts';
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';
import type { Phone, Picture } from '../../tools/phone/phone.ts';
import type { Tree, TreeNode } from '../../tools/phone/tree.ts';

/** How it is done: by taps alone, or by names alone. */
export type Way = 'taps' | 'names';
export type Name = string | RegExp;
/** Hears what is looked at: its name, the picture of it, and what the phone says of it. */
export type Look = (name: string, picture: Picture, tree: Tree) => void | Promise<void>;

/** Milliseconds that a key needs to do its work before the next. */
const KEY_MILLISECONDS = 40;
/** Keys of the keyboard, whatever it shows: one of them is there when it is up. */
const CASE = ['Shift', 'abc'];
/** After which a question is seen, and not armed yet. */
const SEEN_MILLISECONDS = 400;

export class Walk {
	readonly phone: Phone;
	readonly way: Way;
	private readonly look: Look;
	/** Whether the screen was seen to rest, and nothing has happened since. */
	private rests = false;

	constructor(phone: Phone, way: Way, look: Look = () => undefined) {
		this.phone = phone;
		this.way = way;
		this.look = look;
	}

	/** Waits until the screen rests, and looks at it. Where time is not the phone's own, an app may take longer than the screen has rested: then it is looked at again. */
	async show(name: string): Promise<void> {
		const end = performance.now() + PATIENCE_MILLISECONDS;
		for (;;) {
			const tree = await this.phone.tree();
			this.rests = true;
			try {
				return await this.look(name, await this.phone.screenshot(), tree);
			} catch (error) {
				if (this.phone.isExact || performance.now() > end) throw error;
			}
		}
	}

	/** Looks at a question that has just come, before it is armed and at rest. */
	async showQuestion(name: string): Promise<void> {
		await this.wait(SEEN_MILLISECONDS);
		await this.glance(`${name}-not-armed`);
		await this.show(name);
	}

	/** Looks at it as it is now, at rest or not: only where time is the phone's own. */
	private async glance(name: string): Promise<void> {
		assert.ok(this.phone.seen !== undefined);
		if (!this.phone.isExact) return;
		await this.look(name, await this.phone.screenshot(), this.phone.seen);
	}

	/** Presses what has exactly that name (or matches), and waits until the screen rests. */
	async press(name: Name): Promise<void> {
		if (!this.rests) await this.phone.rest();
		await this.act(await this.target(name));
		await this.phone.rest();
		this.rests = true;
	}

	/** Presses it, and does not wait: where something moves all the time. */
	async touch(name: Name): Promise<void> {
		this.rests = false;
		await this.act(await this.target(name));
	}

	/** Waits until something of that name is shown. */
	async see(name: Name): Promise<TreeNode> {
		this.rests = false;
		return this.node((node) => matches(node, name), name);
	}

	/** Whether something of that name is shown, once the screen rests. */
	async sees(name: Name): Promise<boolean> {
		const { nodes } = await this.phone.tree();
		this.rests = true;
		return nodes.some((node) => matches(node, name));
	}

	/** Lets time pass: the phone's own. */
	wait(milliseconds: number): Promise<void> {
		this.rests = false;
		return this.phone.wait(milliseconds);
	}

	/** Opens an app from wherever one is. */
	async open(app: string): Promise<void> {
		await this.menu('Apps');
		await this.press(app);
	}

	home(): Promise<void> {
		return this.menu('Home');
	}

	/** Presses a button of the system menu, which the strip opens. */
	async menu(button: string): Promise<void> {
		await this.press('System menu');
		await this.press(button);
	}

	/** Types on the keyboard of the system, key by key. */
	async type(text: string): Promise<void> {
		await this.node((node) => node.surface === SURFACE_SHEET && CASE.includes(node.name), 'the keyboard');
		for (const character of text) await this.key(character);
		await this.phone.rest();
	}

	private async key(character: string): Promise<void> {
		const name = character === ' ' ? 'space' : character;
		if (this.keyNamed(name) === undefined) await this.turnTo(name);
		const key = await this.node(() => this.keyNamed(name) !== undefined, name).then(() => this.keyNamed(name));
		const shifted = this.keyNamed('Shift')?.state === STATE_ON;
		await this.act(key as TreeNode);
		if (this.way === 'names' || shifted) await this.phone.rest();
		else await this.phone.wait(KEY_MILLISECONDS);
	}

	/** Another page of keys, or another case. */
	private async turnTo(name: string): Promise<void> {
		const letter = name.toLowerCase() !== name.toUpperCase();
		const key = letter ? (this.keyNamed('abc') ?? this.keyNamed('Shift')) : this.keyNamed('123');
		assert.ok(key !== undefined, `the keyboard has no ${name}`);
		await this.act(key);
		await this.phone.rest();
		if (letter && this.keyNamed(name) === undefined) {
			await this.act(this.keyNamed('Shift') as TreeNode);
			await this.phone.rest();
		}
	}

	/** The key with that name, on the keyboard that is up. */
	private keyNamed(name: string): TreeNode | undefined {
		return this.phone.seen?.nodes.find((node) => node.surface === SURFACE_SHEET && node.name === name);
	}

	/** What can be pressed under that name. A finger needs to see it. */
	private target(name: Name): Promise<TreeNode> {
		const can = (node: TreeNode) =>
			(node.actions & (1 << NODE_ACTION_PRESS)) !== 0 && (node.state & STATE_DISABLED) === 0;
		const seen = (node: TreeNode) => this.way === 'names' || (node.width > 0 && node.height > 0);
		return this.node((node) => matches(node, name) && can(node) && seen(node), name);
	}

	/** The last node that is right: what lies over others comes after them. */
	private async node(right: (node: TreeNode) => boolean, name: Name): Promise<TreeNode> {
		await this.phone.until(() => this.phone.seen?.nodes.some(right) === true, `${name} to appear`);
		return this.phone.seen?.nodes.findLast(right) as TreeNode;
	}

	private async act(node: TreeNode): Promise<void> {
		if (this.way === 'names') {
			await this.phone.request(node);
			return;
		}
		const scale = this.phone.seen?.scale ?? 1;
		await this.phone.tap((node.x + node.width / 2) / scale, (node.y + node.height / 2) / scale);
	}
}

function matches(node: TreeNode, name: Name): boolean {
	return typeof name === 'string' ? node.name === name : name.test(node.name);
}
