/** The shape of a system file, property by property; `systems/parts.ts` is the same as types, and explains each. */

import { CPU_WHOLE, FLOW_CALL, FLOW_RAISE, FLOW_READ, FLOW_TRANSFER, FLOW_WRITE } from '../../abi/rights.ts';
import { HOSTED_SLOTS } from '../../abi/transports.ts';
import { LABELS, REGION_PAGES_MOST, SLOTS_MOST } from '../../kernel/layout.ts';
import { isRecord } from './plain.ts';
import {
	dictionary,
	flag,
	line,
	listOf,
	object,
	optional,
	orNoEntries,
	orNone,
	type Reader,
	text,
	whole,
	word,
	words,
} from './readers.ts';
import type { Path, Report } from './report.ts';

/** Of physical memory. */
export const PAGE = 4096;
/** Whatever becomes a WebAssembly memory is made of these. */
export const SHARED_PAGE = 65_536;
const WORD_MOST = 0x7fffffff;
const PERIOD_MOST = 0xffffffff;
const REGION_MOST = REGION_PAGES_MOST * PAGE;
/** The kernel's page numbers are 32 bits wide, its bus addresses on this machine 40. */
const ADDRESS_MOST = 2 ** 40 - 1;

export const FLOW_WORDS = {
	call: FLOW_CALL,
	raise: FLOW_RAISE,
	read: FLOW_READ,
	write: FLOW_WRITE,
	transfer: FLOW_TRANSFER,
} as const;
const carry = ['copy', 'transfer'] as const;

/** Adds to what a reader returns where it was read. */
function placed<T extends object>(reader: Reader<T | undefined>): Reader<(T & { readonly path: Path }) | undefined> {
	return (value, path, report) => {
		const read = reader(value, path, report);
		return read === undefined ? undefined : { ...read, path };
	};
}

const restart = object({ limit: whole(1, 1000), backOff: whole(1000, WORD_MOST, 'nanoseconds') }, 'a restart policy');
const handler = object({ component: text, badge: whole(0, 31) }, 'a fault handler');
const memoryNumber = whole(1, 12);
const declaredRights: Reader<readonly ('read' | 'write')[]> = (value, path, report) =>
	words(['read', 'write'])(typeof value === 'string' ? [value] : value, path, report);
const declaration = object(
	{
		name: text,
		memoryPages: optional(whole(1, 512, '64 KiB each'), 1),
		stack: optional(whole(16, 2 ** 25, 'bytes'), undefined),
		provides: orNone(listOf(text)),
		libraries: orNone(listOf(text)),
		regions: orNoEntries(
			dictionary(object({ memory: memoryNumber, rights: declaredRights }, 'a declared region'), 'region'),
		),
		optional: orNone(listOf(text)),
		capabilities: orNoEntries(dictionary(whole(1, SLOTS_MOST - 1, 'slot'), 'capability')),
	},
	'a component',
);

const component = placed(
	object(
		{
			folder: text,
			manifest: declaration,
			priority: whole(1, 255),
			budget: whole(1000, WORD_MOST, 'nanoseconds'),
			period: whole(1000, PERIOD_MOST, 'nanoseconds'),
			worstCase: optional(whole(1, WORD_MOST, 'nanoseconds'), undefined),
			patience: optional(whole(0, 255), 255),
			slots: optional(whole(2, SLOTS_MOST), 32),
			blocking: optional(flag(false), false),
			account: optional(text, undefined),
			label: optional(text, undefined),
			faultHandler: optional(handler, undefined),
			restart: optional(restart, undefined),
			start: optional(flag(true), true),
		},
		'a component',
	),
);

const rows = object(
	{
		processes: orNone(listOf(whole(2, 255))),
		accounts: orNone(listOf(whole(1, 127))),
		regions: orNone(listOf(whole(64, 1023))),
		grants: orNone(listOf(whole(1, 1023))),
	},
	'table rows',
);

const account = placed(
	object(
		{
			parent: optional(text, undefined),
			memory: whole(0, WORD_MOST, 'bytes'),
			slots: whole(0, 65535),
			cpu: whole(0, CPU_WHOLE, '1/65536 of the machine; see percent()'),
			ceiling: whole(1, 255),
			rows: optional(rows, undefined),
		},
		'an account',
	),
);

const mapping = placed(object({ component: text, as: text, rights: words(['read', 'write']) }, 'a mapping'));
const region = placed(
	object(
		{
			size: optional(whole(1, REGION_MOST, 'bytes'), undefined),
			account: optional(text, undefined),
			label: optional(text, undefined),
			device: optional(whole(0, ADDRESS_MOST, 'physical address'), undefined),
			shared: optional(text, undefined),
			roster: optional(text, undefined),
			contents: optional(text, undefined),
			maps: orNone(listOf(mapping)),
		},
		'a region',
	),
);

/** A nested object that is unreadable becomes one with empty names, which later checks pass over. */
function orEmpty<T extends object>(reader: Reader<T | undefined>, empty: T): Reader<T & { readonly path: Path }> {
	return (value, path, report) => ({ ...(reader(value, path, report) ?? empty), path });
}

const holder = orEmpty(
	object({ component: text, as: text }, 'a component and the name by which it has the capability'),
	{
		component: '',
		as: '',
	},
);
const bit = whole(0, 31);
const end = orEmpty(object({ component: text, region: text, signal: text, bit }, 'one side of a queue'), {
	component: '',
	region: '',
	signal: '',
	bit: Number.NaN,
});
const size = whole(1, REGION_MOST, 'bytes');
const kind = word(['gate', 'signal', 'queue']);
const channelKinds = {
	gate: object(
		{
			kind,
			from: holder,
			to: text,
			badge: whole(0, WORD_MOST),
			apart: optional(flag(false), false),
			rights: orNone(words(carry)),
			quota: optional(whole(0, WORD_MOST, 'bytes'), 0),
		},
		'a gate',
	),
	signal: object({ kind, from: holder, to: text, bit, rights: orNone(words(carry)) }, 'a signal'),
	queue: object({ kind, name: text, size, producer: end, consumer: end }, 'a queue'),
} as const;

/** A channel is read by its kind, so that a slip in it does not look like three. */
const channel: Reader<ChannelDescription | undefined> = (value, path, report) => {
	if (!isRecord(value)) return channelKinds.gate(value, path, report) as undefined;
	const found = kind(value.kind, [...path, 'kind'], report);
	if (found === undefined) return undefined;
	const read = channelKinds[found](value, path, report);
	return read && ({ ...read, kind: found, path } as ChannelDescription);
};

const grantKinds = {
	account: object({ to: holder, account: text, rights: words(['spend', 'split', ...carry]) }, 'a grant'),
	process: object({ to: holder, process: text, rights: words(['configure', 'start', 'stop', ...carry]) }, 'a grant'),
	region: object(
		{ to: holder, region: text, rights: words(['read', 'write', 'address', ...carry]), by: optional(text, undefined) },
		'a grant',
	),
	interrupt: object(
		{ to: holder, interrupt: whole(32, 255, 'interrupt line'), rights: words(['bind', 'acknowledge', ...carry]) },
		'a grant',
	),
	control: object({ to: holder, control: words(['flow', 'label', 'device', 'lines', 'log', 'halt']) }, 'a grant'),
} as const;
const kindNames = Object.keys(grantKinds) as (keyof typeof grantKinds)[];

const grant: Reader<GrantDescription | undefined> = (value, path, report) => {
	const kinds = isRecord(value) ? kindNames.filter((name) => name in value) : kindNames.slice(0, 1);
	const [found] = kinds;
	if (found === undefined || kinds.length > 1) {
		const these = kinds.length === 0 ? 'none of them' : kinds.join(' and ');
		report.error(
			path,
			`a grant is of exactly one thing: account, process, region, interrupt or control; this one has ${these}`,
		);
		return undefined;
	}
	const read = grantKinds[found](value, path, report);
	return read && ({ ...read, kind: found, path } as GrantDescription);
};

const flow = placed(
	object({ from: text, to: text, allow: words(Object.keys(FLOW_WORDS) as (keyof typeof FLOW_WORDS)[]) }, 'a flow'),
);

const deviceKind = word(['rng', 'block', 'gpu', 'touch', 'keyboard', 'port', 'sensor']);
const sensor = word(['camera', 'microphone', 'location', 'battery', 'clock']);
const device = placed(
	object(
		{
			kind: deviceKind,
			slot: whole(0, HOSTED_SLOTS - 1, 'virtio-mmio transport'),
			sectors: optional(whole(1, 2 ** 20, '512 bytes each'), undefined),
			width: optional(whole(16, 4096, 'pixels'), undefined),
			height: optional(whole(16, 4096, 'pixels'), undefined),
			sensor: optional(sensor, undefined),
		},
		'a device',
	),
);

const system = object(
	{
		name: text,
		description: optional(text, ''),
		memory: optional(whole(PAGE, 2 ** 40, 'bytes'), undefined),
		labels: orNone(listOf(text)),
		flows: orNone(listOf(flow)),
		accounts: orNoEntries(dictionary(account, 'account')),
		components: dictionary(component, 'component'),
		regions: orNoEntries(dictionary(region, 'region')),
		channels: orNone(listOf(channel)),
		grants: orNone(listOf(grant)),
		devices: orNone(listOf(device)),
		expect: optional(object({ exitCode: whole(0, 255), log: listOf(line) }, 'how the system ends'), undefined),
	},
	'a system',
);

type Placed = { readonly path: Path };
type Known<R> = R extends Reader<infer T> ? Exclude<T, undefined> : never;
type Kinds<K extends Readonly<Record<string, Reader<unknown>>>> = {
	[Kind in keyof K]: Omit<Known<K[Kind]>, 'kind'> & Placed & { readonly kind: Kind };
};
export type GateDescription = Kinds<typeof channelKinds>['gate'];
export type SignalDescription = Kinds<typeof channelKinds>['signal'];
export type QueueDescription = Kinds<typeof channelKinds>['queue'];
export type ChannelDescription = GateDescription | SignalDescription | QueueDescription;
export type QueueEndDescription = Known<typeof end>;
export type HolderDescription = Known<typeof holder>;
export type ComponentDescription = Known<typeof component>;
export type DeclarationDescription = Known<typeof declaration>;
export type AccountDescription = Known<typeof account>;
export type RegionDescription = Known<typeof region>;
export type MappingDescription = Known<typeof mapping>;
export type DeviceDescription = Known<typeof device>;
export type FlowDescription = Known<typeof flow>;
export type SystemDescription = Known<typeof system>;
/** A grant, with its kind made explicit. */
export type GrantDescription = Kinds<typeof grantKinds>[keyof typeof grantKinds];

/** Most labels that a system can name: label 0 is init's. */
export const LABELS_MOST: number = LABELS - 1;

/** Reads a whole description; undefined when it is not even an object. */
export function readDescription(value: unknown, report: Report): SystemDescription | undefined {
	return system(value, [], report);
}
