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

/** A mutant that showed no difference in any recorded entry. */
export interface Survivor {
	/** Of the mutant. */
	readonly key: string;
	readonly kernel: Uint8Array;
	/** Those that can execute the mutated code, the shortest entries first. */
	readonly callers: readonly Caller[];
}

/** What the prover says of each: whether it notices it, or whether that is proof of the contrary. */
export type ProveMutants = (survivors: readonly Survivor[]) => Promise<readonly Judgement[]>;

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
	readonly prove?: ProveMutants;
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
	const first: Fate[] = [];
	for (const mutant of chosen) {
		first.push(court.judge(mutant));
		options.onMutant?.(first.length, chosen.length);
	}
	const fates = options.prove === undefined ? first : await proveSurvivors(court, chosen, first, options.prove);
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

/** Those that survived the recorded entries meet the prover, all together; but for those of the boot, of which it knows nothing. */
async function proveSurvivors(
	court: Court,
	chosen: readonly Mutant[],
	fates: readonly Fate[],
	prove: ProveMutants,
): Promise<Fate[]> {
	const open = chosen.filter((_, index) => fates[index]?.outcome === 'survived' && fates[index]?.boot === false);
	const judgements = await prove(open.map((mutant) => court.survivor(mutant)));
	const judged = new Map(open.map(({ key }, index) => [key, judgements[index] as Judgement]));
	return fates.map((fate) => ({ ...fate, ...judged.get(fate.mutant.key) }));
}

/** Everything that mutants have to face before the prover. */
class Court {
	readonly entries: number;
	readonly #binary: Binary;
	readonly #coverage: Coverage;
	/** The running system, then boots. */
	readonly #duels: readonly Duel[];
	readonly #bootCode: ReadonlySet<number>;
	readonly #reach: Reach;

	constructor(binary: Binary, { kernel, reference, sequences }: MutationOptions) {
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
	}

	judge(mutant: Mutant): Fate {
		const { key, what, operator, function: where, offset } = mutant;
		const boot = this.#bootCode.has(mutant.index);
		const [outcome, why] = this.#outcome(mutant);
		return { mutant: { key, what, operator, function: where, offset }, outcome, why, boot };
	}

	#outcome(mutant: Mutant): [Outcome, string] {
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
		return ['survived', `${executed} recorded entries execute it, none shows a difference`];
	}

	survivor(mutant: Mutant): Survivor {
		const callers = this.#reach.callersOf(mutant.index, mutant.position);
		return { key: mutant.key, kernel: buildMutant(this.#binary, mutant) as Uint8Array, callers };
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
