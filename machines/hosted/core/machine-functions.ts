/** The eleven functions that the kernel imports (docs/reference/02-machine.md). */
import { MEMORY_OWN } from '../../../abi/component.ts';
import type { Core } from './core.ts';
import type { MachineFunctions } from './kernel.ts';
import { mappingOf } from './mapping.ts';

const PAGE_BYTES = 4096;

export function machineFunctions(core: Core): MachineFunctions {
	/** The bytes that `memory` of `process` is mapped to; the kernel has checked that it is. */
	function bytesOf(process: number, memory: number): Uint8Array {
		const mapping = mappingOf(core.words, process, memory);
		return mapping === undefined ? new Uint8Array() : core.regions.memory(mapping.region).bytes;
	}

	/** The process's own memory, zero. */
	function ownMemory(row: number): Uint8Array {
		const mapping = mappingOf(core.words, row, MEMORY_OWN);
		return mapping === undefined ? new Uint8Array() : core.regions.cleared(mapping.region).bytes;
	}

	return {
		// Kernel memory that is not backed is zero already: it starts so, and `unback` leaves it so.
		back() {},
		unback(address, count) {
			core.kernel.bytes.fill(0, address, address + count * PAGE_BYTES);
		},
		clear(row, _page, first, count) {
			core.regions.clear(row, first, count);
		},
		mapping(row) {
			core.process(row).retire();
		},
		reset(row) {
			core.process(row).abandon();
			const own = ownMemory(row);
			for (const { bytes, offset } of core.imageOf(row)?.data ?? []) {
				if (offset + bytes.length <= own.length) own.set(bytes, offset);
			}
		},
		forget(row) {
			core.process(row).abandon();
		},
		copy(from, fromMemory, fromOffset, to, toMemory, toOffset, length) {
			const source = bytesOf(from, fromMemory).subarray(fromOffset >>> 0, (fromOffset >>> 0) + (length >>> 0));
			bytesOf(to, toMemory).set(source, toOffset >>> 0);
		},
		lineEnable(line, on) {
			core.lines.enable(line, on !== 0);
		},
		lineRaise(line) {
			core.lines.raise(line);
		},
		log(word, count) {
			const bytes = new Uint8Array(4);
			new DataView(bytes.buffer).setInt32(0, word, true);
			core.log(bytes.subarray(0, count));
		},
		halt(code) {
			core.exitCode = code;
		},
	};
}
