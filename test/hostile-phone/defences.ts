/**
 * Takes the phone's defences away, one at a time, in a copy of the checkout, and shows that the test of each then fails: `node test/hostile-phone/defences.ts [which...]`.
 * `which` are rules (R4, P1), or numbers in the table (3, 10-19); nothing means all, which takes some minutes. The test beside this file tries a few.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEFENCES, type Defence } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const COPY = path.join(ROOT, 'build/defences');
/** What the tests are built from; what has been built of it is copied as well, and is used where nothing has changed. */
const PARTS = [
	'abi',
	'apps',
	'bench',
	'drivers',
	'interfaces',
	'kernel',
	'machines',
	'sdk',
	'servers',
	'systems',
	'test',
	'tools',
];
const BUILT = ['build/assets', 'build/components'];
const FILES = ['package.json', 'tsconfig.json', 'tsconfig.assembly.json'];
/** What stands in the output when the phone without the defence could not even be built. */
const BROKEN = /AssemblyError|CommandError|ERR_MODULE_NOT_FOUND|SyntaxError/;

/** How it went without a defence: the test failed, as it must; it passed all the same; or there was nothing to run, or it fails with the defence as well. */
export type Verdict = 'noticed' | 'missed' | 'broken';

/** A copy of the checkout in which defences can be taken away. */
export class Undefended {
	/** Tests of the copy that are known to pass, or not to, as long as nothing is taken away. */
	private readonly known = new Map<string, boolean>();

	constructor() {
		rmSync(COPY, { recursive: true, force: true });
		mkdirSync(path.join(COPY, 'build'), { recursive: true });
		for (const part of [...PARTS, ...FILES, ...BUILT]) {
			if (existsSync(path.join(ROOT, part))) cpSync(path.join(ROOT, part), path.join(COPY, part), { recursive: true });
		}
		symlinkSync(path.join(ROOT, 'node_modules'), path.join(COPY, 'node_modules'));
	}

	/** Whether the defence's test passes as long as the defence is there: only then does it say something that it fails without. */
	holds(defence: Defence): boolean {
		const key = `${defence.test}: ${fullName(defence)}`;
		const passes = this.known.get(key) ?? run(defence).status === 0;
		this.known.set(key, passes);
		return passes;
	}

	/** Runs the defence's test without it. */
	try(defence: Defence): Verdict {
		const { file, line, instead } = defence;
		const place = path.join(COPY, file);
		const whole = readFileSync(place, 'utf8');
		writeFileSync(
			place,
			whole.replace(line, () => instead),
		);
		try {
			const { status, stdout } = run(defence);
			if (BROKEN.test(stdout)) return 'broken';
			return status === 0 ? 'missed' : 'noticed';
		} finally {
			writeFileSync(place, whole);
		}
	}

	end(): void {
		rmSync(COPY, { recursive: true, force: true });
	}
}

/** The test's name as the runner knows it: after the names of what it stands in. */
const fullName = ({ suite, name }: Defence): string => (suite === undefined ? name : `${suite} ${name}`);

/** Runs one test of the copy. */
function run(defence: Defence) {
	const pattern = fullName(defence).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const options = ['--test-name-pattern', pattern, defence.test];
	return spawnSync(process.execPath, options, { cwd: COPY, encoding: 'utf8' });
}

/** What is wrong with an entry of the table: its line has changed, or its test is gone; undefined: nothing. */
export function faultOf({ file, line, test, name }: Defence): string | undefined {
	const occurrences = readFileSync(path.join(ROOT, file), 'utf8').split(line).length - 1;
	if (occurrences !== 1) return `${file} has the line ${occurrences} times: ${line}`;
	return readFileSync(path.join(ROOT, test), 'utf8').includes(name) ? undefined : `${test} has no test ${name}`;
}

/** Whether the entry of that number and rule was asked for. */
function isChosen(which: readonly string[], number: number, rule: string): boolean {
	return which.some((one) => {
		const [first, last = first] = one.split('-').map(Number);
		return one === rule || (first !== undefined && last !== undefined && number >= first && number <= last);
	});
}

if (process.argv[1] === import.meta.filename) {
	const which = process.argv.slice(2);
	const undefended = new Undefended();
	let failures = 0;
	for (const [index, defence] of DEFENCES.entries()) {
		const number = index + 1;
		if (which.length > 0 && !isChosen(which, number, defence.rule)) continue;
		const start = performance.now();
		const verdict = undefended.holds(defence) ? undefended.try(defence) : 'broken';
		if (verdict !== 'noticed') failures++;
		const seconds = `${Math.round((performance.now() - start) / 1000)} s`.padStart(5);
		const place = `${number}/${DEFENCES.length}`.padStart(5);
		console.log(`${place} ${seconds} ${verdict.padEnd(8)} ${defence.rule.padEnd(3)} ${defence.against}`);
	}
	undefended.end();
	process.exitCode = failures === 0 ? 0 : 1;
}
