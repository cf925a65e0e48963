/** The parts that a system is put together from. `defineSystem` ties their type parameters to the names in the file. */

import type { Manifest, RegionRight } from '../sdk/define.ts';

/** Rights as words; which ones a capability can have depends on its kind (abi/rights.ts). */
export type CarryRight = 'copy' | 'transfer';
export type AccountRight = 'spend' | 'split';
export type ProcessRight = 'configure' | 'start' | 'stop';
export type InterruptRight = 'bind' | 'acknowledge';
export type ControlPower = 'flow' | 'label' | 'device' | 'lines' | 'log' | 'halt';
export type FlowOperation = 'call' | 'raise' | 'read' | 'write' | 'transfer';

type RegionNames<D extends Manifest> = Extract<keyof NonNullable<D['regions']>, string>;
type CapabilityNames<D extends Manifest> = Extract<keyof NonNullable<D['capabilities']>, string>;
/** A component with the name of one of its regions; the pairs are checked, not only the names. */
type Place<M extends Members> = {
	readonly [Name in keyof M]: { readonly component: Name; readonly as: RegionNames<M[Name]['manifest']> };
}[keyof M];
/** A component with the name of one of the capabilities that it declares. */
type Holder<M extends Members> = {
	readonly [Name in keyof M]: { readonly component: Name; readonly as: CapabilityNames<M[Name]['manifest']> };
}[keyof M];

/** Components by name, as far as the parts below need to know them. */
export type Members = Readonly<Record<string, { readonly manifest: Manifest }>>;

/** One process. */
export interface Component<Names extends string, Accounts extends string, Labels extends string> {
	/** Folder of the component, relative to the checkout, such as 'servers/console'. */
	readonly folder: string;
	/** The default export of that folder's manifest.ts. */
	readonly manifest: Manifest;
	/** 1..255, higher goes first. Programs that block in `wait` have 1..31, event-driven components 32..255. */
	readonly priority: number;
	/** CPU time that it may use in every period, nanoseconds, 1,000..2^31-1. */
	readonly budget: number;
	/** Nanoseconds, budget..2^32-1. */
	readonly period: number;
	/** Longest that one call to it takes, nanoseconds, calls that it makes itself included. Without it, nobody can call it. */
	readonly worstCase?: number;
	/** How often one activation may use up the budget before that is a fault; 255 (the default) = for ever. */
	readonly patience?: number;
	/** Capability slots of its table, 1..255 usable; 32 unless given. */
	readonly slots?: number;
	/** true: a program that blocks in `wait` instead of returning from its entry points. */
	readonly blocking?: boolean;
	/** Who pays; without it, an account of its own. */
	readonly account?: Accounts;
	/** Sensitivity label; without it the first of `labels`. */
	readonly label?: Labels;
	/** Who is told when it faults, under which badge (0..31, unique for that handler). */
	readonly faultHandler?: { readonly component: Names; readonly badge: number };
	/** What its fault handler should do; found in the handler's roster. */
	readonly restart?: Restart;
	/** false: created but not started; somebody holds its process capability and starts it. */
	readonly start?: boolean;
}

/** Restart policy for the fault handler of a component. */
export interface Restart {
	/** Restarts at most; after that the component stays stopped. */
	readonly limit: number;
	/** Nanoseconds before the first restart; doubles with every further one. */
	readonly backOff: number;
}

/** A node of the quota tree. */
export interface Account<Accounts extends string> {
	/** The account that it is a part of; the root unless given. */
	readonly parent?: Accounts;
	/** Bytes for its components, regions and child accounts together. */
	readonly memory: number;
	/** Capability slots for the tables of its components and child accounts. */
	readonly slots: number;
	/** Share of the machine in 1/65536, see `percent`. */
	readonly cpu: number;
	/** Highest priority of its components. */
	readonly ceiling: number;
	/** Rows, by number, for what its holder creates while the system runs. The numbers must not be used anywhere else. */
	readonly rows?: Rows;
}

/** Table rows that an account owns beyond those that the system itself uses. */
export interface Rows {
	/** 2..255 */
	readonly processes?: readonly number[];
	/** 1..127 */
	readonly accounts?: readonly number[];
	/** 64..1023; the first is the free extent with the account's remaining memory. */
	readonly regions?: readonly number[];
	/** 1..1023 */
	readonly grants?: readonly number[];
}

/** Memory with a name. */
export interface Region<M extends Members, Accounts extends string, Labels extends string> {
	/** Bytes, a multiple of 65,536, at most 32 MiB. Not with `roster` or `contents`. */
	readonly size?: number;
	/** Who pays; the root unless given. */
	readonly account?: Accounts;
	readonly label?: Labels;
	/** Device memory instead of RAM: first physical address, a multiple of 4096. Its size is one of 4096, too, at most 64 KiB. */
	readonly device?: number;
	/** Why several drivers get this device memory: each can then do to the devices in it whatever the others can. Only with `device`. */
	readonly shared?: string;
	/** A read-only table about a component: who calls it by which badge, whose faults it handles. See abi/roster.ts. */
	readonly roster?: Extract<keyof M, string>;
	/** A read-only file, named from the checkout's root, that becomes part of the boot image. Its size is that of the file, in whole pages of 64 KiB. */
	readonly contents?: string;
	/** Who sees it in which of its memories, with which rights; the rights must be those that the component declares. */
	readonly maps?: readonly (Place<M> & { readonly rights: readonly RegionRight[] })[];
}

/** An edge of the communication graph. `as` names the capability in the holder's manifest. */
export type Channel<M extends Members> = Gate<M> | Signal<M> | Queue<M>;

/** `from` may call `to`, which must have a higher priority. */
export interface Gate<M extends Members> {
	readonly kind: 'gate';
	readonly from: Holder<M>;
	readonly to: Extract<keyof M, string>;
	/** Tells `to` who is calling, 0..2^31-1, unique at `to`. */
	readonly badge: number;
	/** true: `from` calls it in activations of its own only, never while it serves a call itself, so its worst case need not cover it. */
	readonly apart?: boolean;
	/** Beside calling: may it be copied, or handed to others? */
	readonly rights?: readonly CarryRight[];
	/** Bytes of storage that `from` may have at `to`, told to `to` by its roster; without it, `to` decides. */
	readonly quota?: number;
}

/** `from` may raise one bit of `to`. */
export interface Signal<M extends Members> {
	readonly kind: 'signal';
	readonly from: Holder<M>;
	readonly to: Extract<keyof M, string>;
	/** Bit number 0..31, unique at `to`. */
	readonly bit: number;
	readonly rights?: readonly CarryRight[];
}

/** A region with a queue in it, and a signal each way: 'there is work', 'there is room'. */
export interface Queue<M extends Members> {
	readonly kind: 'queue';
	readonly name: string;
	/** Bytes, a multiple of 65,536. */
	readonly size: number;
	readonly producer: QueueEnd<M>;
	readonly consumer: QueueEnd<M>;
}

/** One side of a queue. */
export type QueueEnd<M extends Members> = {
	readonly [Name in keyof M]: {
		readonly component: Name;
		/** Name of the region in its manifest. */
		readonly region: RegionNames<M[Name]['manifest']>;
		/** Name of the capability with which it wakes the other side. */
		readonly signal: CapabilityNames<M[Name]['manifest']>;
		/** Bit that the other side raises here, 0..31. */
		readonly bit: number;
	};
}[keyof M];

/** A capability in a component's table. */
export type Grant<M extends Members, Accounts extends string, Regions extends string> = {
	readonly to: Holder<M>;
} & (
	| { readonly account: Accounts; readonly rights: readonly (AccountRight | CarryRight)[] }
	| { readonly process: Extract<keyof M, string>; readonly rights: readonly (ProcessRight | CarryRight)[] }
	| {
			readonly region: Regions;
			/** `address`: the holder may learn where it lies in physical memory, for a device that does DMA. */
			readonly rights: readonly (RegionRight | 'address' | CarryRight)[];
			/** The component whose capability it is derived from: when that is revoked, so is this. */
			readonly by?: Extract<keyof M, string>;
	  }
	| { readonly interrupt: number; readonly rights: readonly (InterruptRight | CarryRight)[] }
	| { readonly control: readonly ControlPower[] }
);

/** What `from` may do to processes and regions of label `to`. */
export interface Flow<Labels extends string> {
	readonly from: Labels;
	readonly to: Labels;
	readonly allow: readonly FlowOperation[];
}

/** A virtio device that the machine has. Where a transport has its registers and its interrupt: systems/devices.ts. */
export type Device =
	/** Random numbers. */
	| DeviceAt<'rng'>
	/** A disk of so many sectors of 512 bytes. Zeros, unless whoever starts the machine has one. */
	| (DeviceAt<'block'> & { readonly sectors: number })
	/** A screen of so many pixels. */
	| (DeviceAt<'gpu'> & { readonly width: number; readonly height: number })
	| DeviceAt<'touch'>
	| DeviceAt<'keyboard'>
	/** A way for bytes to and from outside (virtio console). */
	| DeviceAt<'port'>
	/** Something that measures, on hosted machines only: elsewhere there are no such registers, and a driver that looks for them faults. */
	| (DeviceAt<'sensor'> & { readonly sensor: 'microphone' | 'location' | 'battery' | 'clock' })
	/** A camera takes pictures of so many pixels. */
	| (DeviceAt<'sensor'> & { readonly sensor: 'camera'; readonly width: number; readonly height: number });

interface DeviceAt<Kind extends string> {
	readonly kind: Kind;
	/** Which transport: 0..31 of the board's, of a sensor 32..71. Eight share a page of registers: 0, 8, 16, ... begin one. */
	readonly slot: number;
}

/** How the system ends. */
export interface Expected {
	/** Argument of the HALT that ends it. */
	readonly exitCode: number;
	/** Lines that components have put into the machine's log, in order. */
	readonly log: readonly string[];
}
