/** Component binaries, made ready to be instantiated again and again. */
import { meterComponent } from '../../wasm/meter.ts';
import { validateComponent } from '../../wasm/validate.ts';
import { compileModule } from './compile.ts';
import { MachineError } from './kernel.ts';
import { type RehostedComponent, rehost, type StaticData } from './rehost.ts';
import { STACK_LIMIT } from './stack.ts';
import type { HostedComponent } from './system.ts';

export interface LoadedImage {
	readonly name: string;
	readonly module: WebAssembly.Module;
	readonly data: readonly StaticData[];
	/** Exports that are mutable globals. */
	readonly globals: readonly string[];
	/** Size of memory 0 in WebAssembly pages. */
	readonly memoryPages: number;
	/** Rights that the instructions use on each memory number. */
	readonly uses: readonly number[];
}

/** Validates, meters and rewrites a component: all that is done to it before it is compiled. Throws a `MachineError` that names it. */
export function rehostImage(image: HostedComponent): RehostedComponent {
	const problems = validateComponent(image.wasm, image);
	if (problems.length > 0) {
		const list = problems.map(({ message }) => `\n  ${message}`).join('');
		throw new MachineError(`component ${image.name} is not one that this machine runs:${list}`);
	}
	return rehost(meterComponent(image.wasm, { stackLimit: STACK_LIMIT }).wasm);
}

/** Makes a component ready to be instantiated. Throws as `rehostImage`. */
export function loadImage(image: HostedComponent): LoadedImage {
	const { wasm, data, globals, memoryPages } = image.rehosted ?? rehostImage(image);
	const uses: number[] = [];
	for (const { memory, rights } of image.memories) uses[memory] = rights;
	return { name: image.name, module: compileModule(wasm), data, globals, memoryPages, uses };
}

/** The components of a system. Each is loaded when the first process that runs it is reset, or before, when somebody has time for it. */
export class Images {
	private readonly components: readonly HostedComponent[];
	private readonly loaded: (LoadedImage | undefined)[];

	constructor(components: readonly HostedComponent[]) {
		this.components = components;
		this.loaded = components.map(() => undefined);
	}

	/** Name of a component, loaded or not. */
	name(index: number): string | undefined {
		return this.components[index]?.name;
	}

	/** The component, which is validated and compiled now if it has not been. Throws a `MachineError` when it is none. */
	load(index: number): LoadedImage | undefined {
		const component = this.components[index];
		if (component === undefined) return undefined;
		const image = this.loaded[index] ?? loadImage(component);
		this.loaded[index] = image;
		return image;
	}

	/** Loads one that has not been; false when all have. Throws as `load`. */
	loadAnother(): boolean {
		const index = this.loaded.indexOf(undefined);
		if (index < 0) return false;
		this.load(index);
		return true;
	}
}
