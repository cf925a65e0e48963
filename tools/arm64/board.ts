/**
 * Makes abi/board.ts, where everything lies on the ARM64 board, from the device trees in machines/arm64/boards. `node tools/arm64/board.ts` writes the file; a test makes sure that it
 * is the one that comes out. Decision 007 says why this is done when the system is built.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cell, everyNode, readTree, type TreeNode, texts } from './tree.ts';

const BOARDS = path.resolve(import.meta.dirname, '../../machines/arm64/boards');
const TARGET = path.resolve(import.meta.dirname, '../../abi/board.ts');
/** The same board with either interrupt controller: one image runs on both. */
const TREES = ['qemu-virt', 'qemu-virt-gic3'] as const;

/** Of an interrupt in a tree: kinds, and the numbers at which they begin (GIC architecture, 2.2.1). */
const [KIND_SHARED, SHARED_FIRST, PRIVATE_FIRST] = [0, 32, 16];
/** Of the interrupts of a timer (arm,armv8-timer): secure, not secure, virtual, hypervisor. */
const [TIMER_PHYSICAL, TIMER_VIRTUAL] = [1, 2];
const INTERRUPT_CELLS = 3;
/** Behind the redistributor's own registers are those of private lines (GICv3, 12.10). */
const PRIVATE_LINES_OFFSET = 0x10000;

/** The board has not what Tessera cannot do without. */
export class BoardError extends Error {
	constructor(name: string, problem: string) {
		super(`the device tree of ${name} ${problem}`);
		this.name = 'BoardError';
	}
}

/** Registers at an address; interrupt lines by their number at the controller (INTID). */
export interface Device {
	readonly address: number;
	readonly bytes: number;
	readonly lines: readonly number[];
}

export interface Board {
	readonly ram: number;
	/** PL011. */
	readonly console: Device;
	/** PL031; not every board has one. */
	readonly clock: Device | undefined;
	/** virtio-mmio, lowest address first: transport n is number n. */
	readonly transports: readonly Device[];
	readonly timer: { readonly limit: number; readonly alarm: number };
	/** First of both versions: the distributor's registers; then those of version 2, or of version 3. */
	readonly interrupts: readonly number[];
	readonly controller: 2 | 3;
}

/** What there is, by a device tree with addresses and sizes of two cells. Throws BoardError. */
export function boardOf(name: string, tree: TreeNode): Board {
	const find = (compatible: string) =>
		[...everyNode(tree)].filter((node) => texts(node.properties.get('compatible')).includes(compatible));
	const need = (compatible: string, what: string): TreeNode => {
		const node = find(compatible)[0];
		if (node === undefined) throw new BoardError(name, `has no ${what} ('${compatible}')`);
		return node;
	};
	const memory = [...everyNode(tree)].find((node) => node.name.startsWith('memory@'));
	if (memory === undefined) throw new BoardError(name, "has no RAM ('memory@...')");
	const version3 = find('arm,gic-v3')[0];
	const controller = version3 ?? need('arm,cortex-a15-gic', 'interrupt controller');
	const timer = linesOf(need('arm,armv8-timer', 'timer'));
	const clock = find('arm,pl031')[0];
	return {
		ram: deviceOf(name, memory).address,
		console: deviceOf(name, need('arm,pl011', 'console')),
		clock: clock && deviceOf(name, clock),
		transports: find('virtio,mmio')
			.map((node) => deviceOf(name, node))
			.toSorted((left, right) => left.address - right.address),
		timer: { limit: timer[TIMER_VIRTUAL] ?? 0, alarm: timer[TIMER_PHYSICAL] ?? 0 },
		interrupts: addressesOf(name, controller),
		controller: version3 === undefined ? 2 : 3,
	};
}

function linesOf({ properties }: TreeNode): number[] {
	const property = properties.get('interrupts') ?? new Uint8Array();
	return Array.from({ length: property.length / (4 * INTERRUPT_CELLS) }, (_, index) => {
		const first = cell(property, index * INTERRUPT_CELLS) === KIND_SHARED ? SHARED_FIRST : PRIVATE_FIRST;
		return first + cell(property, index * INTERRUPT_CELLS + 1);
	});
}

/** Two cells of an address, or a size. */
function wide(property: Uint8Array, index: number): number {
	return cell(property, index) * 2 ** 32 + cell(property, index + 1);
}

function registersOf(name: string, node: TreeNode): Uint8Array {
	const registers = node.properties.get('reg');
	if (registers === undefined) throw new BoardError(name, `does not say where ${node.name} is`);
	return registers;
}

function addressesOf(name: string, node: TreeNode): number[] {
	const registers = registersOf(name, node);
	return Array.from({ length: registers.length / 16 }, (_, index) => wide(registers, 4 * index));
}

function deviceOf(name: string, node: TreeNode): Device {
	const registers = registersOf(name, node);
	return { address: wide(registers, 0), bytes: wide(registers, 2), lines: linesOf(node) };
}

function hexadecimal(value: number): string {
	return `0x${value.toString(16).padStart(8, '0')}`;
}

/** What two variants of a board must have in common, as text. */
function commonOf({ interrupts: [distributor], controller: _, ...rest }: Board): string {
	return JSON.stringify({ ...rest, distributor });
}

/** The text of abi/board.ts, for a board with either interrupt controller. Throws BoardError when the two differ in anything else. */
export function boardSource(name: string, variants: readonly Board[]): string {
	const second = variants.find(({ controller }) => controller === 2);
	const third = variants.find(({ controller }) => controller === 3);
	if (second === undefined || third === undefined) throw new BoardError(name, 'is needed with either controller');
	if (commonOf(second) !== commonOf(third)) throw new BoardError(name, 'differs by more than the controller');
	const { ram, console, clock, timer, transports, interrupts } = second;
	const addresses = [
		['RAM', 'The first byte of RAM.', ram],
		['CONSOLE', 'PL011.', console.address],
		['CLOCK', 'PL031; 0 = the board has none.', clock?.address ?? 0],
		['DISTRIBUTOR', 'Of the interrupt controller, version 2 and 3.', interrupts[0] ?? 0],
		['PROCESSOR_INTERFACE', 'Of version 2.', interrupts[1] ?? 0],
		['REDISTRIBUTOR', 'Of version 3, of the first processor.', third.interrupts[1] ?? 0],
		['PRIVATE_LINES', 'The same, of its private lines.', (third.interrupts[1] ?? 0) + PRIVATE_LINES_OFFSET],
	] as const;
	const lines = [
		['LINE_LIMIT', 'Interrupt of the virtual timer.', timer.limit],
		['LINE_ALARM', 'Interrupt of the physical timer.', timer.alarm],
	] as const;
	const places = transports.map((one) => `\t[${hexadecimal(one.address)}, ${one.lines[0] ?? 0}],`);
	return [
		`/** Made by tools/arm64/board.ts from ${TREES.map((tree) => `machines/arm64/boards/${tree}.dtb`).join(' and ')}. */`,
		'',
		`export const BOARD_NAME = '${name}';`,
		...addresses.map(([key, what, value]) => `/** ${what} */\nexport const BOARD_${key} = ${hexadecimal(value)};`),
		...lines.map(([key, what, value]) => `/** ${what} */\nexport const BOARD_${key} = ${value};`),
		'/** Transports of virtio devices: where their registers begin, and their interrupt lines. */',
		'export const BOARD_TRANSPORTS: readonly (readonly [address: number, line: number])[] = [',
		...places,
		'];',
		'',
	].join('\n');
}

/** What abi/board.ts must be. */
export function presentBoard(): string {
	const boards = TREES.map((tree) => boardOf(tree, readTree(readFileSync(path.join(BOARDS, `${tree}.dtb`)))));
	return boardSource(TREES[0], boards);
}

if (process.argv[1] === import.meta.filename) writeFileSync(TARGET, presentBoard());
