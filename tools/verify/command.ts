/** `tessera verify`: proves the kernel, bounds it, tries its mutants, and explores small systems state by state. */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { PROPERTIES } from '../../verify/prover/properties/properties.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { hash } from '../build/cache.ts';
import { buildInvariants } from '../build/invariants.ts';
import { buildKernel } from '../build/kernel.ts';
import { buildSpecification } from '../build/specification.ts';
import { CommandError, printJson, progress } from '../command.ts';
import { ARM64_PROGRAMS, PROOF_PROGRAMS, requirePrograms } from '../setup/packages.ts';
import { renderDocument } from './document.ts';
import { renderPage } from './html.ts';
import { ENTRY_NAMES, PROPERTY_NAMES, prove, solverVersions } from './proof.ts';
import { keepResult, type Proofs, type Result, readResult } from './result.ts';
import {
	describeVerdict,
	explain,
	renderBounds,
	renderMatrix,
	renderModels,
	renderMutation,
	summarise,
} from './text.ts';
import { isProved, type ProveOptions } from './verdict.ts';

const DOCUMENT = 'docs/PROOFS.md';
const MUTANTS = 1500;
const STATES = 1_000_000;
const SEED = 1;

const HELP = `
Parts:
  proofs   every property of every entry of kernel.wasm, by two solvers (default)
  bounds   the most instructions that each entry can execute, from the machine code; compared with a run under QEMU
  mutants  kernels with one mistake each: how many are noticed (recorded entries first, then the prover; a run that was stopped goes on)
  models   small systems, state by state: every statement in every state that can be reached

Properties: ${PROPERTIES.map(({ name, says }) => `\n  ${name.padEnd(12)} ${says}`).join('')}

Entries: ${ENTRY_NAMES.join(', ')}.

--json prints { proofs, bounds, mutation, models }, those that were asked for. --write keeps them in verify/result.json and writes ${DOCUMENT} anew.
--html writes what is kept, and what was found now, as one page that needs nothing else.

Exit code 1 when something is not proved, when an entry took more than its bound, when a mutant survived that nobody has explained, or when a statement
does not hold in a state of a model.

Examples:
  npx tessera verify
  npx tessera verify --entry COPY --entry MOVE --property refinement
  npx tessera verify proofs bounds mutants models --write --html build/proofs.html
  npx tessera verify --kernel other.wasm --json`;

const PARTS = ['proofs', 'bounds', 'mutants', 'models'];

interface Options {
	readonly entry: readonly string[];
	readonly property: readonly string[];
	readonly kernel?: string;
	readonly json: boolean;
	readonly write: boolean;
	readonly html?: string;
	readonly count: string;
	readonly states: string;
}

const append = (value: string, previous: readonly string[]): string[] => [...previous, value];

/** `tessera verify`. */
export function registerVerify(program: Command): void {
	program
		.command('verify')
		.argument('[parts...]', PARTS.join(', '), ['proofs'])
		.option('--entry <name>', 'prove this entry only; may be repeated', append, [])
		.option('--property <name>', 'prove this property only; may be repeated', append, [])
		.option('--kernel <file>', 'a kernel.wasm other than the one that the sources give')
		.option('--count <number>', 'mutants to try', String(MUTANTS))
		.option('--states <number>', 'states of each model at most', String(STATES))
		.option('--json', 'print the result as JSON', false)
		.option('--write', `keep the result and write ${DOCUMENT}`, false)
		.option('--html <file>', 'write the report as a page for a browser')
		.description('prove the kernel: the binary itself, every entry')
		.addHelpText('after', HELP)
		.action(verify);
}

async function verify(parts: readonly string[], options: Options): Promise<void> {
	check('part', parts, PARTS);
	check('entry', options.entry, ENTRY_NAMES);
	check('property', options.property, PROPERTY_NAMES);
	const partial = options.entry.length + options.property.length > 0;
	if (options.write && partial) throw new CommandError('--write is for everything: leave out --entry and --property');
	const kernel = options.kernel === undefined ? (await buildKernel()).wasm : readKernel(options.kernel);
	const found: Result = {
		...(parts.includes('proofs') ? { proofs: await proveAll(kernel, options) } : {}),
		...(parts.includes('bounds') ? { bounds: await boundAll(kernel) } : {}),
		...(parts.includes('mutants') ? { mutation: await mutateAll(kernel, Number(options.count)) } : {}),
		...(parts.includes('models') ? { models: await exploreAll(kernel, Number(options.states)) } : {}),
	};
	if (options.json) printJson(found);
	else print(found);
	report(found, hash(kernel), options);
	judge(found);
}

function check(what: string, given: readonly string[], known: readonly string[]): void {
	const wrong = given.find((name) => !known.includes(name));
	if (wrong !== undefined) throw new CommandError(`there is no ${what} '${wrong}': write one of ${known.join(', ')}`);
}

function readKernel(file: string): Uint8Array {
	try {
		return new Uint8Array(readFileSync(file));
	} catch (error) {
		throw new CommandError(`--kernel ${file}: ${(error as Error).message}`);
	}
}

async function proveAll(kernel: Uint8Array, { entry, property, json }: Options): Promise<Proofs> {
	requirePrograms(PROOF_PROGRAMS);
	const solvers = solverVersions();
	const start = performance.now();
	const choice: Pick<ProveOptions, 'entries' | 'properties'> = {
		...(entry.length > 0 ? { entries: entry } : {}),
		...(property.length > 0 ? { properties: property } : {}),
	};
	progress(`proving kernel ${hash(kernel)} with ${Object.entries(solvers).flat().join(' ')}`);
	const onVerdict: ProveOptions['onVerdict'] = (verdict) => {
		if (json) progress(describeVerdict(verdict));
		else console.log(describeVerdict(verdict));
	};
	const verdicts = await prove({ kernel, ...choice, onVerdict });
	const used = PROPERTIES.filter(({ name }) => verdicts.some((verdict) => verdict.property === name));
	return {
		kernelSha256: hash(kernel),
		specificationSha256: hash(await buildSpecification()),
		invariantsSha256: hash(await buildInvariants()),
		solvers,
		properties: Object.fromEntries(used.map(({ name, says }) => [name, says])),
		verdicts,
		seconds: (performance.now() - start) / 1000,
	};
}

// These load compilers and tests' parts, which proofs do without.
async function boundAll(kernel: Uint8Array): Promise<NonNullable<Result['bounds']>> {
	requirePrograms(ARM64_PROGRAMS);
	progress('longest paths through the compiled kernel; and a run of the bench under QEMU');
	const { findBounds } = await import('./bounds.ts');
	return findBounds(kernel);
}

async function mutateAll(kernel: Uint8Array, count: number): Promise<NonNullable<Result['mutation']>> {
	if (!Number.isInteger(count) || count < 1) throw new CommandError('--count takes a whole number from 1');
	const { tryMutants } = await import('./mutants.ts');
	return tryMutants(kernel, count, SEED);
}

async function exploreAll(kernel: Uint8Array, states: number): Promise<NonNullable<Result['models']>> {
	if (!Number.isInteger(states) || states < 1) throw new CommandError('--states takes a whole number from 1');
	const { checkModels } = await import('./models.ts');
	return checkModels(kernel, states);
}

function print({ proofs, bounds, mutation, models }: Result): void {
	if (proofs !== undefined) {
		const open = proofs.verdicts.filter(({ verdict }) => verdict !== 'proved');
		console.log(['', renderMatrix(proofs.verdicts), '', ...open.map(explain), summarise(proofs.verdicts)].join('\n'));
	}
	if (bounds !== undefined) console.log(`\n${renderBounds(bounds.entries)}`);
	if (mutation !== undefined) console.log(`\n${renderMutation(mutation)}`);
	if (models !== undefined) console.log(`\n${renderModels(models)}`);
}

function report(found: Result, kernelSha256: string, { write, html }: Options): void {
	const result = write ? keepResult(found) : { ...readResult(), ...found };
	if (write) {
		writeFileSync(path.join(PROJECT_ROOT, DOCUMENT), renderDocument(result, kernelSha256));
		progress(`written: ${DOCUMENT}`);
	}
	if (html === undefined) return;
	writeFileSync(html, renderPage(result, kernelSha256));
	progress(`written: ${html}`);
}

/** Throws when something is not as it has to be. */
function judge({ proofs, bounds, mutation, models }: Result): void {
	const problems: string[] = [];
	if (proofs !== undefined && !isProved(proofs.verdicts)) problems.push(summarise(proofs.verdicts));
	for (const { entry, arm64, measured } of bounds?.entries ?? []) {
		if (measured > arm64) problems.push(`${entry} took ${measured} instructions, more than its bound ${arm64}`);
	}
	const survived = mutation?.survivors.length ?? 0;
	if (survived > 0) problems.push(`${survived} mutants survived`);
	for (const { name, violated } of models?.configurations ?? []) {
		if (violated !== undefined) problems.push(`${name}: ${violated}`);
	}
	if (problems.length > 0) throw new CommandError(problems.join('; '));
}
