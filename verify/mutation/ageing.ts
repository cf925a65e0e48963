/** A system whose counters are nearly used up. */

import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import type { ModelKernel } from '../../test/kernel/kernel.ts';

/** Adds `years` to every generation, and to every copy of one. */
export function age(kernel: ModelKernel, years: number): void {
	for (const [base, stride, count, field] of GENERATIONS) {
		for (let index = 0; index < count; index++) {
			// Row 0 of these is never used.
			if (index > 0 || !UNUSED_FIRST.has(base)) add(kernel, years, base + index * stride + field);
		}
	}
	for (let index = 1; index < layout.GRANT_COUNT; index++) {
		const at = layout.GRANT_BASE + index * layout.GRANT_STRIDE;
		if (kernel.word(at + layout.GRANT_PARENT) !== 0) add(kernel, years, at + layout.GRANT_PARENT_GENERATION);
	}
	for (let line = 0; line < layout.INTERRUPT_COUNT; line++) {
		const at = layout.INTERRUPT_BASE + line * layout.INTERRUPT_STRIDE;
		if (kernel.word(at + layout.INTERRUPT_PROCESS) !== 0) add(kernel, years, at + layout.INTERRUPT_PROCESS_GENERATION);
	}
	for (const holder of kernel.processes()) ageProcess(kernel, years, holder);
	const epoch = layout.GLOBAL_BASE + layout.GLOBAL_EPOCH_64;
	kernel.longs[epoch >>> 3] = LATE_EPOCH;
}

/** The counter of revocations is about to need its second word. */
const LATE_EPOCH = 0xffff_fffen;

function ageProcess(kernel: ModelKernel, years: number, holder: number): void {
	const at = layout.PROCESS_BASE + holder * layout.PROCESS_STRIDE;
	if (kernel.word(at + layout.PROCESS_HANDLER) !== 0) add(kernel, years, at + layout.PROCESS_HANDLER_GENERATION);
	kernel.longs[(at + layout.PROCESS_EPOCH_64) >>> 3] = LATE_EPOCH;
	const block = kernel.block(holder);
	for (let slot = 1; slot < layout.SLOTS_MOST; slot++) {
		const capability = block + layout.BLOCK_SLOTS + slot * layout.CAPABILITY_STRIDE;
		const kind = kernel.word(capability + layout.CAPABILITY_KIND);
		if (kind !== 0 && kind !== rights.KIND_CONTROL) add(kernel, years, capability + layout.CAPABILITY_GENERATION);
	}
	for (let memory = 0; memory < layout.MAPPING_COUNT; memory++) {
		const mapping = block + layout.BLOCK_MAPPINGS + memory * layout.MAPPING_STRIDE;
		if (kernel.word(mapping + layout.MAPPING_RIGHTS) !== 0) add(kernel, years, mapping + layout.MAPPING_GENERATION);
	}
}

function add(kernel: ModelKernel, years: number, address: number): void {
	kernel.words[address >>> 2] = (kernel.words[address >>> 2] as number) + years;
}

const UNUSED_FIRST: ReadonlySet<number> = new Set([layout.PROCESS_BASE, layout.REGION_BASE, layout.GRANT_BASE]);

/** Tables with generations: base, stride, count, offset. */
const GENERATIONS: readonly (readonly [number, number, number, number])[] = [
	[layout.PROCESS_BASE, layout.PROCESS_STRIDE, layout.PROCESS_COUNT, layout.PROCESS_GENERATION],
	[layout.REGION_BASE, layout.REGION_STRIDE, layout.REGION_COUNT, layout.REGION_GENERATION],
	[layout.ACCOUNT_BASE, layout.ACCOUNT_STRIDE, layout.ACCOUNT_COUNT, layout.ACCOUNT_GENERATION],
	[layout.GRANT_BASE, layout.GRANT_STRIDE, layout.GRANT_COUNT, layout.GRANT_GENERATION],
	[layout.INTERRUPT_BASE, layout.INTERRUPT_STRIDE, layout.INTERRUPT_COUNT, layout.INTERRUPT_GENERATION],
];
