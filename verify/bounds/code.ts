/** The compiled kernel as machine code: linked at a place of its own, disassembled, its jump tables read. */

import { rmSync } from 'node:fs';
import { compileKernel } from '../../tools/arm64/compile.ts';
import { buildFolder, temporaryName, tool } from '../../tools/arm64/toolchain.ts';

/** Where the code is linked; nothing depends on it. The machine's functions stand for themselves at addresses below it. */
const TEXT = 0x0010_0000;
const FIRST_MACHINE_FUNCTION = 0x1000;
const MACHINE_FUNCTION = 0x10;

export interface MachineInstruction {
	readonly address: number;
	readonly name: string;
	/** Operands, without the label that the disassembler adds to an address. */
	readonly operands: readonly string[];
}

export interface MachineFunction {
	readonly name: string;
	readonly code: readonly MachineInstruction[];
}

export interface MachineCode {
	readonly functions: readonly MachineFunction[];
	/** Names of the machine's functions by the address that stands for each. */
	readonly imported: ReadonlyMap<number, string>;
	/** Words of the read-only data by address, signed: the jump tables. */
	readonly data: ReadonlyMap<number, number>;
}

/** Compiles `kernel.wasm` as for a system image, and reads what comes out. */
export async function readMachineCode(wasm: Uint8Array): Promise<MachineCode> {
	const { object } = await compileKernel(wasm);
	const names = (await tool('llvm-nm', ['--undefined-only', object])).matchAll(/U (\S+)/g);
	const imported = new Map<number, string>();
	for (const [, name = ''] of names) imported.set(FIRST_MACHINE_FUNCTION + imported.size * MACHINE_FUNCTION, name);
	const elf = temporaryName(`${buildFolder('bounds')}/kernel.elf`);
	const symbols = [...imported].map(([address, name]) => `--defsym=${name}=${address}`);
	await tool('ld.lld', ['-static', `-Ttext=0x${TEXT.toString(16)}`, '-e', '0', ...symbols, object, '-o', elf]);
	try {
		const text = await tool('llvm-objdump', ['-d', '-j', '.text', '--no-show-raw-insn', elf]);
		const data = await tool('llvm-objdump', ['-s', '-j', '.rodata', elf]);
		return { functions: parseFunctions(text), imported, data: parseWords(data) };
	} finally {
		rmSync(elf, { force: true });
	}
}

/** Functions as the disassembler prints them. */
export function parseFunctions(text: string): MachineFunction[] {
	const functions: { name: string; code: MachineInstruction[] }[] = [];
	for (const line of text.split('\n')) {
		const start = /^[0-9a-f]{16} <(\S+)>:$/.exec(line)?.[1];
		if (start !== undefined) functions.push({ name: start, code: [] });
		const [, address, name, operands = ''] = /^\s+([0-9a-f]+):\s+([a-z][a-z0-9.]*)\s*(.*)$/.exec(line) ?? [];
		if (address === undefined || name === undefined) continue;
		functions.at(-1)?.code.push({ address: Number.parseInt(address, 16), name, operands: splitOperands(operands) });
	}
	return functions;
}

/** At commas outside brackets; comments and labels are left out. */
function splitOperands(text: string): string[] {
	const plain = text.replace(/\s*(\/\/|<).*$/, '').trim();
	return plain === '' ? [] : plain.split(/,\s*(?![^[]*\])/);
}

/** The words of a section, little-endian, as the disassembler prints it. */
function parseWords(text: string): Map<number, number> {
	const words = new Map<number, number>();
	for (const [, address = '', digits = ''] of text.matchAll(/^ ([0-9a-f]+) ((?:[0-9a-f]{2,8} ){1,4})/gm)) {
		for (const [index, word] of digits.trim().split(' ').entries()) {
			if (word.length !== 8) continue;
			const bytes = Buffer.from(word, 'hex');
			words.set(Number.parseInt(address, 16) + 4 * index, bytes.readInt32LE());
		}
	}
	return words;
}
