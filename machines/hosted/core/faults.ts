/** Why an activation ended early: the exceptions that cross component frames, and the fault cause of each. */
import { CAUSE_MEMORY, CAUSE_STACK, CAUSE_TRAP } from '../../../abi/calls.ts';
import { MachineError } from './kernel.ts';

/**
 * Thrown through the frames of an activation that the kernel has already ended (stopped, faulted, overrun): whoever catches it
 * tells the kernel nothing. Components have no exception handling, so only the machine's own frames can catch it.
 */
export const ENDED = Symbol('activation ended');

/** Thrown through all frames when the machine stops. */
export const HALTED = Symbol('machine halted');

/** A fault that the machine itself found; the kernel is still to be told. */
export class ComponentFault extends Error {
	readonly faultCause: number;

	constructor(faultCause: number, message: string) {
		super(message);
		this.faultCause = faultCause;
	}
}

/** Engines word their exceptions differently, hence the patterns. */
const STACK_MESSAGE = /call stack|recursion/i;
const MEMORY_MESSAGE = /memory|out of bounds/i;
const TABLE_MESSAGE = /table|element/i;

/** True for what must reach the base of the machine instead of being contained: everything that is not a component's own fault. */
export function endsMachine(error: unknown): boolean {
	return error !== ENDED && causeOf(error) === undefined;
}

/** The CAUSE_* of an exception that left a component's code; undefined when no component can have caused it. */
export function causeOf(error: unknown): number | undefined {
	if (error instanceof ComponentFault) return error.faultCause;
	if (!(error instanceof Error) || error instanceof MachineError) return undefined;
	if (STACK_MESSAGE.test(error.message)) return CAUSE_STACK;
	if (!(error instanceof WebAssembly.RuntimeError)) return undefined;
	const memory = MEMORY_MESSAGE.test(error.message) && !TABLE_MESSAGE.test(error.message);
	return memory ? CAUSE_MEMORY : CAUSE_TRAP;
}

/** Offset in the component's (metered) binary of the instruction that trapped, as far as the engine tells; else 0. */
export function placeOf(error: unknown): number {
	if (!(error instanceof Error) || error.stack === undefined) return 0;
	const offset = /wasm[^\n]*:(0x[0-9a-f]+)/.exec(error.stack);
	return offset === null ? 0 : Number(offset[1]) | 0;
}
