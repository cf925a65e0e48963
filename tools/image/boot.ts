/** What every system gives to init, and what the root account begins with. */

import { INIT_PRIORITY } from '../../abi/boot.ts';
import { CPU_WHOLE } from '../../abi/rights.ts';
import { SLOTS_MOST } from '../../kernel/layout.ts';
import type { BootParameters } from './types.ts';

/** Init runs once, at the highest priority; its share of the CPU cannot be given to anybody else while it exists. */
const INIT_BUDGET = 100_000_000;
const INIT_PERIOD = 2_000_000_000;

export const BOOT: BootParameters = {
	cpuShare: CPU_WHOLE,
	slots: 65_536,
	initSlots: SLOTS_MOST,
	initPriority: INIT_PRIORITY,
	initBudget: INIT_BUDGET,
	initPeriod: INIT_PERIOD,
};

/** CPU share that a budget takes up, in 1/65536 of the machine, rounded up as the kernel does. */
export function cpuShare(budget: number, period: number): number {
	return Math.ceil((budget * CPU_WHOLE) / period);
}

/** What is left of the machine for everybody else. */
export const CPU_FREE: number = CPU_WHOLE - cpuShare(INIT_BUDGET, INIT_PERIOD);
export const SLOTS_FREE: number = BOOT.slots - BOOT.initSlots;
