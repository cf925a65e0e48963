/**
 * Taking memory from an activation in progress. V8 cannot unmap a memory from a running instance, so the region moves to a new memory
 * and the one that the instance still holds becomes zero and belongs to nobody: after a revocation nothing of the region can be read
 * or written, only the trap of the ARM64 machine is missing. Where that cannot be done, because another activation in progress
 * rightfully holds the same memory, the process is at fault instead.
 */
import { CAUSE_MEMORY } from '../../../abi/calls.ts';
import type { Core } from './core.ts';
import { ComponentFault } from './faults.ts';
import type { ComponentInstance } from './instance.ts';
import type { HostedProcess } from './process.ts';
import { EMPTY_MEMORY, type RegionMemory } from './regions.ts';

/** Makes everything inaccessible that the process holds and the kernel no longer maps. Throws `ComponentFault` where it cannot. */
export function withdrawMemories(core: Core, process: HostedProcess): void {
	const { instance } = process;
	if (instance === undefined) return;
	for (const [memory, held] of instance.memories.entries()) {
		if (held === EMPTY_MEMORY || core.mappedMemory(process.row, memory, instance.image) === held) continue;
		const row = core.regions.rowOf(held);
		if (row >= 0) withdraw(core, process, instance, held, row);
	}
}

function withdraw(
	core: Core,
	process: HostedProcess,
	instance: ComponentInstance,
	held: RegionMemory,
	row: number,
): void {
	const keeps = instance.memories.some((other, memory) => other === held && stillMapped(core, process, memory, held));
	const holders = core.processes.filter((other) => other !== process && other.instance?.memories.includes(held));
	if (keeps || holders.some((other) => core.isActive(other.row))) {
		throw new ComponentFault(CAUSE_MEMORY, 'a memory was taken from an activation in progress');
	}
	core.regions.replace(row);
	for (const holder of holders) holder.retire();
}

function stillMapped(core: Core, process: HostedProcess, memory: number, held: RegionMemory): boolean {
	const image = process.instance?.image;
	return image !== undefined && core.mappedMemory(process.row, memory, image) === held;
}
