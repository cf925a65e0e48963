/** What the machine needs of a browser, and how to see whether it is there. Runs in the page and in workers. */

interface Feature {
	/** As its specification calls it, for the person in front of a browser that lacks it. */
	readonly name: string;
	present(): boolean;
}

const HEAD = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** Two memories of no pages. */
const TWO_MEMORIES = [...HEAD, 0x05, 0x05, 0x02, 0x00, 0x00, 0x00, 0x00];
/** A type without parameters, a function of it, a memory, and `memory.fill 0 0 0` as the function's body. */
const MEMORY_FILL = [
	...HEAD,
	...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
	...[0x03, 0x02, 0x01, 0x00],
	...[0x05, 0x03, 0x01, 0x00, 0x00],
	...[0x0a, 0x0d, 0x01, 0x0b, 0x00, 0x41, 0x00, 0x41, 0x00, 0x41, 0x00, 0xfc, 0x0b, 0x00, 0x0b],
];

const FEATURES: readonly Feature[] = [
	{ name: 'WebAssembly', present: () => typeof WebAssembly === 'object' },
	{ name: 'WebAssembly multiple memories', present: () => accepts(TWO_MEMORIES) },
	{ name: 'WebAssembly bulk memory operations', present: () => accepts(MEMORY_FILL) },
	{
		name: 'WebAssembly JavaScript Promise Integration (JSPI)',
		present: () => typeof WebAssembly === 'object' && 'Suspending' in WebAssembly && 'promising' in WebAssembly,
	},
	{
		name: 'Web Cryptography (which browsers offer only to pages from https or from this computer)',
		present: () => typeof crypto === 'object' && 'subtle' in crypto,
	},
];

function accepts(bytes: readonly number[]): boolean {
	return typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(bytes));
}

/** Names of everything that is missing here; none when the machine can run. */
export function missingFeatures(): string[] {
	return FEATURES.filter((feature) => !feature.present()).map(({ name }) => name);
}
