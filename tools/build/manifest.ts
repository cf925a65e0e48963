/** Reads a component's manifest.ts and checks what types cannot. */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { MEMORY_LAST_REGION } from '../../abi/component.ts';
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import type { Manifest, RegionDeclaration } from '../../sdk/define.ts';
import { CommandError } from '../command.ts';
import { PROJECT_ROOT } from './assembly.ts';
import type { LinkedRegion } from './link.ts';

/** A manifest with its defaults filled in. */
export interface LoadedManifest {
	readonly name: string;
	readonly memoryPages: number;
	readonly stack: number;
	/** Library modules that it calls (libraries.ts). */
	readonly libraries: readonly string[];
	/** In order of their memories. */
	readonly regions: readonly LinkedRegion[];
}

const PAGES_MOST = 512;
const STACK_DEFAULT = 8192;

/** `folder` is relative to the checkout. Throws CommandError when there is no manifest, or a wrong one. */
export async function loadManifest(folder: string): Promise<LoadedManifest> {
	const file = `${folder}/manifest.ts`;
	const absolute = path.join(PROJECT_ROOT, file);
	if (!existsSync(absolute)) {
		throw new CommandError(`${folder} is not a component: it has no manifest.ts (docs/guide/components.md shows one)`);
	}
	const { default: manifest } = (await import(pathToFileURL(absolute).href)) as { default?: Manifest };
	if (typeof manifest !== 'object' || manifest === null) {
		throw new CommandError(`${file}: has no default export; write: export default defineComponent({ name: '...' })`);
	}
	const fail = (message: string): never => {
		throw new CommandError(`${file}: ${message}`);
	};
	if (typeof manifest.name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(manifest.name)) {
		fail(`name ${JSON.stringify(manifest.name)} is not made of lower case letters, digits and hyphens`);
	}
	const memoryPages = manifest.memoryPages ?? 1;
	if (!Number.isInteger(memoryPages) || memoryPages < 1 || memoryPages > PAGES_MOST) {
		fail(`memoryPages ${memoryPages} is not in 1..${PAGES_MOST} (units of 64 KiB)`);
	}
	const stack = manifest.stack ?? STACK_DEFAULT;
	if (!Number.isInteger(stack) || stack < 16 || stack % 16 !== 0) {
		fail(`stack ${stack} is not a positive multiple of 16 bytes`);
	}
	const libraries = manifest.libraries ?? [];
	return { name: manifest.name, memoryPages, stack, libraries, regions: readRegions(manifest, fail) };
}

function readRegions(manifest: Manifest, fail: (message: string) => never): LinkedRegion[] {
	const byMemory = new Map<number, LinkedRegion>();
	for (const [name, declaration] of Object.entries(manifest.regions ?? {})) {
		const { memory } = declaration;
		if (!Number.isInteger(memory) || memory < 1 || memory > MEMORY_LAST_REGION) {
			fail(`region '${name}' has memory ${memory}; regions are memories 1 to ${MEMORY_LAST_REGION}`);
		}
		const other = byMemory.get(memory);
		if (other !== undefined) fail(`regions '${other.name}' and '${name}' both are memory ${memory}`);
		byMemory.set(memory, { memory, name, rights: readRights(name, declaration, fail) });
	}
	return [...byMemory.values()].sort((a, b) => a.memory - b.memory);
}

function readRights(name: string, { rights }: RegionDeclaration, fail: (message: string) => never): number {
	let bits = 0;
	for (const right of [rights].flat()) {
		if (right === 'read') bits |= RIGHT_READ;
		else if (right === 'write') bits |= RIGHT_WRITE;
		else fail(`region '${name}' has the right ${JSON.stringify(right)}; rights are 'read' and 'write'`);
	}
	if ((bits & RIGHT_READ) === 0) {
		fail(`region '${name}' lacks the right 'read'; write rights: 'read' or rights: ['read', 'write']`);
	}
	return bits;
}
