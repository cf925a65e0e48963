/**
 * The channel of the processor: one process uses more or less of its budget, another sees when it is itself executed. Both hold nothing in common and may
 * not tell each other anything. They run on the kernel itself, in virtual time: nothing disturbs them but what is made to disturb them.
 */

import * as call from '../../abi/calls.ts';
import { GLOBAL_OUT_ALARM_64 } from '../../kernel/layout.ts';
import { Dice } from '../../test/kernel/arguments.ts';
import type { Session } from '../../test/kernel/session.ts';
import { BUDGET, DRIVER, PERIOD } from '../../test/kernel/world.ts';
import type { ChannelCounts } from './capacity.ts';

export interface Experiment {
	/** Rows of the processes. */
	readonly sender: number;
	readonly receiver: number;
	/** Symbols: so many different times of the processor. */
	readonly levels: number;
	/** The driver uses the processor for a random time up to this in every period, before both. Nanoseconds. */
	readonly noise: number;
	readonly uses: number;
}

/** Periods of the processes' alarms: symbols for each second are its inverse. Nanoseconds. */
export const SYMBOL_PERIOD = PERIOD;
/** What the receiver does with the time that it sees: so many nanoseconds are one of its symbols. */
const RESOLUTION = 10_000;
/** Budget that a sender can use in one period and still have something left to end on. */
const USABLE = BUDGET - 100_000;
const BITS = 1;

/** Runs it; what was received by what was sent. Everybody in the session is idle at first. */
export function runExperiment(session: Session, experiment: Experiment): ChannelCounts {
	const { sender, receiver, levels, noise, uses } = experiment;
	const dice = new Dice(1);
	const receivedMost = Math.ceil((USABLE + noise) / RESOLUTION) + 1;
	const counts = Array.from({ length: levels }, () => new Array<number>(receivedMost).fill(0));
	const stage = new Stage(session, [DRIVER, sender, receiver]);
	let symbol = 0;
	for (let use = 0; use < uses; use++) {
		symbol = dice.below(levels);
		stage.work.set(DRIVER, noise === 0 ? 0 : dice.below(noise));
		stage.work.set(sender, Math.floor((symbol * USABLE) / Math.max(1, levels - 1)));
		const late = stage.period(receiver);
		const received = Math.min(receivedMost - 1, Math.floor(late / RESOLUTION));
		const row = counts[symbol] as number[];
		row[received] = (row[received] ?? 0) + 1;
	}
	return counts;
}

/** Processes that each wake up at the beginning of every period, work for a time, and sleep. */
class Stage {
	/** Nanoseconds of the processor that each wants in this period. */
	readonly work = new Map<number, number>();
	readonly #session: Session;
	readonly #rest = new Map<number, number>();
	readonly #seen = new Map<number, bigint>();
	#next: bigint;

	constructor(session: Session, rows: readonly number[]) {
		this.#session = session;
		this.#next = BigInt(SYMBOL_PERIOD);
		for (const row of rows) {
			session.activate(row);
			this.#sleep();
		}
	}

	/** One period; by how much later than its alarm the process was executed. Nanoseconds. */
	period(row: number): number {
		const begun = this.#next;
		this.#next += BigInt(SYMBOL_PERIOD);
		this.#rest.clear();
		this.#seen.clear();
		this.#session.tick(begun);
		while (this.#session.current !== 0) this.#execute(this.#session.current);
		return Number((this.#seen.get(row) ?? begun) - begun);
	}

	/** The current process works until it is done, or somebody else is due. */
	#execute(row: number): void {
		if (!this.#seen.has(row)) this.#seen.set(row, this.#session.now);
		const rest = this.#rest.get(row) ?? this.work.get(row) ?? 0;
		const alarm = this.#session.kernel.global64(GLOBAL_OUT_ALARM_64);
		const undisturbed = Number(alarm - this.#session.now);
		if (undisturbed > 0 && undisturbed < rest) {
			this.#rest.set(row, rest - undisturbed);
			this.#session.spend(undisturbed);
			this.#session.tick();
			return;
		}
		this.#session.spend(rest);
		this.#sleep();
	}

	/** Sets the alarm for the next period, and ends the activation. */
	#sleep(): void {
		const delay = Number(this.#next - this.#session.now);
		if (this.#session.system(call.ALARM, delay, 0, BITS) < 0) throw new Error('the alarm is refused');
		this.#session.finish();
	}
}
