/** Rewrites one function so that it counts. */

import { type Instruction, passing } from './instructions.ts';
import type { FuelPlan, LoopPlan } from './meter-fuel.ts';
import { type FunctionBody, I32, type WasmModule } from './module.ts';
import { opcode } from './opcodes.ts';
import { copyInstruction, type Renumbering } from './renumber.ts';
import { Writer } from './writer.ts';

/** Where the meter is in the rewritten module. */
export interface MeterTarget {
	readonly to: Renumbering;
	/** Index of the meter's memory. */
	readonly memory: number;
	/** Function indices. */
	readonly exhausted: number;
	readonly overflow: number;
	readonly stackLimit: number;
}

const FUEL = 0;
const STACK = 4;
/** A copy or fill costs one fuel for so many bytes, as a power of two. */
const BULK_SHIFT = 4;
const MULTI_MEMORY = 0x40;
const WORD_ALIGNMENT = 2;
const NO_RESULT = 0x40;

/** `charge`: stack bytes to count, undefined for none. */
export function meterBody(
	module: WasmModule,
	body: FunctionBody,
	fuel: FuelPlan,
	charge: number | undefined,
	target: MeterTarget,
): Uint8Array {
	return new BodyMeter(module, body, fuel, charge, target).rewrite();
}

class BodyMeter {
	private readonly module: WasmModule;
	private readonly body: FunctionBody;
	private readonly fuel: FuelPlan;
	private readonly charge: number | undefined;
	private readonly target: MeterTarget;
	private readonly out = new Writer();
	/** Variables: the fuel, the length of a bulk operation, and the stack count with this function in it. */
	private readonly counter: number;
	private readonly length: number;
	private readonly stack: number;
	private loops = 0;
	/**
	 * Nesting of the outermost call-free loop that we are in. There the fuel is loaded once, before the loop, and only stored afterwards:
	 * to load what has just been stored would cost several cycles a turn.
	 */
	private cachedFrom: number | undefined;

	constructor(module: WasmModule, body: FunctionBody, fuel: FuelPlan, charge: number | undefined, target: MeterTarget) {
		this.module = module;
		this.body = body;
		this.fuel = fuel;
		this.charge = charge;
		this.target = target;
		const parameters = module.types[module.functions[body.index]?.type ?? -1]?.parameters.length ?? 0;
		this.counter = body.locals.reduce((sum, { count }) => sum + count, parameters);
		this.length = this.counter + 1;
		this.stack = this.counter + 2;
	}

	rewrite(): Uint8Array {
		const { out, body } = this;
		out.vector([...body.locals, { count: 3, type: I32 }], ({ count, type }) => out.u32(count).byte(type));
		this.enter();
		for (const instruction of passing(this.module, body.code)) {
			if (instruction.end === body.code.end) this.leave();
			else this.instruction(instruction);
		}
		return out.byte(opcode('end')).finish();
	}

	/** A function that counts its stack becomes a block, so that every way out passes `leave`. */
	private enter(): void {
		if (this.charge !== undefined) {
			this.constant(0).constant(0).access('i32.load', STACK).constant(this.charge);
			this.out.byte(opcode('i32.add')).byte(opcode('local.tee')).u32(this.stack);
			this.access('i32.store', STACK).get(this.stack).constant(this.target.stackLimit);
			this.out.byte(opcode('i32.gt_u')).byte(opcode('if')).byte(NO_RESULT);
			this.call(this.target.overflow).byte(opcode('unreachable')).byte(opcode('end'));
		}
		if (this.fuel.entry > 0) this.pay(() => this.constant(this.fuel.entry));
		if (this.charge !== undefined) this.out.byte(opcode('block')).byte(this.resultType());
	}

	private leave(): void {
		if (this.charge === undefined) return;
		this.out.byte(opcode('end'));
		this.constant(0).get(this.stack).constant(this.charge);
		this.out.byte(opcode('i32.sub'));
		this.access('i32.store', STACK);
	}

	private resultType(): number {
		const type = this.module.types[this.module.functions[this.body.index]?.type ?? -1];
		return type?.results[0] ?? NO_RESULT;
	}

	private instruction(instruction: Instruction): void {
		const { name } = instruction.opcode;
		if (name === 'return' && this.charge !== undefined) {
			this.out.byte(opcode('br')).u32(instruction.depth);
			return;
		}
		if (name === 'memory.copy' || name === 'memory.fill') this.payForLength();
		const loop = name === 'loop' ? (this.fuel.loops[this.loops++] as LoopPlan) : undefined;
		if (loop?.callFree === true && this.cachedFrom === undefined) {
			this.loadFuel();
			this.cachedFrom = instruction.depth;
		}
		if (name === 'end' && instruction.depth === this.cachedFrom) this.cachedFrom = undefined;
		copyInstruction(this.module, instruction, this.target.to, this.out);
		if (loop !== undefined) this.pay(() => this.constant(loop.cost));
	}

	/** The length is on top of the stack, and stays there. */
	private payForLength(): void {
		this.out.byte(opcode('local.set')).u32(this.length);
		this.pay(() => this.get(this.length).constant(BULK_SHIFT).out.byte(opcode('i32.shr_u')));
		this.get(this.length);
	}

	/** fuel -= amount; if (fuel < 0) exhausted() */
	private pay(amount: () => void): void {
		const { out } = this;
		this.constant(0);
		if (this.cachedFrom === undefined) this.constant(0).access('i32.load', FUEL);
		else this.get(this.counter);
		amount();
		out.byte(opcode('i32.sub')).byte(opcode('local.tee')).u32(this.counter);
		this.access('i32.store', FUEL).get(this.counter).constant(0);
		out.byte(opcode('i32.lt_s')).byte(opcode('if')).byte(NO_RESULT);
		this.call(this.target.exhausted);
		if (this.cachedFrom !== undefined) this.loadFuel();
		out.byte(opcode('end'));
	}

	private loadFuel(): void {
		this.constant(0).access('i32.load', FUEL).out.byte(opcode('local.set')).u32(this.counter);
	}

	private constant(value: number): this {
		this.out.byte(opcode('i32.const')).s32(value);
		return this;
	}

	private get(local: number): this {
		this.out.byte(opcode('local.get')).u32(local);
		return this;
	}

	private access(name: string, offset: number): this {
		this.out
			.byte(opcode(name))
			.u32(MULTI_MEMORY | WORD_ALIGNMENT)
			.u32(this.target.memory)
			.u32(offset);
		return this;
	}

	private call(index: number): Writer {
		return this.out.byte(opcode('call')).u32(index);
	}
}
