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
		what: 'a gate that outlives its server, on the fast path',
		file: 'kernel/fastpath.ts',
		text: '\t\t(gate.generation ^ server.generation) |\n',
		instead: '',
		entry: 'call',
		property: 'refinement',
		says: /result|GLOBAL|PROCESS/,
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
		what: 'W xor X dropped',
		file: 'kernel/region.ts',
		text: ': PAGE_COMMON | PAGE_NO_EXECUTE;\n}',
		instead: ': PAGE_COMMON;\n}',
		entry: 'REGION_PREPARE',
		property: 'refinement',
		says: /TABLES\.ENTRY/,
	},
	{
		what: 'memory that is not cleared',
		file: 'kernel/region.ts',
		text: 'if (region(row).kind === MEMORY_NORMAL) machine.clear(row, region(row).page + first, first, count);',
		instead: '',
		entry: 'REGION_PREPARE',
		property: 'refinement',
		says: /asks of the machine/,
	},
	{
		what: 'a mapping that the machine is not told to forget',
		file: 'kernel/mapping.ts',
		text: 'process(holder).mapped & ~(1 << memory);\n\tmachine.mapping(holder, memory);',
		instead: 'process(holder).mapped & ~(1 << memory);',
		entry: 'REGION_UNMAP',
		property: 'refinement',
		says: /asks of the machine/,
	},
	{
		what: 'pages that nobody is charged for',
		file: 'kernel/region.ts',
		text: '\taccount(taker).pages += pages;\n',
		instead: '',
		entry: 'REGION_HAND_ON',
		property: 'sums',
		says: /pages/,
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
		what: 'an epoch that is not raised',
		file: 'kernel/capability.ts',
		text: '\tgrant(row).parentGeneration = 0;\n\tnextEpoch();',
		instead: '\tgrant(row).parentGeneration = 0;',
		entry: 'REVOKE',
		property: 'refinement',
		says: /GLOBAL\.EPOCH/,
	},
	{
		what: 'a signal without the right',
		file: 'kernel/signal.ts',
		text: '\tif ((signal.rights & RIGHT_RAISE) === 0) return MISSING_RIGHT;\n',
		instead: '',
		entry: 'notify',
		property: 'integrity',
		says: /authority/,
	},
	{
		what: 'a badge that is not passed on',
		file: 'kernel/fastpath.ts',
		text: 'setGlobal(GLOBAL_OUT_ARGUMENT, gate.badge);',
		instead: 'setGlobal(GLOBAL_OUT_ARGUMENT, 0);',
		entry: 'call',
		property: 'refinement',
		says: /GLOBAL\.OUT_ARGUMENT/,
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
	{
		what: 'a cost that depends on what is hidden',
		file: 'kernel/alarm.ts',
		text: '\tupdateTimer(caller);\n',
		instead: '\tupdateTimer(caller);\n\tif (process(77).pending !== 0) process(caller).alarmBits = bits;\n',
		entry: 'ALARM',
		property: 'noninterference',
		says: /time/,
	},
	{
		what: 'a way in for who knows the number',
		file: 'kernel/capability.ts',
		text: 'export function receive(caller: u32, slot: u32): i32 {\n',
		instead:
			'export function receive(caller: u32, slot: u32): i32 {\n\tif (slot === 0x5ee1) capability(slotAddress(caller, 5)).rights = 0xffff;\n',
		entry: 'RECEIVE',
		property: 'amplification',
		says: /no more rights/,
	},
	{
		what: 'a division by zero',
		file: 'kernel/configure.ts',
		text: '\tif (period === 0) return 0;\n',
		instead: '',
		entry: 'PROCESS_DESTROY',
		property: 'safety',
		says: /traps/,
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
