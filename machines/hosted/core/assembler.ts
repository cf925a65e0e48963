/** A few WebAssembly instructions by name, for the machine's own module. All values are i32. */
import { opcode } from '../../wasm/opcodes.ts';
import { Writer } from '../../wasm/writer.ts';

const WORD_ALIGNMENT = 2;
const MULTI_MEMORY = 0x40;
const NO_RESULT = 0x40;
const I32 = 0x7f;

/** The body of one function. */
export class Body {
	private readonly code = new Writer();

	/** `locals`: variables beyond the parameters. */
	constructor(locals: number) {
		if (locals === 0) this.code.u32(0);
		else this.code.u32(1).u32(locals).byte(I32);
	}

	/** An instruction without immediates. */
	plain(name: string): this {
		this.code.byte(opcode(name));
		return this;
	}

	constant(value: number): this {
		this.code.byte(opcode('i32.const')).s32(value);
		return this;
	}

	get(...locals: number[]): this {
		for (const local of locals) this.code.byte(opcode('local.get')).u32(local);
		return this;
	}

	set(local: number): this {
		this.code.byte(opcode('local.set')).u32(local);
		return this;
	}

	/** Pushes the word at a constant address. */
	load(memory: number, address: number): this {
		return this.constant(0).access('i32.load', memory, address);
	}

	/** Pushes the word at `address` + the value on the stack. */
	loadAt(memory: number, address: number): this {
		return this.access('i32.load', memory, address);
	}

	/** Stores what `value` pushes at a constant address. */
	store(memory: number, address: number, value: (body: this) => void): this {
		this.constant(0);
		value(this);
		return this.access('i32.store', memory, address);
	}

	/** Stores the value on the stack at `address` + the value below it. */
	storeAt(memory: number, address: number): this {
		return this.access('i32.store', memory, address);
	}

	call(index: number): this {
		this.code.byte(opcode('call')).u32(index);
		return this;
	}

	/** Calls the function of table 0 whose index is on the stack. */
	callIndirect(type: number): this {
		this.code.byte(opcode('call_indirect')).u32(type).u32(0);
		return this;
	}

	/** Does `then` if the value on the stack is not zero. */
	when(then: (body: this) => void): this {
		this.code.byte(opcode('if')).byte(NO_RESULT);
		then(this);
		return this.plain('end');
	}

	finish(): Uint8Array {
		return this.plain('end').code.finish();
	}

	private access(name: string, memory: number, address: number): this {
		this.code
			.byte(opcode(name))
			.u32(WORD_ALIGNMENT | MULTI_MEMORY)
			.u32(memory)
			.u32(address);
		return this;
	}
}
