/**
 * A whole system as one typed value. `systems/<name>/system.ts` exports `defineSystem({...})`; `tessera check` judges it as a
 * whole, `tessera build` makes a boot image of it. Every name is checked twice: by the editor (the type parameters below carry the
 * names of accounts, labels, components and regions, and of what each component declares) and by the checker, which
 * also sees what types cannot express.
 */

import type { Account, Channel, Component, Device, Expected, Flow, Grant, Region } from './parts.ts';

export type * from './parts.ts';
export * from './units.ts';

/** The components of a system: their names, and with each what it declares. */
type Components<Names extends string, Accounts extends string, Labels extends string> = {
	readonly [Name in Names]: Component<Names, Accounts, Labels>;
};

/** What `system.ts` describes. Each property is explained where its type is defined, in parts.ts. */
export interface System<
	Members extends Components<string, string, string> = Components<string, string, string>,
	Accounts extends string = string,
	Regions extends string = string,
	Labels extends string = string,
> {
	/** The name of the folder that `system.ts` is in. */
	readonly name: string;
	/** What the system is for, in one line. */
	readonly description?: string;
	/** RAM that the system may take, in bytes, kernel not included; without it, as much as it adds up to. */
	readonly memory?: number;
	/** Sensitivity labels, at most 63; without any, information may flow everywhere. */
	readonly labels?: readonly Labels[];
	/** What a process of one label may do to things of another; everything that is not listed is forbidden, within a label all is allowed. */
	readonly flows?: readonly Flow<NoInfer<Labels>>[];
	/** Quotas that components share. A component that names none gets an account of its own with exactly what it needs. */
	readonly accounts?: Readonly<Record<Accounts, Account<NoInfer<Accounts>>>>;
	readonly components: Members;
	/** Memory that components share, devices, and tables. */
	readonly regions?: Readonly<Record<Regions, Region<NoInfer<Members>, NoInfer<Accounts>, NoInfer<Labels>>>>;
	/** Who may call, signal and feed whom. */
	readonly channels?: readonly Channel<NoInfer<Members>>[];
	/** Capabilities that a component holds beside its channels: accounts, processes, regions, interrupts, powers. */
	readonly grants?: readonly Grant<NoInfer<Members>, NoInfer<Accounts>, NoInfer<Regions>>[];
	/** Devices that the machine must have beside the processor, memory and its log. */
	readonly devices?: readonly Device[];
	/** What it prints and how it ends: every system that ends is its own test. Without it, it runs until the machine is switched off. */
	readonly expect?: Expected;
}

/** Describes a system. Returns its argument; all the work is in the types. */
export function defineSystem<
	const Members extends Components<Extract<keyof Members, string>, NoInfer<Accounts>, NoInfer<Labels>>,
	const Accounts extends string = never,
	const Regions extends string = never,
	const Labels extends string = never,
>(system: System<Members, Accounts, Regions, Labels>): System<Members, Accounts, Regions, Labels> {
	return system;
}
