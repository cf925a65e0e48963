/** From the name of a system to its image: check, compile, assemble. */

import { type BuiltComponent, buildComponent } from '../build/component.ts';
import { buildKernel } from '../build/kernel.ts';
import { checkSystem, systemFile } from '../check/check.ts';
import { renderResult } from '../check/render.ts';
import { CommandError } from '../command.ts';
import { assembleSystem } from './assemble.ts';
import type { ComponentImage, SystemImage } from './types.ts';

const INIT = 'servers/init';

/** Builds a system given by its name, its folder or its file. Throws CommandError with every mistake that it has. */
export async function buildSystem(system: string): Promise<SystemImage> {
	const check = await checkSystem(systemFile(system));
	const { model } = check;
	if (model === undefined) throw new CommandError(renderResult(check));
	const images = new Map<string, ComponentImage>();
	const init = toImage(await buildComponent(INIT));
	for (const { folder } of model.components.values()) {
		if (!images.has(folder)) images.set(folder, toImage(await buildComponent(folder)));
	}
	return assembleSystem({ check: { model, lineOf: check.lineOf }, kernel: await buildKernel(), init, images });
}

function toImage({ name, wasm, memories, memoryPages }: BuiltComponent): ComponentImage {
	return { name, wasm, memories, memoryPages };
}
