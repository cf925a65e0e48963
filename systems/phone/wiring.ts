/** Puts a large system together part by part: what `defineSystem` takes as one literal, collected from functions that each know one part. */

import type { Manifest } from '../../sdk/define.ts';
import type {
	Account,
	Channel,
	Component,
	ControlPower,
	Device,
	Flow,
	Grant,
	ProcessRight,
	Region,
	System,
} from '../define.ts';

type AnyComponent = Component<string, string, string>;
type AnyMembers = Readonly<Record<string, AnyComponent>>;
type AnyRegion = Region<AnyMembers, string, string>;
type AnyChannel = Channel<AnyMembers>;
type AnyGrant = Grant<AnyMembers, string, string>;
/** What a Gate may be beside what it connects. */
export type GateOptions = Pick<Extract<AnyChannel, { kind: 'gate' }>, 'apart' | 'quota' | 'rights'>;

export class Wiring {
	readonly #components = new Map<string, AnyComponent>();
	readonly #accounts = new Map<string, Account<string>>();
	readonly #regions = new Map<string, AnyRegion>();
	readonly #channels: AnyChannel[] = [];
	readonly #grants: AnyGrant[] = [];
	readonly #devices: Device[] = [];

	component(name: string, component: AnyComponent): void {
		if (this.#components.has(name)) throw new Error(`there are two components '${name}'`);
		this.#components.set(name, component);
	}

	account(name: string, account: Account<string>): void {
		this.#accounts.set(name, account);
	}

	/** A region that one component, or several, map under a name of their manifests. */
	region(name: string, region: AnyRegion): void {
		this.#regions.set(name, region);
	}

	/** One more who maps a region that is there. */
	map(name: string, mapping: NonNullable<AnyRegion['maps']>[number]): void {
		const region = this.#regions.get(name);
		if (region === undefined) throw new Error(`there is no region '${name}'`);
		this.#regions.set(name, { ...region, maps: [...(region.maps ?? []), mapping] });
	}

	/** The table in which `component` finds the names of the others, mapped as its region 'roster'. */
	roster(component: string): void {
		this.region(`${component}Roster`, { roster: component, maps: [{ component, as: 'roster', rights: ['read'] }] });
	}

	device(device: Device): void {
		this.#devices.push(device);
	}

	gate(component: string, as: string, to: string, badge: number, options: GateOptions = {}): void {
		this.#channels.push({ kind: 'gate', from: { component, as }, to, badge, ...options });
	}

	signal(component: string, as: string, to: string, bit: number): void {
		this.#channels.push({ kind: 'signal', from: { component, as }, to, bit });
	}

	process(component: string, as: string, process: string, rights: readonly ProcessRight[]): void {
		this.#grants.push({ to: { component, as }, process, rights });
	}

	control(component: string, as: string, control: readonly ControlPower[]): void {
		this.#grants.push({ to: { component, as }, control });
	}

	grant(grant: AnyGrant): void {
		this.#grants.push(grant);
	}

	has(component: string): boolean {
		return this.#components.has(component);
	}

	manifest(component: string): Manifest {
		const found = this.#components.get(component);
		if (found === undefined) throw new Error(`there is no component '${component}'`);
		return found.manifest;
	}

	/** Components whose manifest has a capability of that name, in the order in which they were added. */
	holders(capability: string): string[] {
		const all = [...this.#components];
		return all.filter(([, { manifest }]) => capability in (manifest.capabilities ?? {})).map(([name]) => name);
	}

	/** Components whose manifest has a region of that name. */
	mappers(region: string): string[] {
		const all = [...this.#components];
		return all.filter(([, { manifest }]) => region in (manifest.regions ?? {})).map(([name]) => name);
	}

	/** The whole, for the checker to judge. */
	system(name: string, description: string, labels: readonly string[], flows: readonly Flow<string>[]): System {
		return {
			name,
			description,
			labels,
			flows,
			accounts: Object.fromEntries(this.#accounts),
			components: Object.fromEntries(this.#components),
			regions: Object.fromEntries(this.#regions),
			channels: this.#channels,
			grants: this.#grants,
			devices: this.#devices,
		};
	}
}
