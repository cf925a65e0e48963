/** From the name of a system to its image: check, compile, assemble. */

import { decodeModule } from '../../machines/wasm/decode.ts';
import { type BuiltComponent, buildComponent } from '../build/component.ts';
import { buildKernel } from '../build/kernel.ts';
import { type CheckResult, checkSystem, type SystemFinding, systemFile } from '../check/check.ts';
import type { Model } from '../check/model.ts';
import { renderFindings, summary } from '../check/render.ts';
import { Report } from '../check/report.ts';
import { checkEntries } from '../check/rules/entries.ts';
import { CommandError } from '../command.ts';
import { assembleSystem } from './assemble.ts';
import type { ComponentImage, SystemImage } from './types.ts';

const INIT = 'servers/init';

/** Hears which component is built now: its name, which one it is, and of how many. */
export type BuildListener = (component: string, number: number, count: number) => void;

/** Builds a system given by its name, its folder or its file. Throws CommandError with every mistake that it has. */
export async function buildSystem(system: string, onComponent: BuildListener = () => {}): Promise<SystemImage> {
	const check = await checkSystem(systemFile(system));
	const { model, lineOf } = check;
	if (model === undefined) throw refusal(check.file, check.findings);
	const images = new Map<string, ComponentImage>();
	const init = toImage(await buildComponent(INIT));
	const folders = [...new Set([...model.components.values()].map(({ folder }) => folder))];
	for (const [index, folder] of folders.entries()) {
		onComponent(folder, index + 1, folders.length);
		images.set(folder, toImage(await buildComponent(folder)));
	}
	checkBinaries(check, model, images);
	return assembleSystem({ check: { model, lineOf }, kernel: await buildKernel(), init, images });
}

function toImage({ name, wasm, memories, memoryPages }: BuiltComponent): ComponentImage {
	return { name, wasm, memories, memoryPages };
}

function checkBinaries({ file, locate }: CheckResult, model: Model, images: ReadonlyMap<string, ComponentImage>): void {
	const report = new Report();
	const entries = new Map([...images].map(([folder, { wasm }]) => [folder, entriesOf(wasm)]));
	checkEntries(model, (name) => entries.get(model.components.get(name)?.folder ?? '') ?? new Set(), report);
	if (report.hasErrors) throw refusal(file, report.mistakes.map(locate));
}

/** Exported entry points, and 'wait' if the component imports it. */
function entriesOf(wasm: Uint8Array): ReadonlySet<string> {
	const { exports, imports } = decodeModule(wasm);
	const waits = imports.some(({ module, name }) => module === 'kernel' && name === 'wait');
	return new Set([...exports.map(({ name }) => name), ...(waits ? ['wait'] : [])]);
}

function refusal(file: string, findings: readonly SystemFinding[]): CommandError {
	return new CommandError(`${file}: ${summary(findings)}\n\n${renderFindings({ file, findings })}`);
}
