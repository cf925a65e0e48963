/** The root account's books: what must be as before when the hostile component is gone. */
import {
	ACCOUNT_READ,
	READ_ACCOUNT_CPU,
	READ_ACCOUNT_PAGES,
	READ_ACCOUNT_PROCESSES,
	READ_ACCOUNT_SLOTS,
} from '../../../abi/calls.ts';
import { expect } from '../director/report.ts';
import { ACCOUNT, sys } from '../director/stage.ts';

let slots: i32 = 0;
let cpu: i32 = 0;
let pages: i32 = 0;
let processes: i32 = 0;

function read(what: i32): i32 {
	return sys(ACCOUNT_READ, ACCOUNT, what);
}

export function closeBooks(): void {
	slots = read(READ_ACCOUNT_SLOTS);
	cpu = read(READ_ACCOUNT_CPU);
	pages = read(READ_ACCOUNT_PAGES);
	processes = read(READ_ACCOUNT_PROCESSES);
}

/** Asserts that the books are as they were closed. */
export function compareBooks(): void {
	expect('slotsBack', read(READ_ACCOUNT_SLOTS), slots);
	expect('cpuBack', read(READ_ACCOUNT_CPU), cpu);
	expect('pagesBack', read(READ_ACCOUNT_PAGES), pages);
	expect('processesBack', read(READ_ACCOUNT_PROCESSES), processes);
}
