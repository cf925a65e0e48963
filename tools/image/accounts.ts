/** Accounts: those of the system file, and one for each component that names none. */

import { SLOT_ACCOUNT } from '../../abi/boot.ts';
import { ACCOUNT_CREATE, ACCOUNT_GIVE } from '../../abi/calls.ts';
import {
	RESOURCE_ACCOUNT_ROW,
	RESOURCE_CPU,
	RESOURCE_GRANT_ROW,
	RESOURCE_PROCESS_ROW,
	RESOURCE_SLOTS,
} from '../../abi/rights.ts';
import type { ComponentDescription } from '../check/description.ts';
import { isTable, type Model, regionPages } from '../check/model.ts';
import { cpuShare } from './boot.ts';
import { componentFootprint, PAGE_BYTES, regionFootprint } from './footprint.ts';
import type { Plan } from './layout.ts';
import type { ManifestWriter } from './manifest.ts';
import type { ImageSizes } from './types.ts';

/** What was asked of the account `name` is more than it has on this machine. */
export class AccountFullError extends Error {
	readonly account: string;
	constructor(account: string, needed: number, has: number) {
		super(
			`account '${account}' has ${has} bytes of memory, but on this machine its members take ${needed}; raise memory to at least ${needed}`,
		);
		this.name = 'AccountFullError';
		this.account = account;
	}
}

export class AccountBuilder {
	readonly #plan: Plan;
	readonly #write: ManifestWriter;
	/** Account of the system file -> slot in which init holds it. */
	readonly #slots = new Map<string, number>();

	constructor(plan: Plan, write: ManifestWriter) {
		this.#plan = plan;
		this.#write = write;
	}

	/** The slot of an account of the system file; the root's when there is no name. */
	slotOf(name: string | undefined): number {
		return name === undefined ? SLOT_ACCOUNT : (this.#slots.get(name) ?? SLOT_ACCOUNT);
	}

	/** Creates the accounts of the system file, parents first, and gives each its slots and CPU share. */
	createAll(): void {
		const { accounts } = this.#plan.model.description;
		const waiting = new Set(accounts.keys());
		while (waiting.size > 0) {
			const ready = [...waiting].filter((name) => !waiting.has(accounts.get(name)?.parent ?? ''));
			for (const name of ready) {
				waiting.delete(name);
				this.#createNamed(name);
			}
		}
	}

	#createNamed(name: string): void {
		const account = this.#plan.model.description.accounts.get(name);
		if (account === undefined) return;
		this.#write.line = this.#plan.lineOf(account.path);
		const slot = this.#create(this.slotOf(account.parent), account.ceiling, account.slots, account.cpu);
		this.#slots.set(name, slot);
	}

	/** An account of a component's own, with exactly what it needs. Returns its slot; to be dropped when the component is made. */
	createFor({ slots, budget, period, priority }: ComponentDescription): number {
		return this.#create(SLOT_ACCOUNT, priority, slots, cpuShare(budget, period));
	}

	#create(parent: number, ceiling: number, slots: number, cpu: number): number {
		const write = this.#write;
		const [row, slot] = [write.accountRow(), write.slot()];
		if (parent !== SLOT_ACCOUNT) write.call(ACCOUNT_GIVE, SLOT_ACCOUNT, parent, RESOURCE_ACCOUNT_ROW, row);
		write.call(ACCOUNT_CREATE, parent, row, slot, ceiling);
		write.call(ACCOUNT_GIVE, parent, slot, RESOURCE_SLOTS, slots);
		write.call(ACCOUNT_GIVE, parent, slot, RESOURCE_CPU, cpu);
		return slot;
	}

	/** Gives each account of the system file its spare rows, and the memory that its members have left over. Throws AccountFullError. */
	handOut(sizes: ImageSizes): void {
		const { model, lineOf } = this.#plan;
		for (const [name, { rows, memory, path }] of model.description.accounts) {
			this.#write.line = lineOf(path);
			const slot = this.slotOf(name);
			const give = (resource: number, row: number): void =>
				this.#write.call(ACCOUNT_GIVE, SLOT_ACCOUNT, slot, resource, row);
			for (const row of rows?.processes ?? []) give(RESOURCE_PROCESS_ROW, row);
			for (const row of rows?.accounts ?? []) give(RESOURCE_ACCOUNT_ROW, row);
			for (const row of rows?.grants ?? []) give(RESOURCE_GRANT_ROW, row);
			const needed = membersPages(this.#plan, name, sizes) * PAGE_BYTES;
			if (needed > memory) throw new AccountFullError(name, needed, memory);
			const pages = Math.floor((memory - needed) / PAGE_BYTES);
			for (const [index, row] of (rows?.regions ?? []).entries()) {
				if (index === 0 && pages > 0) this.#write.extent(pages, row);
				this.#write.giveExtent(row, slot);
			}
		}
	}
}

/** Pages that the components, regions and child accounts of an account take on a machine. */
function membersPages({ model, images, imageOf }: Plan, account: string, sizes: ImageSizes): number {
	let pages = 0;
	for (const [name, component] of model.components) {
		if (component.account !== account) continue;
		const index = imageOf.get(name) ?? 0;
		pages += componentFootprint(images[index] ?? { memoryPages: 1 }, sizes.nativePages(index));
	}
	for (const region of regionsOf(model, account)) pages += regionFootprint(regionPages(region));
	for (const child of model.description.accounts.values()) {
		if (child.parent === account) pages += Math.ceil(child.memory / PAGE_BYTES);
	}
	return pages;
}

function regionsOf(model: Model, account: string) {
	const regions = [...model.regions.values()].filter((region) => region.account === account);
	return regions.filter((region) => region.device === undefined && !isTable(region));
}
