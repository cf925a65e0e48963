/** The security properties notice mistakes: each is one place of the kernel that says something else, and names what it breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildInvariants } from '../../../tools/build/invariants.ts';
import { buildKernel } from '../../../tools/build/kernel.ts';
import { compileMistake, type Mistake } from '../../lockstep/mistake.ts';
import { isTrue, not } from '../build.ts';
import { questionOf } from '../discharge.ts';
import type { Property } from '../goal.ts';
import { subjectOf } from '../prove.ts';
import { solve } from '../solver.ts';
import { SUBJECTS } from '../subjects.ts';
import { forgetTerms } from '../term.ts';
import { AMPLIFICATION } from './amplification.ts';
import { CONFINEMENT } from './confinement.ts';
import { INTEGRITY } from './integrity.ts';
import { NONINTERFERENCE } from './noninterference.ts';
import { SUMS_KEPT } from './sums.ts';

interface Case extends Mistake {
	readonly subject: string;
	readonly property: Property;
	/** Part of the failure's text. */
	readonly failure: RegExp;
}

const CASES: readonly Case[] = [
	{
		what: 'a copy may have rights that its source does not have',
		file: 'kernel/capability.ts',
		text: 'capability(address).rights = capability(source).rights & rights;',
		instead: 'capability(address).rights = capability(source).rights | rights;',
		subject: 'COPY',
		property: AMPLIFICATION,
		failure: /no more rights/,
	},
	{
		what: 'memory is mapped whatever the labels say',
		file: 'kernel/mapping.ts',
		text: 'if (!flows(label, region(row).label, memoryOperations(rights))) return FORBIDDEN_FLOW;',
		instead: '',
		subject: 'REGION_MAP',
		property: CONFINEMENT,
		failure: /the matrix allows/,
	},
	{
		what: 'capabilities are installed in any process that the caller holds',
		file: 'kernel/capability.ts',
		text: 'let error = lacks(holder, RIGHT_CONFIGURE);',
		instead: 'let error = lacks(holder, 0);',
		subject: 'INSTALL',
		property: INTEGRITY,
		failure: /CAPABILITY\.\w+ changes only with authority/,
	},
	{
		what: 'a new process is not charged for its slots',
		file: 'kernel/process.ts',
		text: 'account(owner).slots -= slots;',
		instead: '',
		subject: 'PROCESS_CREATE',
		property: SUMS_KEPT,
		failure: /slots are conserved/,
	},
	{
		what: 'the state of a process is read before it is known whose it is',
		file: 'kernel/process.ts',
		text: `	if (row === 0 || row >= PROCESS_COUNT || process(row).account !== capability(payer).object) return NOT_AVAILABLE;
	if (process(row).state === STATE_FREE) return NOT_AVAILABLE;`,
		instead: `	if (row === 0 || row >= PROCESS_COUNT || process(row).state === STATE_FREE) return NOT_AVAILABLE;
	if (process(row).account !== capability(payer).object) return NOT_AVAILABLE;`,
		subject: 'PROCESS_REVOKE',
		property: NONINTERFERENCE,
		failure: /the time that it takes/,
	},
];

/** The prover understands what the optimiser leaves, as in the kernel itself. */
const AS_BUILT: readonly string[] = [];

/** How much of the invariants goes into a question. */
const EFFORT = { rounds: 2, depth: 3 };

/** What Z3 says of the first goal whose text is that: `unsat` when it holds, `sat` when there is a state in which it does not. */
async function answerOn(kernel: Uint8Array, { subject: name, property, failure }: Case): Promise<string> {
	const subject = SUBJECTS.find((given) => given.name === name);
	assert.ok(subject);
	forgetTerms();
	const invariants = await buildInvariants();
	const subjected = subjectOf({ kernel, specification: kernel, invariants }, subject);
	const goal = property.goals(subjected).find(({ says, statement }) => failure.test(says) && !isTrue(statement));
	assert.ok(goal);
	return (await solve('z3', questionOf(subjected, property, not(goal.statement), EFFORT))).answer;
}

for (const given of CASES) {
	test(`${given.property.name} of ${given.subject} holds, and does not when ${given.what}`, async () => {
		assert.equal(await answerOn((await buildKernel()).wasm, given), 'unsat');
		assert.equal(await answerOn(await compileMistake(given, AS_BUILT), given), 'sat');
	});
}
