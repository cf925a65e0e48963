/** Watches a session: after every kernel entry all that must always hold is asserted. */

import * as call from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import { type Capability, isGood, readCapability } from '../../verify/invariants/capabilities.ts';
import { checkSnapshot, describe, type Totals, totalsOf } from '../../verify/invariants/check.ts';
import type { EntryName, ModelKernel } from './kernel.ts';
import { isError, OUT_OF_ERRORS } from './random.ts';
import type { Session, Step } from './session.ts';
import { Shadow } from './shadow.ts';

/** Calls that make a capability from nothing, and which argument (shifted out of it) names its slot. */
const CREATES: Readonly<Record<number, number>> = {
	[call.GATE]: 1,
	[call.SIGNAL]: 1,
	[call.PROCESS_CREATE]: 4,
	[call.PROCESS_REVOKE]: 2,
	[call.REGION_CREATE]: 4,
	[call.REGION_DEVICE]: 5,
	[call.REGION_REVOKE]: 2,
	[call.ACCOUNT_CREATE]: 2,
	[call.ACCOUNT_REVOKE]: 2,
	[call.INTERRUPT_CREATE]: 2,
};

/** Tables with generations: base, stride, count, offset. */
const GENERATIONS: readonly [number, number, number, number][] = [
	[layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_COUNT, layout.PROCESS_GENERATION],
	[layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_COUNT, layout.REGION_GENERATION],
	[layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_COUNT, layout.ACCOUNT_GENERATION],
	[layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_COUNT, layout.GRANT_GENERATION],
	[layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, layout.INTERRUPT_COUNT, layout.INTERRUPT_GENERATION],
];

/** Something that must always hold did not. */
export class Broken extends Error {
	constructor(step: Step, reasons: readonly string[]) {
		super(`after ${step.name}(${step.values.join(', ')}) = ${step.result}:\n  ${reasons.join('\n  ')}`);
		this.name = 'Broken';
	}
}

export class Watch {
	readonly #kernel: ModelKernel;
	readonly #before: Shadow;
	readonly #totals: Totals;
	#caller = 0;

	constructor(session: Session) {
		this.#kernel = session.kernel;
		this.#before = new Shadow(session.kernel);
		this.#totals = totalsOf(session.kernel.bytes);
		session.before = (name, values) => this.#remember(name, values);
		session.after = (step) => this.#examine(step);
	}

	#remember(_name: EntryName, _values: readonly number[]): void {
		this.#caller = this.#kernel.current;
		this.#before.take();
	}

	#examine(step: Step): void {
		const reasons = checkSnapshot(this.#kernel, this.#totals).slice(0, 5).map(describe);
		this.#checkGenerations(reasons);
		if (step.name === 'system' && step.values[0] === call.IDENTIFY) this.#checkIdentify(step, reasons);
		if (isError(step.name, step.result)) this.#checkUnchanged(step, reasons);
		else this.#checkAuthority(step, reasons);
		if (reasons.length > 0) throw new Broken(step, reasons);
	}

	/** The kernel finds a capability exactly when the checker thinks it good. */
	#checkIdentify(step: Step, reasons: string[]): void {
		const slot = step.values[1] ?? 0;
		if (slot >= layout.SLOTS_MOST) return;
		const capability = readCapability(this.#kernel, this.#caller, slot);
		const expected = isGood(this.#kernel, capability) ? capability.kind | (capability.rights << 8) : 0;
		if (step.result !== expected) reasons.push(`slot ${slot} is found as ${step.result}, not ${expected}`);
	}

	/** What was revoked stays dead, because no generation ever goes back. */
	#checkGenerations(reasons: string[]): void {
		for (const [base, stride, count, field] of GENERATIONS) {
			for (let row = 0; row < count; row++) {
				const address = base + row * stride + field;
				const before = this.#before.dense(address);
				if (this.#kernel.word(address) < before) reasons.push(`the generation at ${address} went back from ${before}`);
			}
		}
	}

	/** An error changes nothing; of the OUT words `system` says that there are no words, and whether to preempt. */
	#checkUnchanged(step: Step, reasons: string[]): void {
		const except = step.name === 'system' ? OUT_OF_ERRORS : [];
		const changed = this.#before.differences(except);
		if (changed.length > 0) reasons.push(`an error changed the words at ${changed.join(', ')}`);
		if (this.#kernel.effects.length > 0) reasons.push('an error used a machine function');
		this.#kernel.effects = [];
	}

	/** Nobody gains authority: a new capability is a copy with at most the rights of one that was there, or was just created. */
	#checkAuthority(step: Step, reasons: string[]): void {
		this.#kernel.effects = [];
		const argument = step.name === 'system' ? CREATES[step.values[0] ?? 0] : undefined;
		const created = argument === undefined ? 0 : (step.values[1 + argument] ?? 0) & 0xffff;
		for (const holder of this.#kernel.processes()) {
			if (!this.#before.has(this.#kernel.block(holder))) continue;
			for (const slot of this.#changedSlots(holder)) {
				const capability = readCapability(this.#kernel, holder, slot);
				if (capability.kind === 0 || (holder === this.#caller && slot === created)) continue;
				if (!isGood(this.#kernel, capability)) reasons.push(`process ${holder} slot ${slot} got a dead capability`);
				if (!this.#hasSource(capability)) reasons.push(`process ${holder} slot ${slot} got authority from nowhere`);
			}
		}
	}

	#changedSlots(holder: number): number[] {
		const slots: number[] = [];
		const block = this.#kernel.block(holder);
		const before = this.#before.words(block);
		const first = layout.BLOCK_SLOTS / 4;
		const words = layout.CAPABILITY_STRIDE / 4;
		for (let index = first; index < before.length; index++) {
			if (before[index] === this.#kernel.word(block + 4 * index)) continue;
			const slot = Math.floor((index - first) / words);
			slots.push(slot);
			index = first + (slot + 1) * words - 1;
		}
		return slots;
	}

	/** Was there a capability that this one can be a copy of? */
	#hasSource(copy: Capability): boolean {
		for (let holder = 1; holder < layout.PROCESS_COUNT; holder++) {
			const block = this.#kernel.block(holder);
			if (!this.#before.has(block)) continue;
			const words = this.#before.words(block);
			for (let slot = 1; slot < layout.SLOTS_MOST; slot++) {
				const at = (layout.BLOCK_SLOTS + slot * layout.CAPABILITY_STRIDE) / 4;
				const [kind, object, generation, rights = 0, badge, grant, grantGeneration] = words.subarray(at, at + 7);
				if (kind !== copy.kind || object !== copy.object || generation !== copy.generation) continue;
				if (badge !== copy.badge || (copy.rights & ~rights) !== 0) continue;
				if (this.#mayDerive(copy, grant, grantGeneration)) return true;
			}
		}
		return false;
	}

	/** The same grant as the source, or one that hangs directly under it. */
	#mayDerive(copy: Capability, grant: number | undefined, generation: number | undefined): boolean {
		if (copy.grant === grant && copy.grantGeneration === generation) return true;
		const parent = this.#kernel.grant(copy.grant, layout.GRANT_PARENT);
		return (
			copy.grant !== 0 &&
			parent === grant &&
			this.#kernel.grant(copy.grant, layout.GRANT_PARENT_GENERATION) === generation
		);
	}
}
