/** Phases that measure signals, interrupts, faults and a queue. */
import { INTERRUPT_ACKNOWLEDGE, INTERRUPT_BIND, INTERRUPT_RAISE } from '../../../abi/calls.ts';
import { notify, system } from '../../../sdk/kernel.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { load32, load64 } from '../../../sdk/region/memory1.ts';
import { Memory2 } from '../../../sdk/region/memory2.ts';
import {
	PHASE_FAULT,
	PHASE_IRQ_RAISED,
	PHASE_NOTIFY_HIGH,
	PHASE_NOTIFY_HIGH_ROUND,
	PHASE_NOTIFY_LOW,
	PHASE_QUEUE,
} from '../../phases.ts';
import { begin, check, end, started } from '../record.ts';
import {
	SLOT_CLOCK,
	SLOT_CONSUMER,
	SLOT_FAULTY,
	SLOT_IDLE,
	SLOT_INTERRUPT,
	SLOT_INTERRUPT_SIGNAL,
	SLOT_LISTENER,
	SLOT_QUIET,
} from './slots.ts';

/** Entries that go into the queue before the consumer is told. */
const BURST: u32 = 64;
const CAPACITY: u32 = 128;
/** Where `faulty` leaves the time in the shared region. */
const OFFSET_START: u32 = 8;
const queue = changetype<Producer<Memory2>>(memory.data(PRODUCER_BYTES, 8));

/** A delay of its own length for each sample, so that they do not all fall on the same instruction of a tick of the clock. */
function stagger(index: u32): void {
	for (let i: u32 = 0; i < index; i++) load32(0);
}

/** From the notify to the handler of a process of higher priority, which ends the phase. */
export function notifyHigh(samples: u32): void {
	for (let i: u32 = 0; i < samples; i++) {
		stagger(i);
		const start = begin(PHASE_NOTIFY_HIGH, 1);
		const status = notify(SLOT_LISTENER);
		started(PHASE_NOTIFY_HIGH, start);
		check(PHASE_NOTIFY_HIGH, status);
	}
}

/** The same there and back again, without a word in between. */
export function notifyHighRound(iterations: u32): void {
	const start = begin(PHASE_NOTIFY_HIGH_ROUND, iterations);
	for (let i: u32 = 0; i < iterations; i++) notify(SLOT_QUIET);
	end(PHASE_NOTIFY_HIGH_ROUND, start);
}

/** Nobody of lower priority executes before the driver has finished its round. */
export function notifyLow(iterations: u32): void {
	const start = begin(PHASE_NOTIFY_LOW, iterations);
	for (let i: u32 = 0; i < iterations; i++) notify(SLOT_IDLE);
	end(PHASE_NOTIFY_LOW, start);
}

export function openQueue(): void {
	check(PHASE_QUEUE, -queue.open(0, CAPACITY));
}

/** Entries through a queue: put in, one signal for a burst, taken out by the consumer. */
export function queueBursts(bursts: u32): void {
	let status: i32 = 0;
	const start = begin(PHASE_QUEUE, bursts * BURST);
	for (let burst: u32 = 0; burst < bursts; burst++) {
		for (let i: u32 = 0; i < BURST; i++) status |= queue.enqueue(i, 2, 3, 4);
		if (queue.consumerSleeps()) notify(SLOT_CONSUMER);
	}
	end(PHASE_QUEUE, start);
	check(PHASE_QUEUE, -status);
}

/** Interrupts pended by software: from asking the kernel for it to the handler. */
export function interruptsRaised(samples: u32): void {
	check(PHASE_IRQ_RAISED, system(INTERRUPT_BIND, SLOT_INTERRUPT, SLOT_INTERRUPT_SIGNAL, 0, 0, 0, 0));
	for (let i: u32 = 0; i < samples; i++) {
		stagger(i);
		const start = begin(PHASE_IRQ_RAISED, 1);
		const status = system(INTERRUPT_RAISE, SLOT_INTERRUPT, 0, 0, 0, 0, 0);
		started(PHASE_IRQ_RAISED, start);
		check(PHASE_IRQ_RAISED, status);
		check(PHASE_IRQ_RAISED, system(INTERRUPT_ACKNOWLEDGE, SLOT_INTERRUPT, 0, 0, 0, 0, 0));
	}
}

/** Interrupts of a device, where there is one: the component that drives it measures them. */
export function interruptsOfDevice(): void {
	notify(SLOT_CLOCK);
}

/** A trap of one component, to its fault handler. */
export function faults(samples: u32): void {
	for (let i: u32 = 0; i < samples; i++) {
		stagger(i);
		check(PHASE_FAULT, notify(SLOT_FAULTY));
		started(PHASE_FAULT, load64(OFFSET_START));
	}
}
