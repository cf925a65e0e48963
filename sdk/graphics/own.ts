import { RegionMemory } from '../region/memory.ts';

/** The component's own memory in the place of a region: the type parameter of surfaces and images that lie there. Offsets are addresses. */
@unmanaged
export class OwnMemory extends RegionMemory {
	load32(offset: u32): u32 {
		return load<u32>(offset);
	}

	store32(offset: u32, value: u32): void {
		store<u32>(offset, value);
	}

	load64(offset: u32): u64 {
		return load<u64>(offset);
	}

	store64(offset: u32, value: u64): void {
		store<u64>(offset, value);
	}

	read(pointer: u32, offset: u32, length: u32): void {
		memory.copy(pointer, offset, length);
	}

	write(offset: u32, pointer: u32, length: u32): void {
		memory.copy(offset, pointer, length);
	}
}
