/**
 * The one client of a driver, and what it has asked for: requests come through a queue in the client's region (memory 3), answers go back through another, with the tag of the
 * request. What was asked in an earlier session, or of an earlier life of the client, is not answered any more.
 */
import { makeSignal } from '../sdk/capability.ts';
import { bind } from '../sdk/interrupt.ts';
import { notify } from '../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../sdk/queue/producer.ts';
import { Memory3 } from '../sdk/region/memory3.ts';
import { nextSession } from '../sdk/session.ts';

/** Slots of these drivers: their device's interrupt, the signal that wakes the client, and one of their own. */
export const SLOT_INTERRUPT: i32 = 1;
const SLOT_ANSWER: i32 = 3;
const SLOT_WAKE: i32 = 4;
const MYSELF: i32 = 0;
/** Bit of the interrupt; bit 1 is the client's. */
export const INTERRUPT_BIT: i32 = 1;
/** Requests at most that are carried out at the same time. */
const WORK_MOST: u32 = 8;

/** Requests of the client: `request.word0` to `word3` are those of the one that was taken last. */
export const request = changetype<Consumer<Memory3>>(memory.data(CONSUMER_BYTES, 8));
const answers = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** Of each request that is carried out. */
const TAGS: u32 = memory.data(32, 8) as u32;
const SESSIONS: u32 = memory.data(32, 8) as u32;
/** 0 = no client has attached since the start. */
export let session: u32 = 0;

/** What a driver does with requests: extend this with an @unmanaged class that has all of these methods. */
@unmanaged
export class Work {
	/** A number below 8 for a request that can be begun now, or that which means "none". */
	free(): u32 {
		return unreachable();
	}

	/** That number: there is none. */
	none(): u32 {
		return unreachable();
	}

	/** Checks `request`, and begins it as number `number`, or refuses it with `reply`. */
	take(_number: u32): void {
		unreachable();
	}
}

/** The device's interrupt wakes the driver from now on. */
export function listen(): void {
	// After a restart the signal of the life before is still there, and as good.
	makeSignal(MYSELF, SLOT_WAKE, INTERRUPT_BIT);
	bind(SLOT_INTERRUPT, SLOT_WAKE);
}

/** A client attaches: queues of `entries` entries at these places of its region. The number of the session, never 0. */
export function attachClient(requestsAt: u32, answersAt: u32, entries: u32): u32 {
	session = nextSession(session);
	request.open(requestsAt, entries);
	answers.open(answersAt, entries);
	request.sleep();
	return session;
}

/** The client is to look: an answer, or something else, is there. */
export function wakeClient(): void {
	notify(SLOT_ANSWER);
}

/** Answers a request. A client without room for the answer has asked for too much, and does without. */
export function reply(tag: u32, result: u32): void {
	answers.enqueue(tag, result, 0, 0);
	if (answers.consumerSleeps()) wakeClient();
}

/** The request with that tag is carried out as number `number` (0..7). */
export function begin(number: u32, tag: u32): void {
	store<u32>(TAGS + 4 * (number % WORK_MOST), tag);
	store<u32>(SESSIONS + 4 * (number % WORK_MOST), session);
}

/** Does the client that asked still wait for number `number`? */
export function isAwaited(number: u32): bool {
	return load<u32>(SESSIONS + 4 * (number % WORK_MOST)) === session;
}

/** Answers number `number`, if anybody waits for it. */
export function finish(number: u32, result: u32): void {
	if (isAwaited(number)) reply(load<u32>(TAGS + 4 * (number % WORK_MOST)), result);
}

/** Takes requests as long as there are any, and room to carry them out. */
export function accept<W extends Work>(): void {
	if (session === 0) return;
	for (;;) {
		const number = changetype<W>(0).free();
		if (number === changetype<W>(0).none()) return;
		const status = request.dequeue();
		if (status === QUEUE_OK) changetype<W>(0).take(number);
		else if (status !== QUEUE_EMPTY || request.sleep()) return;
	}
}
