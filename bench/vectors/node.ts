/** The programs in this process. */
import { buildProgram, type Choice } from './build.ts';

/** What bench/vectors/program.ts exports. */
export interface Program {
	readonly memory: WebAssembly.Memory;
	where(row: number): number;
	prepare(content: number): void;
	work(kernel: number, count: number, pixel: number): void;
	repeat(kernel: number, count: number, pixel: number, rounds: number): void;
}

export async function openProgram(choice: Choice): Promise<Program> {
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(await buildProgram(choice)), {});
	return exports as unknown as Program;
}
