/**
 * What the phone's screen shows, as elements that a screen reader understands, at the places where it is shown. The phone says it on its accessibility port; what a
 * person does to an element goes back there. Elements stay the same as long as their nodes do, so that focus stays.
 */
import { ROLE_GROUP } from '../../../abi/accessibility.ts';
import {
	NODE_ACTION_FOCUS,
	NODE_ACTION_LESS,
	NODE_ACTION_MORE,
	NODE_ACTION_PRESS,
	NODE_ACTION_SHOW,
	ROLE_BUTTON,
	ROLE_FIELD,
	ROLE_HEADING,
	ROLE_IMAGE,
	ROLE_LIST_ITEM,
	ROLE_PROGRESS,
	ROLE_SLIDER,
	ROLE_STATUS,
	ROLE_SWITCH,
	ROLE_TEXT,
	STATE_DISABLED,
	STATE_ON,
	STATE_SELECTED,
} from '../../../interfaces/display/nodes.ts';
import { nodeRequest, type Tree, type TreeNode } from '../tree.ts';
import { make } from './element.ts';

/** Element, and ARIA role where the element's own is not it. */
const ELEMENTS: ReadonlyMap<number, readonly [name: 'h2' | 'p' | 'button' | 'div', role: string]> = new Map([
	[ROLE_GROUP, ['div', 'group']],
	[ROLE_HEADING, ['h2', '']],
	[ROLE_TEXT, ['p', '']],
	[ROLE_BUTTON, ['button', '']],
	[ROLE_SWITCH, ['button', 'switch']],
	[ROLE_FIELD, ['div', 'textbox']],
	[ROLE_LIST_ITEM, ['button', '']],
	[ROLE_IMAGE, ['div', 'img']],
	[ROLE_SLIDER, ['div', 'slider']],
	[ROLE_STATUS, ['p', 'status']],
	[ROLE_PROGRESS, ['div', 'progressbar']],
]);
/** Roles whose name is not what stands in the element. */
const LABELLED: ReadonlySet<number> = new Set([ROLE_GROUP, ROLE_FIELD, ROLE_IMAGE, ROLE_SLIDER, ROLE_PROGRESS]);
const STEPS: Readonly<Record<string, number>> = {
	ArrowRight: NODE_ACTION_MORE,
	ArrowUp: NODE_ACTION_MORE,
	ArrowLeft: NODE_ACTION_LESS,
	ArrowDown: NODE_ACTION_LESS,
};

interface Shown {
	readonly element: HTMLElement;
	node: TreeNode;
}

export class Mirror {
	private readonly root: HTMLElement;
	private readonly send: (bytes: Uint8Array) => void;
	private shown = new Map<string, Shown>();
	private serial = 0;

	/** `send` gives bytes to the phone's port. */
	constructor(root: HTMLElement, send: (bytes: Uint8Array) => void) {
		this.root = root;
		this.send = send;
	}

	/** Shows a new tree. */
	show(tree: Tree): void {
		this.serial = tree.serial;
		const shown = new Map<string, Shown>();
		let parent = this.root;
		const children = new Map<HTMLElement, HTMLElement[]>([[this.root, []]]);
		for (const node of tree.nodes) {
			const key = keyOf(node, shown);
			const one = this.take(node, key);
			shown.set(key, one);
			describe(one.element, node, tree);
			children.get(node.role === ROLE_GROUP ? this.root : parent)?.push(one.element);
			if (node.role !== ROLE_GROUP) continue;
			parent = one.element;
			children.set(parent, []);
		}
		for (const [element, wanted] of children) arrange(element, wanted);
		this.shown = shown;
	}

	private take(node: TreeNode, key: string): Shown {
		const known = this.shown.get(key);
		if (known !== undefined) {
			known.node = node;
			return known;
		}
		const [name, role] = ELEMENTS.get(node.role) ?? ['p', ''];
		const element = make(name);
		if (role !== '') element.setAttribute('role', role);
		if (element instanceof HTMLButtonElement) element.type = 'button';
		const shown = { element, node };
		this.listen(shown);
		return shown;
	}

	private listen(shown: Shown): void {
		const act = (action: number) => {
			if ((shown.node.actions & (1 << action)) === 0) return false;
			this.send(nodeRequest(shown.node, action, this.serial));
			return true;
		};
		shown.element.addEventListener('click', () => act(NODE_ACTION_PRESS));
		shown.element.addEventListener('focus', () => act(NODE_ACTION_SHOW));
		shown.element.addEventListener('focus', () => act(NODE_ACTION_FOCUS));
		shown.element.addEventListener('keydown', (event) => {
			const step = shown.node.role === ROLE_SLIDER ? STEPS[event.key] : undefined;
			if (step !== undefined && act(step)) event.preventDefault();
		});
	}
}

/** By what a node is known again in the next tree. The groups of the system are alike but for their order. */
function keyOf({ owner, surface, number, role }: TreeNode, shown: ReadonlyMap<string, Shown>): string {
	let key = `${owner} ${surface} ${number} ${role}`;
	while (shown.has(key)) key += ' again';
	return key;
}

/** Gives an element what its node says. */
function describe(element: HTMLElement, node: TreeNode, { width, height }: Tree): void {
	element.className = node.role === ROLE_GROUP ? '' : 'node';
	if (node.role !== ROLE_GROUP) {
		place(element, 'left', node.x / width);
		place(element, 'top', node.y / height);
		place(element, 'width', node.width / width);
		place(element, 'height', node.height / height);
	}
	if (LABELLED.has(node.role)) set(element, 'aria-label', node.name);
	const text = node.role === ROLE_FIELD ? (node.text ?? '') : LABELLED.has(node.role) ? undefined : node.name;
	if (text !== undefined && element.textContent !== text) element.textContent = text;
	if (node.role === ROLE_FIELD || node.role === ROLE_SLIDER) element.tabIndex = 0;
	set(element, 'aria-disabled', (node.state & STATE_DISABLED) !== 0 ? 'true' : undefined);
	const on = (node.state & STATE_ON) !== 0;
	set(element, 'aria-checked', node.role === ROLE_SWITCH ? String(on) : undefined);
	const selected = (node.state & STATE_SELECTED) !== 0;
	set(element, 'aria-current', selected ? 'true' : undefined);
	const valued = node.role === ROLE_SLIDER || node.role === ROLE_PROGRESS;
	set(element, 'aria-valuenow', valued ? String(node.value ?? 0) : undefined);
}

function place(element: HTMLElement, side: 'left' | 'top' | 'width' | 'height', part: number): void {
	const value = `${(part * 100).toFixed(3)}%`;
	if (element.style[side] !== value) element.style[side] = value;
}

function set(element: HTMLElement, name: string, value: string | undefined): void {
	if (value === undefined) element.removeAttribute(name);
	else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Makes `wanted` the children, moving none that is in its place: a moved element loses focus. */
function arrange(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
	const keep = new Set<Element>(wanted);
	for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
	for (const [index, child] of wanted.entries()) {
		if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
	}
}
