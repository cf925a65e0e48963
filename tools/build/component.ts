/** Builds a component: compile, link its regions in, optimise, validate. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateComponent } from '../../machines/wasm/validate.ts';
import { refreshAssets } from '../assets/generate.ts';
import { CommandError } from '../command.ts';
import { refreshInterfaces } from '../interfaces/generate.ts';
import { type AssemblyResult, compileAssembly, PROJECT_ROOT } from './assembly.ts';
import { compileC } from './c.ts';
import { recall, remember } from './cache.ts';
import { loadLibraries, mergeLibraries } from './libraries.ts';
import { type LinkedRegion, linkComponent } from './link.ts';
import { type LoadedManifest, loadManifest } from './manifest.ts';
import { optimize } from './optimize.ts';

/** A component that is ready for any machine. */
export interface BuiltComponent {
	readonly name: string;
	readonly wasm: Uint8Array;
	/** Its regions, in order of their memories. */
	readonly memories: readonly LinkedRegion[];
	/** Size of its own memory, units of 64 KiB. */
	readonly memoryPages: number;
}

/**
 * Builds the component in `folder` (relative to the checkout), or takes it from build/components/ when nothing that goes into it
 * has changed. Throws CommandError or AssemblyError with what is wrong and where.
 */
export async function buildComponent(folder: string): Promise<BuiltComponent> {
	const place = path.relative(PROJECT_ROOT, path.resolve(PROJECT_ROOT, folder));
	refreshInterfaces();
	refreshAssets();
	const manifest = await loadManifest(place);
	const known = recall(place);
	if (known !== undefined) return describe(manifest, known);
	const source = readBinary(place) ?? (await compileAndLink(place, manifest));
	const { wasm } = source;
	const problems = validateComponent(wasm, describe(manifest, wasm));
	if (problems.length > 0) {
		throw new CommandError(
			`${place}: the component is not valid:\n${problems.map((problem) => problem.message).join('\n')}`,
		);
	}
	remember(place, wasm, [...source.inputs, `${place}/manifest.ts`]);
	return describe(manifest, wasm);
}

function describe(manifest: LoadedManifest, wasm: Uint8Array): BuiltComponent {
	return { name: manifest.name, wasm, memories: manifest.regions, memoryPages: manifest.memoryPages };
}

/** A component that somebody else has built and linked, with whatever tools: it is validated like any other, and not changed. */
function readBinary(folder: string): AssemblyResult | undefined {
	const file = `${folder}/component.wasm`;
	if (!existsSync(path.join(PROJECT_ROOT, file))) return undefined;
	return { wasm: new Uint8Array(readFileSync(path.join(PROJECT_ROOT, file))), inputs: [file] };
}

async function compileAndLink(folder: string, manifest: LoadedManifest): Promise<AssemblyResult> {
	const libraries = loadLibraries(folder, manifest.libraries);
	const { wasm, inputs } = await compile(folder, manifest, libraries.end);
	const merged = libraries.modules.length === 0 ? wasm : mergeLibraries(folder, wasm, libraries);
	return {
		wasm: optimize(linkComponent(folder, merged, manifest.regions)),
		inputs: [...inputs, ...libraries.inputs],
	};
}

/** `memoryBase`: where static data of a program in TypeScript begins, behind that of its libraries. */
async function compile(folder: string, manifest: LoadedManifest, memoryBase: number): Promise<AssemblyResult> {
	const { memoryPages, stack } = manifest;
	if (existsSync(path.join(PROJECT_ROOT, folder, 'component.ts'))) {
		return compileAssembly({ entry: `${folder}/component.ts`, memoryPages, memoryBase });
	}
	if (existsSync(path.join(PROJECT_ROOT, folder, 'component.c'))) {
		return compileC({ entry: `${folder}/component.c`, memoryPages, stack });
	}
	throw new CommandError(`${folder} has a manifest.ts but neither component.ts, component.c nor component.wasm`);
}
