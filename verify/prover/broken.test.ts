/** Kernels with a mistake in them: the prover says which entry is wrong, and what is wrong with it, and shows a state and a call that V8 confirms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { materialFor } from '../../tools/verify/proof.ts';
import { compileMistake, type Mistake } from '../lockstep/mistake.ts';
import type { Verdict } from './goal.ts';
import { proveMany } from './pool.ts';

/** A mistake, the entry and property that notice it, and what is said of it. */
const MISTAKES: readonly (Mistake & { readonly entry: string; readonly property: string; readonly says: RegExp })[] = [
	{
		what: 'a missing bound',
		file: 'kernel/capability.ts',
		text: 'if (slot === 0 || slot >= SLOTS_MOST) return INVALID_ARGUMENT;',
		instead: 'if (slot === 0) return INVALID_ARGUMENT;',
		entry: 'DELETE',
		property: 'refinement',
		says: /result|CAPABILITY/,
	},
	{
		what: 'a bound that is one too high',
		file: 'kernel/capability.ts',
		text: 'slot >= process(holder).slots) return INVALID_ARGUMENT;\n\treturn cap',
		instead: 'slot > process(holder).slots) return INVALID_ARGUMENT;\n\treturn cap',
		entry: 'GATE',
		property: 'refinement',
		says: /result|CAPABILITY/,
	},
	{
		what: 'OR for AND in rights',
		file: 'kernel/capability.ts',
		text: 'capability(address).rights = capability(source).rights & rights;',
		instead: 'capability(address).rights = capability(source).rights | rights;',
		entry: 'COPY',
		property: 'refinement',
		says: /CAPABILITY\.RIGHTS/,
	},
	{
		what: 'a stale generation',
		file: 'kernel/capability.ts',
		text: 'if (kind === KIND_ACCOUNT) return account(object).generation === generation;',
		instead: 'if (kind === KIND_ACCOUNT) return account(object).generation >= generation;',
		entry: 'ACCOUNT_READ',
		property: 'refinement',
		says: /result/,
	},
	{
		what: 'a forgotten wipe of a slot',
		file: 'kernel/capability.ts',
		text: '\tcapability(address).rights = 0;\n\tcapability(address).badge = 0;',
		instead: '\tcapability(address).rights = 0;',
		entry: 'DELETE',
		property: 'invariants',
		says: /emptySlotIsZero/,
	},
	{
		what: 'a forgotten wipe of what the call before returned',
		file: 'kernel/calls.ts',
		text: '\tsetGlobal(GLOBAL_OUT_WORDS, 0);\n',
		instead: '',
		entry: 'ALARM',
		property: 'refinement',
		says: /GLOBAL\.OUT_WORDS/,
	},
	{
		what: 'an unchecked label',
		file: 'kernel/gate.ts',
		text: 'if (!flowsToProcess(process(caller).label, server, FLOW_CALL)) return FORBIDDEN_FLOW;',
		instead: '',
		entry: 'GATE',
		property: 'refinement',
		says: /result/,
	},
	{
		what: 'an alarm that the timer does not know of',
		file: 'kernel/alarm.ts',
		text: '\tupdateTimer(caller);\n',
		instead: '',
		entry: 'ALARM',
		property: 'refinement',
		says: /TIMER|OUT_ALARM/,
	},
	{
		what: 'a line that is not masked',
		file: 'kernel/interrupt.ts',
		text: '\tinterruptLine(line).masked = 1;\n',
		instead: '',
		entry: 'interrupt',
		property: 'refinement',
		says: /INTERRUPT\.MASKED/,
	},
	{
		what: 'an error that comes too late',
		file: 'kernel/capability.ts',
		text: '\tif (slot >= process(caller).slots) return INVALID_ARGUMENT;\n\t// ---- commit ----\n\tprocess(caller).receive = slot;',
		instead: '\tprocess(caller).receive = slot;\n\tif (slot >= process(caller).slots) return INVALID_ARGUMENT;',
		entry: 'RECEIVE',
		property: 'errors',
		says: /PROCESS\.RECEIVE/,
	},
];

for (const { entry, property, says, ...mistake } of MISTAKES) {
	test(`${mistake.what} is noticed, and shown`, async () => {
		const material = await materialFor(await compileMistake(mistake));
		const verdicts = await proveMany(material, { entries: [entry], properties: [property] });
		const { verdict, failures, counterexample } = verdicts[0] as Verdict;
		assert.equal(verdict, 'refuted');
		assert.match(failures.join(), says);
		assert.match(counterexample?.call ?? 'none', new RegExp(`^${entry}\\(`));
		assert.doesNotMatch(counterexample?.says ?? '', /does otherwise/);
	});
}
