/**
 * Decides whether a binary is a component: at link time, and again when a machine loads it. Whoever made it, with whatever tool:
 * what passes here can touch nothing but its own memory, its regions within their rights, and the kernel's functions.
 */

import { decodeModule } from './decode.ts';
import type { WasmModule } from './module.ts';
import { MalformedError } from './reader.ts';
import { BYTES_MOST, type Problem, type ProblemCode } from './rules.ts';
import { validateCode } from './validate-code.ts';
import { validateShape } from './validate-shape.ts';

export type { Problem, ProblemCode } from './rules.ts';

/** What the component says about itself. */
export interface ComponentDeclaration {
	/** Size of its own memory, units of 64 KiB. */
	readonly memoryPages: number;
	/** Its regions; rights are RIGHT_READ | RIGHT_WRITE of abi/rights.ts. */
	readonly memories: readonly { readonly memory: number; readonly name: string; readonly rights: number }[];
}

/** Collects what is wrong. */
export type Refuse = (code: ProblemCode, offset: number, message: string, inFunction?: number) => void;

/** Problems listed at most; a binary with more is not worth reading further. */
const PROBLEMS_MOST = 20;

/** Empty when the binary is a component as declared. Never throws, whatever the bytes; takes time linear in their number. */
export function validateComponent(wasm: Uint8Array, declared: ComponentDeclaration): Problem[] {
	const problems: Problem[] = [];
	const refuse: Refuse = (code, offset, message, inFunction) => {
		const place = inFunction === undefined ? `byte ${offset}` : `function ${inFunction}, byte ${offset}`;
		if (problems.length < PROBLEMS_MOST) {
			problems.push({ code, offset, function: inFunction, message: `${place}: ${message}` });
		}
	};
	if (wasm.length > BYTES_MOST) {
		refuse('size', 0, `the binary has ${wasm.length} bytes; at most ${BYTES_MOST} are accepted`);
		return problems;
	}
	try {
		const module = decodeModule(wasm);
		validateShape(module, declared, refuse);
		validateCode(module, declared, refuse);
	} catch (error) {
		if (!(error instanceof MalformedError)) throw error;
		refuse('malformed', error.offset, error.message);
	}
	if (problems.length === 0) checkTypes(wasm, refuse);
	return problems;
}

/** Which region an imported memory is; undefined for the component's own. */
export function regionOf(
	module: WasmModule,
	index: number,
	declared: ComponentDeclaration,
): ComponentDeclaration['memories'][number] | undefined {
	const name = module.memories[index]?.import?.name;
	return declared.memories.find((region) => String(region.memory) === name);
}

/** WebAssembly's own validation, by the engine. */
function checkTypes(wasm: Uint8Array, refuse: Refuse): void {
	const bytes = wasm.slice();
	if (WebAssembly.validate(bytes)) return;
	try {
		new WebAssembly.Module(bytes);
	} catch (error) {
		const text = error instanceof Error ? error.message : String(error);
		const offset = Number(/@\+(\d+)/.exec(text)?.[1] ?? 0);
		refuse('invalid', offset, `this breaks WebAssembly's own rules: ${text}`);
	}
}
