/** Debian packages: what the tools run besides npm packages, installed when it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CommandError, progress } from '../command.ts';

/** Program that shows a package is there, and the package. */
const PACKAGES = {
	chromium: 'chromium',
	'firefox-esr': 'firefox-esr',
	clang: 'clang',
	'ld.lld': 'lld',
	'llvm-objcopy': 'llvm',
	'qemu-system-aarch64': 'qemu-system-arm',
	spin: 'spin',
	z3: 'z3',
	cvc5: 'cvc5',
} as const;

export type Program = keyof typeof PACKAGES;

/** What the ARM64 machine needs. */
export const ARM64_PROGRAMS: readonly Program[] = ['clang', 'ld.lld', 'llvm-objcopy', 'qemu-system-aarch64'];
/** What the browser machine needs to run without a person. */
export const BROWSER_PROGRAMS: readonly Program[] = ['chromium'];
/** What proofs ask. */
export const PROOF_PROGRAMS: readonly Program[] = ['z3', 'cvc5'];
/** Everything that the tests run. */
export const ALL_PROGRAMS: readonly Program[] = Object.keys(PACKAGES) as Program[];

function isInstalled(program: string): boolean {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** Makes sure that the programs exist, with apt-get if need be. Throws CommandError with what to do by hand. */
export function requirePrograms(programs: readonly Program[]): void {
	const missing = programs.filter((program) => !isInstalled(program));
	if (missing.length === 0) return;
	const packages = missing.map((program) => PACKAGES[program]);
	progress(`installing ${packages.join(', ')} (once; apt-get)`);
	for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
		const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const command = process.getuid?.() === 0 ? ['apt-get', ...parameters] : ['sudo', '-n', 'apt-get', ...parameters];
		const result = spawnSync(command[0] as string, command.slice(1), { env: environment, encoding: 'utf8' });
		if (result.status === 0) continue;
		const reason = (result.stderr || result.error?.message || '').trim().split('\n').at(-1);
		throw new CommandError(
			`${missing.join(', ')} missing, and apt-get ${parameters[0]} failed (${reason}): as root, run \`apt-get install ${packages.join(' ')}\``,
		);
	}
}
