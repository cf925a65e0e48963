/** Mistakes of the kind "regions": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const regions: readonly Case[] = [
	{
		what: 'a size is not a number of pages',
		spoil: (system) => {
			system.regions.sheet.size = 70_000;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.size',
				message: "'sheet' has 70000 bytes; shared memory comes in pages of 64 KiB: write kibibytes(128)",
			},
		],
	},
	{
		what: 'a region has no size',
		spoil: (system) => {
			delete system.regions.sheet.size;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet (name)',
				message: "regions.sheet has no 'size'; add size: <bytes, a multiple of 65536>",
			},
		],
	},
	{
		what: 'a region is too large',
		spoil: (system) => {
			system.regions.sheet.size = 2 ** 26;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.size',
				message: 'regions.sheet.size is 67108864; it must be a whole number from 1 to 33554432 (bytes)',
			},
		],
	},
	{
		what: 'a device begins within a page',
		spoil: (system) => {
			system.regions.clock.device = 0x0a00_0010;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.device',
				message:
					"'clock' begins at 0xa000010, which is not the beginning of a page; write device: 0xa000000 and let the driver add the rest",
			},
		],
	},
	{
		what: 'a device of broken pages',
		spoil: (system) => {
			system.regions.clock.size = 4097;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.size',
				message: "'clock' has 4097 bytes; a device has whole pages of 4096 bytes: write 8192",
			},
		],
	},
	{
		what: 'a device is too large',
		spoil: (system) => {
			system.regions.clock.size = 131_072;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.size',
				message: "'clock' has 128 KiB; one device region has at most 64 KiB: make several regions of it",
			},
		],
	},
	{
		what: 'a device is part of RAM',
		spoil: (system) => {
			system.regions.clock.device = 0x4000_0000;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.device',
				message: "'clock' (0x40000000 to 0x4000ffff) is part of RAM; no component can have it as a device",
			},
		],
	},
	{
		what: 'a device belongs to the machine',
		spoil: (system) => {
			system.regions.clock.device = 0x0900_0000;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.device',
				message:
					"'clock' (0x9000000 to 0x900ffff) is part of the machine's own console; no component can have it as a device",
			},
		],
	},
	{
		what: 'two devices overlap',
		spoil: (system) => {
			system.regions.other = { device: 0x09ff_f000, size: 65_536, label: 'secret', maps: [] };
		},
		says: [
			{
				severity: 'error',
				place: 'regions.other.device',
				message:
					"'other' (0x9fff000 to 0xa00efff) overlaps 'clock' (0xa000000 to 0xa00ffff); a device belongs to one region",
			},
			{
				severity: 'warning',
				place: 'regions.other (name)',
				message: "nobody uses the region 'other'; map it, grant it, or take it away",
			},
		],
	},
	{
		what: 'a device has two drivers',
		spoil: (system, manifests) => {
			system.regions.clock.label = 'plain';
			system.components.clock.label = 'plain';
			system.regions.clock.maps.push({ component: 'maker', as: 'out', rights: ['read', 'write'] });
			system.channels.pop();
			system.components.maker.manifest.capabilities = { log: 1, ping: 3, sheet: 4 };
			manifests['apps/maker'].capabilities = { log: 1, ping: 3, sheet: 4 };
			system.components.reader.manifest = {
				name: 'reader',
				regions: { sheet: { memory: 2, rights: 'read' } },
				capabilities: { sheet: 2, purse: 3 },
			};
			manifests['apps/reader'] = system.components.reader.manifest;
			delete system.labels;
			delete system.flows;
			delete system.components.clock.label;
			delete system.regions.clock.label;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock (name)',
				message: "the device 'clock' is given to 'clock' and 'maker'; a device has one driver, the others talk to that",
			},
		],
	},
	{
		what: 'an interrupt has two drivers',
		spoil: (system, manifests) => {
			system.components.log.manifest.capabilities.line = 2;
			manifests['servers/log'].capabilities.line = 2;
			system.grants.push({ to: { component: 'log', as: 'line' }, interrupt: 34, rights: ['bind'] });
		},
		says: [
			{
				severity: 'error',
				place: 'grants[7].interrupt',
				message: "interrupt 34 is already given to 'clock' (grants[6]); an interrupt has one driver",
			},
		],
	},
	{
		what: 'a roster has a size',
		spoil: (system) => {
			system.regions.roster.size = 65_536;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.size',
				message: "'roster' is a roster, which has a size of its own; take the size away",
			},
		],
	},
	{
		what: 'a roster is a device',
		spoil: (system) => {
			system.regions.roster.device = 0x0b00_0000;
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.device',
				message: "'roster' is both a roster and a device; make two regions of it",
			},
		],
	},
	{
		what: 'a roster is mapped writable',
		spoil: (system, manifests) => {
			system.regions.roster.maps[0].rights = ['read', 'write'];
			system.components.log.manifest.regions.roster.rights = ['read', 'write'];
			manifests['servers/log'].regions.roster.rights = ['read', 'write'];
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.maps[0].rights',
				message: "'roster' is a roster, which nobody may write; take 'write' out of these rights",
			},
		],
	},
	{
		what: 'a region is a roster and a file',
		spoil: (system) => {
			system.regions.roster.contents = 'build/assets/scale1.bin';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.contents',
				message: "'roster' is both a roster and a file; make two regions of it",
			},
		],
	},
	{
		what: 'a file lies outside of the checkout',
		spoil: (system) => {
			system.regions.roster = { contents: 'build/../../secret', maps: system.regions.roster.maps };
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.contents',
				message: "'build/../../secret' is not a file of the checkout; name it from the checkout's root, without '..'",
			},
		],
	},
	{
		what: 'a file is mapped writable',
		spoil: (system, manifests) => {
			const maps = [{ component: 'log', as: 'roster', rights: ['read', 'write'] }];
			system.regions.roster = { contents: 'build/assets/scale1.bin', maps };
			system.components.log.manifest.regions.roster.rights = ['read', 'write'];
			manifests['servers/log'].regions.roster.rights = ['read', 'write'];
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.maps[0].rights',
				message: "'roster' is a file, which nobody may write; take 'write' out of these rights",
			},
		],
	},
	{
		what: 'nobody uses a region',
		spoil: (system) => {
			system.regions.spare = { size: 65_536 };
		},
		says: [
			{
				severity: 'warning',
				place: 'regions.spare (name)',
				message: "nobody uses the region 'spare'; map it, grant it, or take it away",
			},
		],
	},
	{
		what: 'nobody can write a region',
		spoil: (system, manifests) => {
			system.regions.sheet.maps.shift();
			system.grants.splice(3, 2);
			system.components.maker.manifest = {
				name: 'maker',
				regions: { out: { memory: 1, rights: ['read', 'write'] } },
				capabilities: { log: 1, wake: 2, ping: 3 },
			};
			manifests['apps/maker'] = system.components.maker.manifest;
			system.components.reader.manifest.capabilities = { wake: 1, purse: 3 };
			manifests['apps/reader'].capabilities = { wake: 1, purse: 3 };
		},
		says: [
			{
				severity: 'warning',
				place: 'regions.sheet (name)',
				message: "nobody can write the region 'sheet', so it only ever holds zeros",
			},
		],
	},
];
