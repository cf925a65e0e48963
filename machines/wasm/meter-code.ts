/** Rewrites one function so that it counts. */

import { type Instruction, instructions } from './instructions.ts';
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

/** `fuel`: costs at entry and at each loop; `charge`: stack bytes to count, undefined for none. */
export function meterBody(
	module: WasmModule,
	body: FunctionBody,
	fuel: readonly number[],
	charge: number | undefined,
	target: MeterTarget,
): Uint8Array {
	return new BodyMeter(module, body, fuel, charge, target).rewrite();
}

class BodyMeter {
	private readonly module: WasmModule;
	private readonly body: FunctionBody;
	private readonly fuel: readonly number[];
	private readonly charge: number | undefined;
	private readonly target: MeterTarget;
	private readonly out = new Writer();
	/** Two scratch variables: a new counter value, and the length of a bulk operation. */
	private readonly counter: number;
	private readonly length: number;
	private loops = 0;

	constructor(
		module: WasmModule,
		body: FunctionBody,
		fuel: readonly number[],
		charge: number | undefined,
		target: MeterTarget,
	) {
		this.module = module;
		this.body = body;
		this.fuel = fuel;
		this.charge = charge;
		this.target = target;
		const parameters = module.types[module.functions[body.index]?.type ?? -1]?.parameters.length ?? 0;
		this.counter = body.locals.reduce((sum, { count }) => sum + count, parameters);
		this.length = this.counter + 1;
	}

	rewrite(): Uint8Array {
		const { out, body } = this;
		out.vector([...body.locals, { count: 2, type: I32 }], ({ count, type }) => out.u32(count).byte(type));
		this.enter();
		for (const instruction of instructions(this.module, body.code)) {
			if (instruction.end === body.code.end) this.leave();
			else this.instruction(instruction);
		}
		return out.byte(opcode('end')).finish();
	}

	/** A function that counts its stack becomes a block, so that every way out passes `leave`. */
	private enter(): void {
		if (this.charge !== undefined) {
			this.addToStack(this.charge);
			this.get(this.counter).constant(this.target.stackLimit);
			this.out.byte(opcode('i32.gt_u')).byte(opcode('if')).byte(NO_RESULT);
			this.call(this.target.overflow).byte(opcode('unreachable')).byte(opcode('end'));
		}
		const [entry = 0] = this.fuel;
		if (entry > 0) this.pay(() => this.constant(entry));
		if (this.charge !== undefined) this.out.byte(opcode('block')).byte(this.resultType());
	}

	private leave(): void {
		if (this.charge === undefined) return;
		this.out.byte(opcode('end'));
		this.addToStack(-this.charge);
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
		const bulk = name === 'memory.copy' || name === 'memory.fill';
		if (bulk) this.payForLength();
		copyInstruction(this.module, instruction, this.target.to, this.out);
		if (name === 'loop') this.pay(() => this.constant(this.fuel[++this.loops] ?? 0));
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
		this.constant(0).constant(0).access('i32.load', FUEL);
		amount();
		out.byte(opcode('i32.sub')).byte(opcode('local.tee')).u32(this.counter);
		this.access('i32.store', FUEL).get(this.counter).constant(0);
		out.byte(opcode('i32.lt_s')).byte(opcode('if')).byte(NO_RESULT);
		this.call(this.target.exhausted).byte(opcode('end'));
	}

	/** stack += bytes, the new value in `counter` too */
	private addToStack(bytes: number): void {
		this.constant(0).constant(0).access('i32.load', STACK).constant(bytes);
		this.out.byte(opcode('i32.add')).byte(opcode('local.tee')).u32(this.counter);
		this.access('i32.store', STACK);
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
