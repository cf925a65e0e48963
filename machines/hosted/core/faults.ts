/** Why an activation ended early: the exceptions that cross component frames, and the fault cause of each. */
import { CAUSE_BAD_CALL, CAUSE_MEMORY, CAUSE_STACK, CAUSE_TRAP } from '../../../abi/calls.ts';
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

/** True for what must reach the base of the machine instead of being contained as a fault of a component. */
export function endsMachine(error: unknown): boolean {
	return error === HALTED || error instanceof MachineError;
}

/** The CAUSE_* of an exception that left a component's code. Engines word their traps differently, hence the patterns. */
export function causeOf(error: unknown): number {
	if (error instanceof ComponentFault) return error.faultCause;
	if (!(error instanceof Error)) return CAUSE_BAD_CALL;
	if (/call stack|recursion/i.test(error.message)) return CAUSE_STACK;
	if (error instanceof WebAssembly.RuntimeError) {
		const memory = /memory|out of bounds/i.test(error.message) && !/table|element/i.test(error.message);
		return memory ? CAUSE_MEMORY : CAUSE_TRAP;
	}
	return CAUSE_BAD_CALL;
}

/** Offset in the component's (metered) binary of the instruction that trapped, as far as the engine tells; else 0. */
export function placeOf(error: unknown): number {
	if (!(error instanceof Error) || error.stack === undefined) return 0;
	const offset = /wasm[^\n]*:(0x[0-9a-f]+)/.exec(error.stack);
	return offset === null ? 0 : Number(offset[1]) | 0;
}
