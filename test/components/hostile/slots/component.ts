/** Uses every slot number for everything that takes one, with every pattern of rights. */
import { COPY, GATE, IDENTIFY, INSTALL, PROCESS_READ, REGION_MAP, SIGNAL } from '../../../../abi/calls.ts';
import { call0, callWith, notify, system } from '../../../../sdk/kernel.ts';
import { AGAIN, ANSWERER } from '../authority.ts';

const SLOTS: i32 = 300;
/** Slots that one activation tries. */
const AT_A_TIME: i32 = 20;
const RIGHTS: i32 = 256;

let slot: i32 = -20;

function use(number: i32): void {
	call0(number, number);
	notify(number);
	callWith(ANSWERER, 0, 0, 0, 0, 0, 0, 0, number | (number << 16), number, number, number);
	callWith(number, 0, 0, 0, 0, 0, 0, 0, ANSWERER | 0x8000, 0, 0, 0);
	system(IDENTIFY, number, 0, 0, 0, 0, 0);
	system(PROCESS_READ, number, number, 0, 0, 0, 0);
	system(GATE, number, number + 1, number, 0, 0, 0);
	system(SIGNAL, number, number + 2, -1, 0, 0, 0);
	system(REGION_MAP, number, number, number & 15, 12, 0, 0);
}

function copyWithEveryRight(number: i32): void {
	for (let rights = 0; rights < RIGHTS; rights += 15) {
		system(COPY, number, number + 3, rights, rights, 0, 0);
		system(INSTALL, number, number, number, rights, rights, 0);
	}
}

export function init(): void {
	notify(AGAIN);
}

export function notified(_bits: u32): void {
	for (let tried = 0; tried < AT_A_TIME && slot < SLOTS; tried++) {
		use(slot);
		copyWithEveryRight(slot);
		slot++;
	}
	if (slot < SLOTS) notify(AGAIN);
}
