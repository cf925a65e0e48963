/** Who acts in an entry, on what authority: what the security properties are written in. */
import { KIND_ACCOUNT, KIND_CONTROL, KIND_PROCESS, RIGHT_SPEND } from '../../../abi/rights.ts';
import { and, constant, equal, extend, extract, not, or } from '../build.ts';
import type { Subjected } from '../goal.ts';
import type { State } from '../state.ts';
import { reachable, type Term } from '../term.ts';

/** Bits of row numbers. */
export const PROCESS_BITS = 8;
/** Where `callWith` has the slot that it sends: the low bits of an argument. */
const SENT_BITS = 15;

/** Slots of the caller's table that the arguments of an entry name, by position. Of `system` every argument of a call may be one. */
const SLOTS: Readonly<Record<string, readonly number[]>> = {
	system: [1, 2, 3, 4, 5, 6],
	call: [1],
	callSlow: [1],
	callWith: [1, 2],
	notify: [0],
	notifySwitch: [1],
};

/** Rights, kinds and rows as numbers of 32 bits. */
export function number(term: Term | number): Term {
	return typeof term === 'number' ? constant(term) : extend(term, 32);
}

/** An execution, as seen by who asks what it was allowed to do. */
export class Scene {
	readonly subjected: Subjected;
	readonly before: State;
	readonly after: State;
	/** The process that executes, 0 for none. */
	readonly caller: Term;
	/** Slots of its table that the arguments name, as far as the entry looks at them. */
	readonly slots: readonly Term[];

	constructor(subjected: Subjected) {
		const { statements, lifted, subject } = subjected;
		this.subjected = subjected;
		this.before = statements.before;
		this.after = lifted.world.state;
		this.caller = extract(this.before.value('GLOBAL.CURRENT'), PROCESS_BITS - 1, 0);
		const used = this.#used();
		this.slots = (SLOTS[subject.entry] ?? [])
			.map((position) => lifted.values[position] as Term)
			.filter((value) => used.has(value))
			.map((value, position) =>
				subject.entry === 'callWith' && position === 1 ? extend(extract(value, SENT_BITS - 1, 0), 32) : value,
			);
	}

	/** Everything that what the execution wrote depends on. */
	#used(): ReadonlySet<Term> {
		const { state } = this.subjected.lifted.world;
		const writes = state.written.flatMap((name) => state.writes(name));
		return new Set(reachable(writes.flatMap(({ condition, index, value }) => [condition, ...index, value])));
	}

	/** A field of a row before, cut to `bits` if given. */
	was(name: string, ...index: Term[]): Term {
		return this.before.value(name, ...index);
	}

	/** What a function of authority.ts says of the state before (or another). */
	says(name: string, index: readonly (Term | number)[], state = this.before): Term {
		return this.subjected.statements.instance(name, index.map(number), state);
	}

	/** Does an argument name a live capability of the caller, of that kind, with those rights, to that object? */
	named(kind: number, rights: Term | number, object: Term | number): Term {
		return or(...this.slots.map((slot) => this.says('holds', [this.caller, slot, kind, rights, object])));
	}

	/** As `named`, to any object that `where` says so of. */
	namedWhere(kind: number, rights: number, bits: number, where: (object: Term) => Term): Term {
		return or(
			...this.slots.map((slot) => {
				const object = this.was('CAPABILITY.OBJECT', this.caller, extract(slot, PROCESS_BITS - 1, 0));
				return and(this.says('holds', [this.caller, slot, kind, rights, object]), where(extract(object, bits - 1, 0)));
			}),
		);
	}

	/** One of the few root powers. */
	controls(right: number): Term {
		return this.named(KIND_CONTROL, right, 0);
	}

	/** May the caller spend from the account? */
	spends(account: Term): Term {
		return this.named(KIND_ACCOUNT, RIGHT_SPEND, account);
	}

	configures(row: Term, right: number): Term {
		return this.named(KIND_PROCESS, right, row);
	}

	/** Is it the process that executes? */
	isCaller(row: Term): Term {
		return and(equal(row, this.caller), not(equal(this.caller, constant(0, PROCESS_BITS))));
	}

	/** Are the rows of two fields (or numbers) the same, whatever their width? */
	same(left: Term, right: Term): Term {
		return equal(number(left), number(right));
	}
}
