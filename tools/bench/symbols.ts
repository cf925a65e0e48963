/** Where the functions of an ARM64 image lie, and the instructions at which the trace is cut. */
import { tool } from '../arm64/toolchain.ts';

/** A function, by the low word of its address; all of the machine's code lies within one 4 GiB of addresses. */
export interface CodeSymbol {
	readonly address: number;
	readonly name: string;
}

export interface ImageSymbols {
	/** In order of their addresses. */
	readonly functions: readonly CodeSymbol[];
	/** Instructions that look whether an interrupt is pending, or wait for one. */
	readonly polls: ReadonlySet<number>;
	/** First instruction of the function that writes a word of the log. */
	readonly log: number;
}

const LOW_DIGITS = 8;

function low(address: string): number {
	return Number.parseInt(address.slice(-LOW_DIGITS), 16);
}

/** Reads the symbols of the ELF file beside the image. */
export async function readSymbols(elf: string): Promise<ImageSymbols> {
	const names = await tool('llvm-nm', ['--defined-only', elf]);
	const functions = [...names.matchAll(/^(ffffff[0-9a-f]{10}) [tT] (\S+)$/gm)]
		.map(([, address = '', name = '']) => ({ address: low(address), name }))
		.sort((left, right) => left.address - right.address);
	const code = await tool('llvm-objdump', ['-d', '--no-show-raw-insn', elf]);
	const polls = [...code.matchAll(/^\s*([0-9a-f]+):\s+(?:mrs\s+\w+, isr_el1|wfi)$/gim)].map(([, at = '']) => low(at));
	const log = functions.find(({ name }) => name === 'machine_log')?.address;
	if (log === undefined || polls.length === 0)
		throw new Error(`${elf}: the machine's code is not what the bench knows`);
	return { functions, polls: new Set(polls), log };
}
