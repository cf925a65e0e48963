/** The kernel as the search drives it: the same binary as everywhere, over a machine that does nothing but take memory back. */

import * as layout from '../../kernel/layout.ts';
import { ModelKernel } from '../../test/kernel/kernel.ts';

export const NO_COPY: readonly number[] = [];
const PAGE_BYTES = 4096;

/** A kernel whose memory the search may overwrite at will. */
export class SearchKernel extends ModelKernel {
	/** False while the configuration is built: then the machine's model keeps books of what is backed. */
	searching = false;

	/** Arguments of the `copy` that the last entry asked the machine for. */
	copy: readonly number[] = NO_COPY;

	override perform(name: string, values: number[]): void {
		if (!this.searching) {
			super.perform(name, values);
			return;
		}
		if (name === 'copy') this.copy = [...values];
		if (name !== 'unback') return;
		const address = (values[0] as number) >>> 0;
		this.bytes.fill(0, address, address + (values[1] as number) * PAGE_BYTES);
	}

	/** Nanoseconds at an address; Infinity is "never". */
	time(address: number): number {
		const high = this.word(address + 4);
		return high === 0xffffffff ? Number.POSITIVE_INFINITY : high * 2 ** 32 + this.word(address);
	}
	/** First time that anybody waits for. */
	get alarm(): number {
		return this.time(layout.TIMER_BASE + layout.TIMER_STRIDE);
	}
}
