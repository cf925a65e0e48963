/** One instantiation of a component: lives from a reset, or a change of its mappings, to the next. */

import { CAUSE_BAD_CALL, CAUSE_MEMORY } from '../../../abi/calls.ts';
import { MEMORY_LAST_REGION, MEMORY_OWN } from '../../../abi/component.ts';
import { ComponentFault } from './faults.ts';
import type { LoadedImage } from './image.ts';
import type { ComponentModules } from './imports.ts';
import type { Protected } from './passage.ts';
import type { CallWords } from './process.ts';
import { EMPTY_MEMORY, type RegionMemory } from './regions.ts';

/** What is at fault when a process without protected procedures is called. */
export const NO_PROCEDURES = 'the component exports no protected procedures';

type Entry = (argument: number) => void;

export class ComponentInstance {
	readonly image: LoadedImage;
	/** What each memory number holds; EMPTY_MEMORY where nothing is mapped. */
	readonly memories: readonly RegionMemory[];
	readonly words: Int32Array;
	/** True for a process that may block: it is entered through JSPI. */
	readonly program: boolean;
	/** Absent when the component exports none. */
	readonly protected: Protected | undefined;
	readonly exports: WebAssembly.Exports;

	constructor(image: LoadedImage, memories: readonly RegionMemory[], program: boolean, imports: ComponentModules) {
		this.image = image;
		this.memories = memories;
		this.program = program;
		this.words = (memories[MEMORY_OWN] as RegionMemory).words;
		const memory: WebAssembly.ModuleImports = {};
		for (let number = 0; number <= MEMORY_LAST_REGION; number++) {
			memory[number] = (memories[number] ?? EMPTY_MEMORY).memory;
		}
		this.exports = instantiate(image, { ...imports, memory });
		this.protected = this.exports.protected as Protected | undefined;
	}

	/** An entry point; those that a component does not export do nothing. */
	entry(name: 'init' | 'notified' | 'faulted'): Entry {
		return (this.exports[name] as Entry | undefined) ?? doNothing;
	}

	/** The same, to be awaited: a blocking program can suspend in it. */
	async runProgramEntry(name: 'init' | 'notified' | 'faulted', argument: number): Promise<void> {
		const entry = this.exports[name] as Entry | undefined;
		if (entry !== undefined) await WebAssembly.promising(entry)(argument);
	}

	/** A blocking program serves a call. */
	async serveProgram(badge: number, words: CallWords): Promise<number> {
		if (this.protected === undefined) throw new ComponentFault(CAUSE_BAD_CALL, NO_PROCEDURES);
		return (await WebAssembly.promising(this.protected)(badge, ...words)) as number;
	}

	/** Takes over the global variables of the instance that this one replaces. */
	inherit(previous: ComponentInstance): void {
		for (const name of this.image.globals) {
			(this.exports[name] as WebAssembly.Global).value = (previous.exports[name] as WebAssembly.Global).value;
		}
	}
}

/** What does not fit (a memory smaller than the component's own must be) is a fault of whoever configured the process. */
function instantiate(image: LoadedImage, imports: WebAssembly.Imports): WebAssembly.Exports {
	try {
		return new WebAssembly.Instance(image.module, imports).exports;
	} catch (error) {
		if (!(error instanceof WebAssembly.LinkError)) throw error;
		throw new ComponentFault(CAUSE_MEMORY, error.message);
	}
}

function doNothing(): void {}
