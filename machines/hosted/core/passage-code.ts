/** The code of the passage: what happens between a client's call and the server's answer. */
import {
	GLOBAL_BASE,
	GLOBAL_CURRENT,
	GLOBAL_OUT_ARGUMENT,
	GLOBAL_OUT_LIMIT,
	GLOBAL_OUT_PREEMPT,
} from '../../../kernel/layout.ts';
import { Body } from './assembler.ts';
import { CROSSING_STACK, DEPTH_MOST } from './stack.ts';
import {
	ATTENTION,
	CALLS,
	DEADLINE,
	DEPTH,
	EVENT,
	EVENT_DEFERRED,
	EVENT_NO_CLIENT,
	EVENT_NO_STACK,
	EVENT_RETURNED,
	FUEL,
	SERVER,
} from './words.ts';

/** How one form of the call differs from the other. */
export interface PassageForm {
	/** 8: gate, method, w0..w5; 12: capabilities, loan, offset, length as well. */
	readonly parameters: number;
	/** Function indices. */
	readonly kernelCall: number;
	readonly reply: number;
	/** Type index of protected procedures. */
	readonly protectedType: number;
}

const KERNEL = 0;
const METER = 1;
const GATE = 0;
/** method, w0..w5 */
const WORDS = [1, 2, 3, 4, 5, 6, 7];
const COUNT_MASK = 7;
const LOCALS = 6;

const field = (offset: number): number => GLOBAL_BASE + offset;
const word = (index: number): number => index * 4;

export function passageBody(form: PassageForm): Uint8Array {
	const [left, row, client, depth, limit, status] = [0, 1, 2, 3, 4, 5].map(
		(local) => form.parameters + local,
	) as Locals;
	const extra = Array.from({ length: form.parameters - 8 }, (_, index) => 8 + index);
	const event = (value: number) => (body: Body) => body.store(METER, word(EVENT), (it) => it.constant(value));
	/** The accounts when the limit changes from `left` to OUT_LIMIT. */
	const newLimit = (body: Body) =>
		body
			.load(KERNEL, field(GLOBAL_OUT_LIMIT))
			.set(limit)
			.store(METER, word(FUEL), (it) => it.get(limit))
			.store(METER, word(DEADLINE), (it) =>
				it.load(METER, word(DEADLINE)).get(limit).plain('i32.add').get(left).plain('i32.sub'),
			);
	const body = new Body(LOCALS)
		.load(METER, word(DEPTH))
		.set(depth)
		.get(depth)
		.constant(DEPTH_MOST)
		.plain('i32.gt_u')
		.when((it) => event(EVENT_NO_STACK)(it).constant(0).plain('return'))
		.load(METER, word(FUEL))
		.set(left)
		.load(KERNEL, field(GLOBAL_CURRENT))
		.set(client)
		.get(left, GATE, ...extra)
		.call(form.kernelCall)
		.set(row)
		.get(row)
		.constant(0)
		.plain('i32.le_s')
		.when((it) => {
			it.get(row).plain('i32.eqz').when(event(EVENT_DEFERRED));
			it.get(row).plain('return');
		});
	newLimit(body)
		.store(METER, word(DEPTH), (it) => it.get(depth).constant(CROSSING_STACK).plain('i32.add'))
		.load(KERNEL, field(GLOBAL_OUT_ARGUMENT))
		.get(...WORDS, row)
		.callIndirect(form.protectedType)
		.set(status)
		.load(METER, word(FUEL))
		.set(left)
		.get(left, status)
		.call(form.reply)
		.set(status)
		.store(METER, word(DEPTH), (it) => it.get(depth))
		.get(status, client)
		.plain('i32.ne')
		.when((it) => event(EVENT_NO_CLIENT)(it).constant(0).plain('return'));
	countCall(newLimit(body), client)
		.load(KERNEL, field(GLOBAL_OUT_ARGUMENT))
		.set(status)
		.get(status)
		.constant(COUNT_MASK)
		.plain('i32.and')
		.load(KERNEL, field(GLOBAL_OUT_PREEMPT))
		.plain('i32.or')
		.get(client)
		.constant(2)
		.plain('i32.shl')
		.loadAt(METER, word(ATTENTION))
		.plain('i32.or')
		.when((it) => event(EVENT_RETURNED)(it).store(METER, word(SERVER), (server) => server.get(row)))
		.get(status);
	return body.finish();
}

function countCall(body: Body, client: number): Body {
	return body
		.get(client)
		.constant(2)
		.plain('i32.shl')
		.get(client)
		.constant(2)
		.plain('i32.shl')
		.loadAt(METER, word(CALLS))
		.constant(1)
		.plain('i32.add')
		.storeAt(METER, word(CALLS));
}

type Locals = [left: number, row: number, client: number, depth: number, limit: number, status: number];
