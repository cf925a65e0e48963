/**
 * What a component says about itself: `manifest.ts` in its folder, ordinary TypeScript, read by the builder, the checker and the
 * editor. A system gives these holes something to stand in them.
 */

/** Rights on a region: what the component's instructions may do with that memory. */
export type RegionRight = 'read' | 'write';

/** A shared memory that the component works on. */
export interface RegionDeclaration {
	/** Memory number, 1..12; accessors come from `sdk/region/memory<number>.ts`. */
	readonly memory: number;
	/** `'read'` or `['read', 'write']`; no machine has memory that can only be written. */
	readonly rights: RegionRight | readonly RegionRight[];
}

/** A component's own declaration. */
export interface Manifest {
	/** Unique among the components of a system; lower case letters, digits and hyphens. */
	readonly name: string;
	/** Own memory (memory 0) in units of 64 KiB, 1..512; 1 unless given. It never grows. */
	readonly memoryPages?: number;
	/** Of a component in C: bytes of its C stack in memory 0, a multiple of 16; 8192 unless given. */
	readonly stack?: number;
	/**
	 * Modules of HACL*, verified cryptography, that it links: names of files of the npm package `hacl-wasm`. It declares the functions that it calls in a
	 * file `hacl.ts`, and keeps the first word of its memory for their stack pointer.
	 */
	readonly libraries?: readonly string[];
	/** Regions by name. */
	readonly regions?: Readonly<Record<string, RegionDeclaration>>;
	/** Capabilities that it uses, by the slot of its table where it expects each, 1..255. */
	readonly capabilities?: Readonly<Record<string, number>>;
	/** Names of its regions and capabilities that a system may leave out: it can do without, or gets them while it runs. */
	readonly optional?: readonly string[];
	/** Names of the interfaces in interfaces/ that its protected procedures offer. */
	readonly provides?: readonly string[];
}

/** Declares a component. Returns its argument, with names and numbers kept in its type. */
export function defineComponent<const M extends Manifest>(manifest: M): M {
	return manifest;
}
