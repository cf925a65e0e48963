/** The states from which random sequences begin. Each is one that a running system can be in. */

import { ROW_FREE_RAM, SLOT_ACCOUNT, SLOT_CONTROL } from '../../abi/boot.ts';
import * as call from '../../abi/calls.ts';
import { FLOW_ALL, FLOW_TRANSFER, RIGHTS_ALL } from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import { ModelKernel, type SavedState } from '../../test/kernel/kernel.ts';
import { Session } from '../../test/kernel/session.ts';
import * as world from '../../test/kernel/world.ts';
import { ageAll } from '../lockstep/aging.ts';
import { UNBOOTED } from './corpus.ts';

export interface Start {
	readonly state: SavedState;
	/** Nanoseconds since boot. */
	readonly now: bigint;
}

/** Just below what fits a word. */
const LATE = 0xffff_f000n;

/** Of a server that can finish its own activation on a caller's donation. Nanoseconds. */
const SMALL_BUDGET = 200_000;
const SMALL_WORST_CASE = 50_000;
const PERIOD = 20_000_000;
/** Empty in every process. */
const SPARE = 45;

/** What is done to the booted test system, by init or the driver. */
const CHANGES: readonly ((session: Session) => void)[] = [
	() => {},
	giveHandlers,
	smallBudgets,
	deepGrants,
	strictLabels,
	lastRows,
];

/** The booted test system on both kinds of machines. */
function booted(kernel: ModelKernel, canSuspend: boolean): SavedState {
	kernel.restore(UNBOOTED);
	world.bootWorld(kernel, canSuspend);
	return kernel.save();
}

/** The booted test system, changed in several ways, early and late, with young generations and with nearly used up ones. */
export function startStates(wasm: Uint8Array): Start[] {
	const kernel = new ModelKernel(new WebAssembly.Module(new Uint8Array(wasm)));
	const starts: Start[] = [];
	for (const canSuspend of [true, false]) {
		const state = booted(kernel, canSuspend);
		starts.push({ state, now: LATE });
		for (const change of CHANGES) {
			kernel.restore(state);
			change(new Session(kernel));
			starts.push({ state: kernel.save(), now: 0n });
		}
		for (const left of [2, 3, 4]) {
			kernel.restore(state);
			ageAll(kernel, layout.GENERATION_LAST - left);
			starts.push({ state: kernel.save(), now: LATE });
		}
	}
	return starts;
}

/** Makes the changes with a kernel that is watched, from a state in which nobody has changed anything; `begin` is called before each. */
export function makeChanges(kernel: ModelKernel, state: SavedState, begin: () => void): void {
	for (const change of CHANGES) {
		kernel.restore(state);
		begin();
		change(new Session(kernel));
	}
}

function must(session: Session, number: number, ...values: number[]): void {
	const result = session.system(number, ...values);
	if (result < 0) throw new Error(`kernel call ${number}(${values.join(', ')}) of a start: ${result}`);
}

/** Each process is told of the faults of the next. */
function giveHandlers(session: Session): void {
	session.activate(world.INIT);
	for (const row of world.PROCESSES.filter((process) => process !== world.INIT)) {
		must(session, call.GATE, world.processSlot(world.SERVER), SPARE, row);
		must(session, call.PROCESS_CONFIGURE, world.processSlot(row), call.CONFIGURE_HANDLER, SPARE);
		must(session, call.DELETE, SPARE);
	}
	session.finish();
}

/** Servers whose callers can pay for the end of their own activations. */
function smallBudgets(session: Session): void {
	session.activate(world.INIT);
	for (const row of [world.SERVER, world.DRIVER, world.MIDDLE]) {
		const self = world.processSlot(row);
		must(session, call.PROCESS_CONFIGURE, self, call.CONFIGURE_BUDGET, SMALL_BUDGET, PERIOD);
		must(session, call.PROCESS_CONFIGURE, self, call.CONFIGURE_WORST_CASE, SMALL_WORST_CASE);
		must(session, call.PROCESS_CONFIGURE, self, call.CONFIGURE_PATIENCE, 255);
	}
	session.finish();
}

/** The driver's line is bound to a signal under as many grants as there can be; its gates and regions are copied on the way down. */
function deepGrants(session: Session): void {
	session.activate(world.DRIVER);
	const sources = [world.signalOf(world.DRIVER), world.gateOf(world.SERVER), world.SLOT_OWN_REGION];
	for (let level = 1; level <= layout.GRANT_DEPTH; level++) {
		for (const [place, source] of sources.entries()) {
			must(session, call.COPY, level === 1 ? source : SPARE + place, SPARE + 3 + place, RIGHTS_ALL, level);
			if (level > 1) must(session, call.DELETE, SPARE + place);
			must(session, call.MOVE, SPARE + 3 + place, SPARE + place);
		}
	}
	must(session, call.INTERRUPT_BIND, world.SLOT_OWN_LINE, SPARE);
	must(session, call.REGION_MAP, 0, SPARE + 2, 3, 12);
	session.finish();
}

/** Label 0 may hand nothing to label 1, and everything else to itself. */
function strictLabels(session: Session): void {
	session.activate(world.DRIVER);
	must(session, call.FLOW_SET, world.SLOT_OWN_CONTROL, 0, world.OWN_LABEL, FLOW_TRANSFER);
	must(session, call.FLOW_SET, world.SLOT_OWN_CONTROL, world.OWN_LABEL, 0, FLOW_ALL);
	session.finish();
}

/** The last row of every table that a call can name. */
const LAST = {
	process: layout.PROCESS_COUNT - 1,
	block: layout.REGION_COUNT - 1,
	memory: layout.REGION_COUNT - 2,
	region: layout.REGION_COUNT - 3,
	line: layout.INTERRUPT_COUNT - 1,
	label: layout.LABELS - 1,
	slot: layout.SLOTS_MOST - 1,
} as const;
const PRIORITY = 254;
const CODE_SLOT = 8;

/** A process in the last rows and slots of everything, with the last label; it executes. */
function lastRows(session: Session): void {
	const own = SPARE + 20;
	session.activate(world.INIT);
	const make = (number: number, ...values: number[]) => must(session, number, ...values);
	make(call.EXTENT_SPLIT, SLOT_ACCOUNT, ROW_FREE_RAM, LAST.block, layout.PROCESS_BLOCK_PAGES);
	make(call.PROCESS_CREATE, SLOT_ACCOUNT, LAST.process, LAST.block, layout.SLOTS_MOST, own);
	make(call.PROCESS_CONFIGURE, own, call.CONFIGURE_PRIORITY, PRIORITY);
	make(call.PROCESS_CONFIGURE, own, call.CONFIGURE_BUDGET, world.BUDGET, PERIOD);
	make(call.PROCESS_CONFIGURE, own, call.CONFIGURE_WORST_CASE, world.WORST_CASE);
	for (const [row, slot] of [[LAST.memory, own + 1] as const, [LAST.region, own + 2] as const]) {
		make(call.REGION_CREATE, SLOT_ACCOUNT, ROW_FREE_RAM, row, layout.REGION_STEP, slot);
		make(call.REGION_PREPARE, SLOT_ACCOUNT, row, 0);
	}
	make(call.REGION_MAP, own, own + 1, 0, 12);
	make(call.REGION_MAP, own, CODE_SLOT, 15, 20);
	make(call.REGION_MAP, own, own + 2, 12, 12);
	make(call.SIGNAL, own, own + 3, 0x80000000);
	make(call.INTERRUPT_CREATE, SLOT_CONTROL, LAST.line, own + 4);
	make(call.INTERRUPT_BIND, own + 4, own + 3);
	make(call.GATE, own, own + 5, 0x7fffffff);
	const gifts = [own, own + 2, own + 3, own + 4, own + 5, SLOT_ACCOUNT, SLOT_CONTROL, world.processSlot(world.SERVER)];
	for (const [index, slot] of gifts.entries()) make(call.INSTALL, own, slot, LAST.slot - index, RIGHTS_ALL, 0);
	for (const label of [0, LAST.label]) {
		make(call.FLOW_SET, SLOT_CONTROL, label, LAST.label, FLOW_ALL);
		make(call.FLOW_SET, SLOT_CONTROL, LAST.label, label, FLOW_ALL);
	}
	make(call.PROCESS_LABEL, SLOT_CONTROL, own, LAST.label);
	make(call.PROCESS_START, own);
	session.finish();
	if (session.current === LAST.process) session.finish();
	session.interrupt(LAST.line);
}
