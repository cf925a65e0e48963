/** What the host's own isolation costs: a round trip through pipes between two processes on one core. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder, cached, hashOf, ROOT, tool } from '../arm64/toolchain.ts';
import { requirePrograms } from '../setup/packages.ts';

const SOURCE = path.join(ROOT, 'bench/pipe.c');
const CORE = '0';

/** Compiles the pair of processes, once. */
export async function buildPipe(): Promise<string> {
	requirePrograms(['clang']);
	const program = path.join(buildFolder('../bench'), `pipe-${hashOf([readFileSync(SOURCE)])}`);
	return cached(program, async (temporary) => {
		await tool('clang', ['-O2', SOURCE, '-o', temporary]);
	});
}

/** Nanoseconds of one round trip, mean of 20,000. */
export function measurePipe(program: string): number {
	return Number(execFileSync('taskset', ['-c', CORE, program], { encoding: 'utf8' }));
}
