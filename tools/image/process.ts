/** One process: its account, tables, memories and parameters. It is not started yet. */

import { SLOT_ACCOUNT, SLOT_CONTROL, SLOT_IMAGES } from '../../abi/boot.ts';
import {
	ACCOUNT_GIVE,
	CONFIGURE_BUDGET,
	CONFIGURE_PATIENCE,
	CONFIGURE_PRIORITY,
	CONFIGURE_WORST_CASE,
	PROCESS_CONFIGURE,
	PROCESS_CREATE,
	PROCESS_LABEL,
	REGION_MAP,
} from '../../abi/calls.ts';
import { MEMORY_CODE, MEMORY_NATIVE, MEMORY_OWN } from '../../abi/component.ts';
import { RESOURCE_PROCESS_ROW, RIGHT_EXECUTE, RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import type { ComponentDescription } from '../check/description.ts';
import { PAGES_OF_WASM_PAGE } from './footprint.ts';
import { labelNumber, labelRegion, type Site } from './layout.ts';

/** A process that the manifest has made, and the slot in which init holds it. */
export interface Made {
	readonly row: number;
	readonly slot: number;
}

export function buildProcess(site: Site, name: string): Made {
	const { model, write, accounts, lineOf } = site;
	const component = model.components.get(name);
	if (component === undefined) throw new Error(`there is no component '${name}'`);
	write.line = lineOf(component.path);
	const account = component.account === undefined ? accounts.createFor(component) : accounts.slotOf(component.account);
	const made = create(site, component, account);
	configure(site, component, made.slot);
	mapMemories(site, name, component, made.slot, account);
	if (component.account === undefined) write.drop(account);
	return made;
}

function create({ write }: Site, { slots }: ComponentDescription, account: number): Made {
	const block = write.extent(PROCESS_BLOCK_PAGES);
	const made = { row: write.processRow(), slot: write.slot() };
	write.giveExtent(block, account);
	if (account !== SLOT_ACCOUNT) write.call(ACCOUNT_GIVE, SLOT_ACCOUNT, account, RESOURCE_PROCESS_ROW, made.row);
	write.call(PROCESS_CREATE, account, made.row, block, slots, made.slot);
	return made;
}

function configure({ model, write }: Site, component: ComponentDescription, slot: number): void {
	const { priority, budget, period, worstCase, patience, label } = component;
	write.call(PROCESS_CONFIGURE, slot, CONFIGURE_PRIORITY, priority);
	write.call(PROCESS_CONFIGURE, slot, CONFIGURE_BUDGET, budget, period);
	write.call(PROCESS_CONFIGURE, slot, CONFIGURE_PATIENCE, patience);
	if (worstCase !== undefined) write.call(PROCESS_CONFIGURE, slot, CONFIGURE_WORST_CASE, worstCase);
	const number = labelNumber(model, label);
	if (number !== 0) write.call(PROCESS_LABEL, SLOT_CONTROL, slot, number);
}

/** Code, own memory, and native data and stack where the machine has them. */
function mapMemories(
	site: Site,
	name: string,
	{ label }: ComponentDescription,
	process: number,
	account: number,
): void {
	const { write, images, imageOf, sizes } = site;
	const index = imageOf.get(name) ?? 0;
	write.call(REGION_MAP, process, SLOT_IMAGES + index, MEMORY_CODE, RIGHT_READ | RIGHT_EXECUTE);
	const own = (images[index]?.memoryPages ?? 1) * PAGES_OF_WASM_PAGE;
	const memories = [
		{ memory: MEMORY_OWN, pages: own },
		{ memory: MEMORY_NATIVE, pages: sizes.nativePages(index) },
	];
	for (const { memory, pages } of memories) {
		if (pages === 0) continue;
		const region = write.region(pages);
		labelRegion(site, region.row, label);
		write.call(REGION_MAP, process, region.slot, memory, RIGHT_READ | RIGHT_WRITE);
		write.handOn(region, account);
		write.drop(region.slot);
	}
}
