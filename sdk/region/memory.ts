/**
 * What libraries need of a region, so that one source works on any memory: they take a class of memory<k>.ts as type parameter and
 * call it through `changetype<M>(0)`, which costs nothing.
 */
@unmanaged
export class RegionMemory {
	load16(_offset: u32): u32 {
		return unreachable();
	}

	store16(_offset: u32, _value: u32): void {
		unreachable();
	}

	load32(_offset: u32): u32 {
		return unreachable();
	}

	store32(_offset: u32, _value: u32): void {
		unreachable();
	}

	load64(_offset: u32): u64 {
		return unreachable();
	}

	store64(_offset: u32, _value: u64): void {
		unreachable();
	}

	/** Region to own memory. */
	read(_pointer: u32, _offset: u32, _length: u32): void {
		unreachable();
	}

	/** Own memory to region. */
	write(_offset: u32, _pointer: u32, _length: u32): void {
		unreachable();
	}
}
