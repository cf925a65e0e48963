/** How many mistakes would be noticed? Each mutant meets the gate, then the recorded entries, then the prover. */

import { hash } from '../../tools/build/cache.ts';
import { checkKernel } from '../../tools/build/gate.ts';
import { type Binary, readBinary } from './binary.ts';
import { isBootEntry } from './corpus.ts';
import { type Coverage, markBlocks } from './coverage.ts';
import { Duel } from './duel.ts';
import { explanationOf } from './equivalent.ts';
import { allMutants, buildMutant, type Mutant, onlyReachedFrom, sampleMutants } from './mutants.ts';
import { functionNames } from './names.ts';
import { type Caller, Reach } from './reach.ts';
import { recordBoots, recordRunning } from './scenarios.ts';

/** Who noticed a mutant, if anybody did. */
export type Outcome = 'gate' | 'entries' | 'proof' | 'equivalent' | 'survived';

/** Does the prover notice it? `callers` are those that can execute the mutated code. In words what it says, and whether that is proof of the contrary. */
export type ProveMutant = (kernel: Uint8Array, callers: readonly Caller[]) => Promise<Judgement>;

export interface Judgement {
	readonly outcome: Extract<Outcome, 'proof' | 'equivalent' | 'survived'>;
	readonly why: string;
}

export interface MutationOptions {
	readonly kernel: Uint8Array;
	/** What entries of a running system must do: the specification, or a kernel. */
	readonly reference: Uint8Array;
	/** Mutants to try, about; all if there are no more. */
	readonly count: number;
	readonly seed: number;
	/** Random sequences of about 60 entries to record. */
	readonly sequences: number;
	readonly prove?: ProveMutant;
	readonly onMutant?: (tried: number, of: number) => void;
}

export interface Fate {
	readonly mutant: Pick<Mutant, 'key' | 'what' | 'operator' | 'function' | 'offset'>;
	readonly outcome: Outcome;
	/** What gave it away, or why it is no mistake. */
	readonly why: string;
	/** It lies in code that is executed while the system boots, and never again. */
	readonly boot: boolean;
}

/** Mutants by what became of them. */
export type Tally = Readonly<{ [outcome in Outcome]: number }> & {
	readonly tried: number;
	/** Part of the mutants that are mistakes which was noticed, 0..1. */
	readonly score: number;
};

export interface MutationReport {
	readonly kernelSha256: string;
	readonly referenceSha256: string;
	readonly seed: number;
	/** Mutants that there are, and recorded entries. */
	readonly mutants: number;
	readonly entries: number;
	/** Of the code that a running system can reach, and of what only the boot can. */
	readonly running: Tally;
	readonly boot: Tally;
	readonly byOperator: { readonly [operator: string]: Tally };
	readonly survivors: readonly Fate[];
	readonly equivalent: readonly Fate[];
	readonly seconds: number;
}

export async function runMutants(options: MutationOptions): Promise<MutationReport> {
	const began = performance.now();
	const { kernel, reference, count, seed } = options;
	const binary = readBinary(kernel, await functionNames(kernel));
	const court = new Court(binary, options);
	const all = allMutants(binary);
	const chosen = sampleMutants(all, count, seed);
	const fates: Fate[] = [];
	for (const mutant of chosen) {
		fates.push(await court.judge(mutant));
		options.onMutant?.(fates.length, chosen.length);
	}
	const groups = Map.groupBy(fates, ({ mutant }) => mutant.operator);
	return {
		kernelSha256: hash(kernel),
		referenceSha256: hash(reference),
		seed,
		mutants: all.length,
		entries: court.entries,
		running: tally(fates.filter(({ boot }) => !boot)),
		boot: tally(fates.filter(({ boot }) => boot)),
		byOperator: Object.fromEntries([...groups].map(([operator, group]) => [operator, tally(group)])),
		survivors: fates.filter(({ outcome }) => outcome === 'survived'),
		equivalent: fates.filter(({ outcome }) => outcome === 'equivalent'),
		seconds: Math.round((performance.now() - began) / 1000),
	};
}

/** Everything that mutants have to face. */
class Court {
	readonly entries: number;
	readonly #binary: Binary;
	readonly #coverage: Coverage;
	/** The running system, then boots. */
	readonly #duels: readonly Duel[];
	readonly #bootCode: ReadonlySet<number>;
	readonly #reach: Reach;
	readonly #prove: ProveMutant | undefined;

	constructor(binary: Binary, { kernel, reference, sequences, prove }: MutationOptions) {
		this.#binary = binary;
		this.#coverage = markBlocks(binary);
		const corpora = [
			recordRunning(kernel, reference, this.#coverage, sequences),
			recordBoots(reference, this.#coverage),
		];
		this.entries = corpora.reduce((sum, { trials }) => sum + trials.length, 0);
		this.#duels = corpora.map((corpus) => new Duel(corpus));
		this.#bootCode = onlyReachedFrom(binary, isBootEntry);
		this.#reach = new Reach(binary);
		this.#prove = prove;
	}

	async judge(mutant: Mutant): Promise<Fate> {
		const { key, what, operator, function: where, offset } = mutant;
		const boot = this.#bootCode.has(mutant.index);
		const [outcome, why] = await this.#outcome(mutant, boot);
		return { mutant: { key, what, operator, function: where, offset }, outcome, why, boot };
	}

	async #outcome(mutant: Mutant, boot: boolean): Promise<[Outcome, string]> {
		const wasm = buildMutant(this.#binary, mutant);
		if (wasm === undefined) return ['gate', 'not valid WebAssembly'];
		const [problem] = checkKernel(wasm);
		if (problem !== undefined) return ['gate', problem];
		const block = this.#coverage.blockOf(mutant.index, mutant.position);
		let executed = 0;
		for (const duel of this.#duels) {
			const difference = duel.fight(wasm, block);
			if (difference !== undefined) return ['entries', `${difference.entry}: ${difference.what}`];
			executed += duel.reached(block);
		}
		const explanation = explanationOf(mutant.key);
		if (explanation !== undefined) return ['equivalent', explanation];
		const unseen = `${executed} recorded entries execute it, none shows a difference`;
		if (boot || this.#prove === undefined) return ['survived', unseen];
		const { outcome, why } = await this.#prove(wasm, this.#reach.callersOf(mutant.index, mutant.position));
		return [outcome, why];
	}
}

export function tally(fates: readonly Pick<Fate, 'outcome'>[]): Tally {
	const of = (outcome: Outcome): number => fates.filter((fate) => fate.outcome === outcome).length;
	const counts = {
		gate: of('gate'),
		entries: of('entries'),
		proof: of('proof'),
		equivalent: of('equivalent'),
		survived: of('survived'),
	};
	const mistakes = fates.length - counts.equivalent;
	return { tried: fates.length, ...counts, score: mistakes === 0 ? 1 : (mistakes - counts.survived) / mistakes };
}
