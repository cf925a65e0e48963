/** Capabilities: gates, signals, fault handlers and grants, each put into the slot that its holder's manifest names. */

import { SLOT_CONTROL } from '../../abi/boot.ts';
import {
	CONFIGURE_HANDLER,
	COPY,
	GATE,
	INSTALL,
	INTERRUPT_CREATE,
	PROCESS_CONFIGURE,
	SIGNAL,
} from '../../abi/calls.ts';
import {
	RIGHT_ACKNOWLEDGE,
	RIGHT_ADDRESS,
	RIGHT_BIND,
	RIGHT_CALL,
	RIGHT_CONFIGURE,
	RIGHT_COPY,
	RIGHT_DEVICE,
	RIGHT_FLOW,
	RIGHT_HALT,
	RIGHT_LABEL,
	RIGHT_LINES,
	RIGHT_LOG,
	RIGHT_RAISE,
	RIGHT_READ,
	RIGHT_SPEND,
	RIGHT_SPLIT,
	RIGHT_START,
	RIGHT_STOP,
	RIGHT_TRANSFER,
	RIGHT_WRITE,
	RIGHTS_ALL,
} from '../../abi/rights.ts';
import type { GrantDescription, HolderDescription } from '../check/description.ts';
import type { Site } from './layout.ts';
import type { RegionSlots } from './regions.ts';

const RIGHT_BITS: Readonly<Record<string, number>> = {
	copy: RIGHT_COPY,
	transfer: RIGHT_TRANSFER,
	read: RIGHT_READ,
	write: RIGHT_WRITE,
	address: RIGHT_ADDRESS,
	spend: RIGHT_SPEND,
	split: RIGHT_SPLIT,
	configure: RIGHT_CONFIGURE,
	start: RIGHT_START,
	stop: RIGHT_STOP,
	bind: RIGHT_BIND,
	acknowledge: RIGHT_ACKNOWLEDGE,
	flow: RIGHT_FLOW,
	label: RIGHT_LABEL,
	device: RIGHT_DEVICE,
	lines: RIGHT_LINES,
	log: RIGHT_LOG,
	halt: RIGHT_HALT,
};

function bits(words: readonly string[]): number {
	return words.reduce((mask, word) => mask | (RIGHT_BITS[word] ?? 0), 0);
}

export function buildAuthority(site: Site, regions: RegionSlots): void {
	buildChannels(site);
	buildHandlers(site);
	const derived = new Derivations(site);
	for (const grant of site.model.grants) {
		site.write.line = site.lineOf(grant.path);
		buildGrant(site, grant, regions, derived);
	}
}

function buildChannels(site: Site): void {
	const { model, write, made, lineOf } = site;
	for (const { from, to, badge, rights, path } of model.gates) {
		write.line = lineOf(path);
		const slot = write.slot();
		write.call(GATE, made.get(to)?.slot ?? 0, slot, badge);
		install(site, from, slot, RIGHT_CALL | bits(rights));
		write.drop(slot);
	}
	for (const { from, to, bit, rights, path } of model.signals) {
		write.line = lineOf(path);
		const slot = write.slot();
		write.call(SIGNAL, made.get(to)?.slot ?? 0, slot, 1 << bit);
		install(site, from, slot, RIGHT_RAISE | bits(rights));
		write.drop(slot);
	}
}

function buildHandlers({ model, write, made, lineOf }: Site): void {
	for (const [name, { faultHandler, path }] of model.components) {
		if (faultHandler === undefined) continue;
		write.line = lineOf([...path, 'faultHandler']);
		const slot = write.slot();
		write.call(GATE, made.get(faultHandler.component)?.slot ?? 0, slot, faultHandler.badge);
		write.call(PROCESS_CONFIGURE, made.get(name)?.slot ?? 0, CONFIGURE_HANDLER, slot);
		write.drop(slot);
	}
}

/** Puts a copy of init's capability into the slot that the holder's manifest names. */
function install(
	{ model, write, made }: Site,
	holder: HolderDescription,
	slot: number,
	rights: number,
	grantRow = 0,
): void {
	const destination = model.components.get(holder.component)?.manifest?.capabilities.get(holder.as) ?? 0;
	write.call(INSTALL, made.get(holder.component)?.slot ?? 0, slot, destination, rights, grantRow);
}

function buildGrant(site: Site, grant: GrantDescription, regions: RegionSlots, derived: Derivations): void {
	const { write, made, accounts } = site;
	switch (grant.kind) {
		case 'account':
			install(site, grant.to, accounts.slotOf(grant.account), bits(grant.rights));
			break;
		case 'process':
			install(site, grant.to, made.get(grant.process)?.slot ?? 0, bits(grant.rights));
			break;
		case 'control':
			install(site, grant.to, SLOT_CONTROL, bits(grant.control));
			break;
		case 'region':
			derived.install(grant, regions.get(grant.region) ?? 0);
			break;
		case 'interrupt': {
			const slot = write.slot();
			write.call(INTERRUPT_CREATE, SLOT_CONTROL, grant.interrupt, slot);
			install(site, grant.to, slot, bits(grant.rights));
			write.drop(slot);
		}
	}
}

type RegionGrant = Extract<GrantDescription, { kind: 'region' }>;

/** Region capabilities that are derived from another component's: each under a grant row below that one's. */
class Derivations {
	readonly #site: Site;
	/** Grant -> the kernel's grant row that its capability is under. */
	readonly #rows = new Map<RegionGrant, number>();
	readonly #grants: readonly RegionGrant[];

	constructor(site: Site) {
		this.#site = site;
		this.#grants = site.model.grants.filter((grant): grant is RegionGrant => grant.kind === 'region');
	}

	install(grant: RegionGrant, region: number): void {
		const { write } = this.#site;
		const chain = this.#chain(grant);
		let slot = region;
		for (const source of chain.slice(0, -1)) {
			const copy = write.slot();
			write.call(COPY, slot, copy, RIGHTS_ALL, this.#row(source));
			if (slot !== region) write.drop(slot);
			slot = copy;
		}
		install(
			this.#site,
			grant.to,
			slot,
			bits(grant.rights),
			this.#isSource(grant) || chain.length > 1 ? this.#row(grant) : 0,
		);
		if (slot !== region) write.drop(slot);
	}

	/** From the first holder to this one. */
	#chain(grant: RegionGrant): RegionGrant[] {
		const source = grant.by === undefined ? undefined : this.#sourceOf(grant);
		return source === undefined ? [grant] : [...this.#chain(source), grant];
	}

	#sourceOf(grant: RegionGrant): RegionGrant | undefined {
		return this.#grants.find((other) => other.to.component === grant.by && other.region === grant.region);
	}

	#isSource(grant: RegionGrant): boolean {
		return this.#grants.some((other) => other.by === grant.to.component && other.region === grant.region);
	}

	#row(grant: RegionGrant): number {
		const row = this.#rows.get(grant) ?? this.#site.write.grantRow();
		this.#rows.set(grant, row);
		return row;
	}
}
