/**
 * The system image: everything that a machine needs to boot one system. `buildSystem` makes it, the hosted machine and
 * the ARM64 image builder consume it. The bytes of the kernel and of the components are the same for both; only the
 * manifest depends on the machine, because native code has other sizes than WebAssembly.
 */

/** One region that a component has declared, as the linker recorded it. */
export interface MemoryDeclaration {
	/** Memory number in the component, 1..12. */
	readonly memory: number;
	/** Name that the component's `manifest.ts` gives it. */
	readonly name: string;
	/** RIGHT_READ | RIGHT_WRITE of abi/rights.ts: what the component's instructions do with it. */
	readonly rights: number;
}

/** One component binary. Several processes may run the same image. */
export interface ComponentImage {
	readonly name: string;
	/** Linked, metered and validated binary. */
	readonly wasm: Uint8Array;
	readonly memories: readonly MemoryDeclaration[];
	/** Size of its memory 0 in WebAssembly pages of 64 KiB (minimum = maximum). */
	readonly memoryPages: number;
}

/**
 * A table that the builder made (who is behind which badge, for instance), or a file. It is normal memory with contents: the machine
 * hands it to `bootRegion` as kind MEMORY_NORMAL, after the images. It is only ever mapped read-only.
 */
export interface DataRegion {
	readonly name: string;
	/** A multiple of 65,536 bytes, so that it can be mapped as a memory. */
	readonly bytes: Uint8Array;
}

/** What the machine knows about its own form of each image; image numbers are indices of `SystemImage.images`. */
export interface ImageSizes {
	/** 4 KiB pages of the image region that is mapped as memory 15. At least 1; hosted: always 1, the region only names the image. */
	codePages(image: number): number;
	/** 4 KiB pages of native data and stack (memory 13); 0 = the machine needs none (hosted). */
	nativePages(image: number): number;
	/** The machine has a device tree: init compares it with what the system was built for. */
	readonly hasDeviceTree?: boolean;
}

/** Arguments of the machine's boot entries (docs/reference/02-machine.md) that are the system's to choose. */
export interface BootParameters {
	/** `bootBegin`: CPU share of the root account, in 1/65536 of the machine. */
	readonly cpuShare: number;
	/** `bootBegin`: capability slots that the root account may give out. */
	readonly slots: number;
	/** `bootProcess` for init. */
	readonly initSlots: number;
	readonly initPriority: number;
	/** Nanoseconds. */
	readonly initBudget: number;
	/** Nanoseconds. */
	readonly initPeriod: number;
}

/** A virtio device of the machine; systems/parts.ts says what each property means. */
export interface DeviceImage {
	readonly kind: 'rng' | 'block' | 'gpu' | 'touch' | 'keyboard' | 'port' | 'sensor';
	readonly slot: number;
	readonly sectors: number | undefined;
	readonly width: number | undefined;
	readonly height: number | undefined;
	readonly sensor: 'camera' | 'microphone' | 'location' | 'battery' | 'clock' | undefined;
}

/** What a finished system must have done, so that every system is a test. */
export interface Expectation {
	/** Argument of the HALT call that ends the system. */
	readonly exitCode: number;
	/** The exact text in the machine's log, from the first byte that a component wrote to the last. */
	readonly log: string;
}

/** The manifest for one machine, and what it takes. */
export interface Manifest {
	/** Format of abi/boot.ts. Mapped read-only as memory 1 of init. */
	readonly bytes: Uint8Array;
	/** 4 KiB pages that the free extent (row ROW_FREE_RAM) must have when init starts; more does no harm. */
	readonly freePages: number;
}

export interface SystemImage {
	readonly name: string;
	readonly kernel: { readonly wasm: Uint8Array; readonly sha256: string };
	/** Image 0 is init. Image i is region row ROW_IMAGES + i and is in slot SLOT_IMAGES + i of init. */
	readonly images: readonly ComponentImage[];
	/** Data j is region row ROW_IMAGES + images.length + j and is in slot SLOT_IMAGES + images.length + j of init. */
	readonly data: readonly DataRegion[];
	readonly boot: BootParameters;
	readonly devices: readonly DeviceImage[];
	/** Absent: it runs until the machine is switched off. */
	readonly expect: Expectation | undefined;
	/** Process row -> name, for logs and tools (row 1 is "init"). */
	readonly processNames: ReadonlyMap<number, string>;
	/** Computes the manifest for a machine with these image sizes. */
	manifest(sizes: ImageSizes): Manifest;
}
