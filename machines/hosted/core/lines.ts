/** Interrupt lines: raised by devices or by the kernel, masked and unmasked by the kernel. A masked line stays pending. */
import { INTERRUPT_COUNT } from '../../../kernel/layout.ts';

export class InterruptLines {
	private readonly enabled = new Uint8Array(INTERRUPT_COUNT);
	private readonly pending = new Uint8Array(INTERRUPT_COUNT);
	/** Lines that are pending and enabled. */
	private deliverable = 0;
	/** Called when a line becomes deliverable, to wake an idle machine. */
	onDeliverable: () => void = () => {};

	/** True when `take` has a line to give. */
	get waiting(): boolean {
		return this.deliverable > 0;
	}

	raise(line: number): void {
		if (line < 0 || line >= INTERRUPT_COUNT || this.pending[line] === 1) return;
		this.pending[line] = 1;
		if (this.enabled[line] === 1) this.becameDeliverable();
	}

	enable(line: number, on: boolean): void {
		if (line < 0 || line >= INTERRUPT_COUNT || (this.enabled[line] === 1) === on) return;
		this.enabled[line] = on ? 1 : 0;
		if (this.pending[line] === 0) return;
		if (on) this.becameDeliverable();
		else this.deliverable -= 1;
	}

	/** Takes the lowest deliverable line, or -1. */
	take(): number {
		if (this.deliverable === 0) return -1;
		for (let line = 0; line < INTERRUPT_COUNT; line++) {
			if (this.pending[line] === 1 && this.enabled[line] === 1) {
				this.pending[line] = 0;
				this.deliverable -= 1;
				return line;
			}
		}
		return -1;
	}

	private becameDeliverable(): void {
		this.deliverable += 1;
		this.onDeliverable();
	}
}
