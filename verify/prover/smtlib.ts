/** Formulas as text for the solvers: SMT-LIB 2.6, logic QF_UFBV. Shared parts are named once. */
import { reachable, type Term } from './term.ts';

/** Counting zeros is no operation of SMT-LIB: halves are looked at, then quarters, and so on. */
function counting(name: string, width: number, leading: boolean): string {
	const sort = `(_ BitVec ${width})`;
	let text = `(define-fun ${name} ((x ${sort})) ${sort} `;
	let close = '';
	text += `(ite (= x ${literal(0n, width)}) ${literal(BigInt(width), width)} `;
	close += ')';
	let current = 'x';
	let sum = literal(0n, width);
	for (let half = width / 2, step = 0; half >= 1; half /= 2, step++) {
		const part = leading
			? `((_ extract ${width - 1} ${width - half}) ${current})`
			: `((_ extract ${half - 1} 0) ${current})`;
		const zero = `(= ${part} ${literal(0n, half)})`;
		const shift = leading ? 'bvshl' : 'bvlshr';
		text += `(let ((s${step} (ite ${zero} (bvadd ${sum} ${literal(BigInt(half), width)}) ${sum})) (x${step} (ite ${zero} (${shift} ${current} ${literal(BigInt(half), width)}) ${current}))) `;
		close += ')';
		sum = `s${step}`;
		current = `x${step}`;
	}
	return `${text}${sum}${close})`;
}

const PRELUDE = [
	counting('ctz32', 32, false),
	counting('ctz64', 64, false),
	counting('clz32', 32, true),
	counting('clz64', 64, true),
].join('\n');

function sortOf(width: number): string {
	return width === 0 ? 'Bool' : `(_ BitVec ${width})`;
}

function literal(value: bigint, width: number): string {
	return `(_ bv${value} ${width})`;
}

const NAMES: Readonly<Record<string, string>> = {
	not: 'not',
	and: 'and',
	or: 'or',
	equal: '=',
	below: 'bvult',
	belowSigned: 'bvslt',
	choose: 'ite',
	add: 'bvadd',
	multiply: 'bvmul',
	divide: 'bvudiv',
	remainder: 'bvurem',
	bitAnd: 'bvand',
	bitOr: 'bvor',
	bitXor: 'bvxor',
	shiftLeft: 'bvshl',
	shiftRight: 'bvlshr',
	shiftRightSigned: 'bvashr',
};

/** How a node is referred to. */
export function nameOf(term: Term): string {
	if (term.operation === 'constant') {
		if (term.width === 0) return term.value === 1n ? 'true' : 'false';
		return literal(term.value, term.width);
	}
	return term.operation === 'variable' ? `|${term.name}|` : `t${term.id}`;
}

function define(term: Term): string {
	const parts = term.parts.map(nameOf).join(' ');
	const { width, value } = term;
	const inner = term.parts[0]?.width ?? 0;
	switch (term.operation) {
		case 'apply':
			return `(|${term.name}| ${parts})`;
		case 'extract':
			return `((_ extract ${Number(value) + width - 1} ${value}) ${parts})`;
		case 'extend':
			return `((_ zero_extend ${width - inner}) ${parts})`;
		case 'extendSigned':
			return `((_ sign_extend ${width - inner}) ${parts})`;
		case 'countLeading':
			return `(clz${width} ${parts})`;
		case 'countTrailing':
			return `(ctz${width} ${parts})`;
		case 'add':
			return term.parts.length === 1 ? parts : `(bvadd ${parts})`;
		default:
			return `(${NAMES[term.operation]} ${parts})`;
	}
}

/** A question: can all assertions be true together? With `wanted`, their values in an answer. */
export function question(assertions: readonly Term[], wanted: readonly Term[] = []): string {
	const models = wanted.length > 0 ? ['(set-option :produce-models true)'] : [];
	const lines = [...models, '(set-logic QF_UFBV)', PRELUDE];
	const declared = new Set<string>();
	for (const term of reachable([...assertions, ...wanted])) {
		if (term.operation === 'constant') continue;
		if (term.operation === 'variable') {
			lines.push(`(declare-fun |${term.name}| () ${sortOf(term.width)})`);
			continue;
		}
		if (term.operation === 'apply' && !declared.has(term.name)) {
			declared.add(term.name);
			const sorts = term.parts.map((part) => sortOf(part.width)).join(' ');
			lines.push(`(declare-fun |${term.name}| (${sorts}) ${sortOf(term.width)})`);
		}
		const name = term.operation === 'apply' && term.parts.length === 0 ? `|${term.name}|` : define(term);
		// Not define-fun: Z3 takes longer to read long chains of these than to answer the question.
		lines.push(`(declare-fun t${term.id} () ${sortOf(term.width)})`, `(assert (= t${term.id} ${name}))`);
	}
	for (const assertion of assertions) lines.push(`(assert ${nameOf(assertion)})`);
	lines.push('(check-sat)');
	for (let first = 0; first < wanted.length; first += 50)
		lines.push(
			`(get-value (${wanted
				.slice(first, first + 50)
				.map(nameOf)
				.join(' ')}))`,
		);
	return `${lines.join('\n')}\n(exit)\n`;
}
