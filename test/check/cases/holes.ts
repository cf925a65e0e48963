/** Mistakes of the kind "holes": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const holes: readonly Case[] = [
	{
		what: 'a declared region is not mapped',
		spoil: (system) => {
			system.regions.sheet.maps.pop();
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the region 'sheet', but nothing is mapped there; add { component: 'reader', as: 'sheet', rights: ['read'] } to the maps of a region",
			},
		],
	},
	{
		what: 'a declared capability is not given',
		spoil: (system) => {
			system.grants.pop();
		},
		says: [
			{
				severity: 'error',
				place: 'components.clock (name)',
				message:
					"'clock' declares the capability 'line', but nothing provides it; add a channel from or a grant to { component: 'clock', as: 'line' }",
			},
		],
	},
	{
		what: 'a mapping names an undeclared region',
		spoil: (system) => {
			system.regions.sheet.maps[1].as = 'shet';
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the region 'sheet', but nothing is mapped there; add { component: 'reader', as: 'sheet', rights: ['read'] } to the maps of a region",
			},
			{
				severity: 'error',
				place: 'regions.sheet.maps[1].as',
				message: "'reader' does not declare a region 'shet'; did you mean 'sheet'?",
			},
		],
	},
	{
		what: 'a channel fills an undeclared capability',
		spoil: (system) => {
			system.channels[0].from.as = 'console';
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker (name)',
				message:
					"'maker' declares the capability 'log', but nothing provides it; add a channel from or a grant to { component: 'maker', as: 'log' }",
			},
			{
				severity: 'error',
				place: 'channels[0].from.as',
				message: "'maker' does not declare a capability 'console'; there are 'log', 'wake', 'ping' and 'sheet'",
			},
		],
	},
	{
		what: 'a memory is mapped twice',
		spoil: (system) => {
			system.regions.spare = { size: 65_536, maps: [{ component: 'reader', as: 'sheet', rights: ['read'] }] };
		},
		says: [
			{
				severity: 'error',
				place: 'regions.spare.maps[0]',
				message: "'reader' already has 'sheet' mapped as 'sheet' (regions.sheet.maps[1]); a memory holds one region",
			},
			{
				severity: 'warning',
				place: 'regions.spare (name)',
				message: "nobody can write the region 'spare', so it only ever holds zeros",
			},
		],
	},
	{
		what: 'a capability is given twice',
		spoil: (system) => {
			system.grants.push({ to: { component: 'clock', as: 'line' }, interrupt: 35, rights: ['bind'] });
		},
		says: [
			{
				severity: 'error',
				place: 'grants[7].to',
				message: "'clock' already gets its capability 'line' at grants[6].to; a slot holds one capability",
			},
		],
	},
	{
		what: 'a mapping gives more than was declared',
		spoil: (system) => {
			system.regions.sheet.maps[1].rights = ['read', 'write'];
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.maps[1].rights',
				message: "'reader' declares 'sheet' without 'write'; take 'write' out of these rights",
			},
		],
	},
	{
		what: 'a mapping gives less than was declared',
		spoil: (system) => {
			system.regions.sheet.maps[0].rights = ['read'];
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.maps[0].rights',
				message: "'maker' declares that it needs 'write' on 'sheet'; add 'write' to these rights",
			},
		],
	},
	{
		what: 'a mapping is write-only',
		spoil: (system) => {
			system.regions.sheet.maps[0].rights = ['write'];
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.maps[0].rights',
				message: "'maker' cannot have 'sheet' without 'read': memory is never write-only; add 'read'",
			},
		],
	},
	{
		what: 'a slot lies outside the table',
		spoil: (system) => {
			system.components.reader.slots = 3;
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader.slots',
				message: "'reader' expects a capability in slot 3, but its table has slots 1 to 2; write slots: 4",
			},
		],
	},
	{
		what: 'two declared regions are the same memory',
		spoil: (system, manifests) => {
			system.components.maker.manifest.regions.sheet.memory = 1;
			manifests['apps/maker'].regions.sheet.memory = 1;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.manifest.regions.sheet',
				message: "regions 'out' and 'sheet' of 'maker' are both memory 1; give one of them another number",
			},
		],
	},
	{
		what: 'two declared capabilities are the same slot',
		spoil: (system, manifests) => {
			system.components.maker.manifest.capabilities.ping = 1;
			manifests['apps/maker'].capabilities.ping = 1;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.manifest.capabilities.ping',
				message: "capabilities 'log' and 'ping' of 'maker' are both slot 1; give one of them another number",
			},
		],
	},
];
