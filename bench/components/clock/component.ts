/**
 * Makes a PL031 real-time clock (ARM DDI 0224) interrupt while this component executes: its alarm has come and stays pending, so that
 * unmasking it raises the line with that very store.
 */
import { INTERRUPT_ACKNOWLEDGE, INTERRUPT_BIND } from '../../../abi/calls.ts';
import { system } from '../../../sdk/kernel.ts';
import { load32, store32 } from '../../../sdk/region/memory1.ts';
import { PHASE_IRQ_DEVICE } from '../../phases.ts';
import { begin, check, started } from '../record.ts';

const SLOT_INTERRUPT: i32 = 2;
const SLOT_LISTENER: i32 = 3;
/** Registers: seconds now, when the alarm comes, interrupt mask (1 lets it through), raw interrupt status. */
const RTCDR: u32 = 0x00;
const RTCMR: u32 = 0x04;
const RTCIMSC: u32 = 0x10;
const RTCRIS: u32 = 0x14;
const SAMPLES: u32 = 16;

export function init(): void {
	check(PHASE_IRQ_DEVICE, system(INTERRUPT_BIND, SLOT_INTERRUPT, SLOT_LISTENER, 0, 0, 0, 0));
}

/** An alarm for now; if the second ends between the two accesses it would come only after many years. */
function setAlarm(): void {
	store32(RTCIMSC, 0);
	while (load32(RTCRIS) === 0) store32(RTCMR, load32(RTCDR));
}

export function notified(_bits: i32): void {
	setAlarm();
	for (let sample: u32 = 0; sample < SAMPLES; sample++) {
		for (let delay: u32 = 0; delay < sample; delay++) load32(RTCRIS);
		const start = begin(PHASE_IRQ_DEVICE, 1);
		store32(RTCIMSC, 1);
		store32(RTCIMSC, 0);
		started(PHASE_IRQ_DEVICE, start);
		check(PHASE_IRQ_DEVICE, system(INTERRUPT_ACKNOWLEDGE, SLOT_INTERRUPT, 0, 0, 0, 0, 0));
	}
}
