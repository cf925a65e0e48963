/** Component binaries, made ready to be instantiated again and again. */

import { MachineError } from './kernel.ts';
import { type DataSegment, rehost } from './rehost.ts';
import type { HostedComponent } from './system.ts';

const WASM_PAGE_BYTES = 65536;

export interface LoadedImage {
	readonly name: string;
	readonly module: WebAssembly.Module;
	readonly segments: readonly DataSegment[];
	readonly globals: readonly string[];
	readonly startExport: string | undefined;
	/** Size of memory 0 in WebAssembly pages. */
	readonly memoryPages: number;
	/** Rights that the instructions use on each memory number. */
	readonly uses: readonly number[];
}

/** Validates, meters, rewrites and compiles a component. Throws a `MachineError` that names it. */
export function loadImage(image: HostedComponent): LoadedImage {
	try {
		const component = rehost(image.wasm);
		const size = component.memoryPages * WASM_PAGE_BYTES;
		for (const segment of component.segments) {
			if (segment.offset + segment.bytes.length > size) throw new Error('has a data segment outside its memory');
		}
		const uses: number[] = [];
		for (const { memory, rights } of image.memories) uses[memory] = rights;
		const { segments, globals, startExport, memoryPages } = component;
		const module = new WebAssembly.Module(component.wasm);
		return { name: image.name, module, segments, globals, startExport, memoryPages, uses };
	} catch (error) {
		throw new MachineError(`component ${image.name}: ${(error as Error).message}`);
	}
}
