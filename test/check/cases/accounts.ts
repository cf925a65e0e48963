/** Mistakes of the kind "accounts": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const accounts: readonly Case[] = [
	{
		what: 'the machine has not enough CPU',
		spoil: (system) => {
			system.components.log.budget = 900_000;
		},
		says: [
			{
				severity: 'error',
				place: 'components',
				message:
					'the machine (init keeps 5 %) has 95 % of the CPU, but its members take 140.52 % of the CPU; shrink some of them',
			},
		],
	},
	{
		what: 'an account has not enough CPU',
		spoil: (system) => {
			system.accounts.apps.cpu = 13_000;
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.cpu',
				message:
					"account 'apps' has 19.84 % of the CPU, but its members take 20 % of the CPU; raise cpu to at least 13108, or shrink some of them",
			},
		],
	},
	{
		what: 'an account has not enough slots',
		spoil: (system) => {
			system.accounts.apps.slots = 63;
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.slots',
				message:
					"account 'apps' has 63 capability slots, but its members take 64 capability slots; raise slots to at least 64, or shrink some of them",
			},
		],
	},
	{
		what: 'an account has not enough memory',
		spoil: (system) => {
			system.accounts.apps.memory = 65_536;
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.memory',
				message:
					"account 'apps' has 64 KiB of memory, but its members take 312 KiB of memory; raise memory to at least 319488, or shrink some of them",
			},
		],
	},
	{
		what: 'the system has not enough memory',
		spoil: (system) => {
			system.memory = 1_048_576;
		},
		says: [
			{
				severity: 'error',
				place: 'memory',
				message:
					'the system has 1 MiB of memory, but its members take 1360 KiB of memory; raise memory to at least 1392640, or shrink some of them',
			},
		],
	},
	{
		what: 'a child account has more than its parent',
		spoil: (system) => {
			system.accounts.inner = { parent: 'apps', memory: 4096, slots: 8, cpu: 19_000, ceiling: 100 };
			system.components.watch.account = 'inner';
			system.components.watch.priority = 99;
			system.channels[1].badge = 2;
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.cpu',
				message:
					"account 'apps' has 30.52 % of the CPU, but its members take 48.99 % of the CPU; raise cpu to at least 32108, or shrink some of them",
			},
			{
				severity: 'error',
				place: 'accounts.inner.slots',
				message:
					"account 'inner' has 8 capability slots, but its members take 32 capability slots; raise slots to at least 32, or shrink some of them",
			},
			{
				severity: 'error',
				place: 'accounts.inner.memory',
				message:
					"account 'inner' has 4 KiB of memory, but its members take 88 KiB of memory; raise memory to at least 90112, or shrink some of them",
			},
		],
	},
	{
		what: 'a priority is above the ceiling',
		spoil: (system) => {
			system.accounts.apps.ceiling = 95;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.priority',
				message:
					"'maker' has priority 100, but its account 'apps' allows at most 95; lower it, or raise the account's ceiling",
			},
		],
	},
	{
		what: "a child's ceiling is above its parent's",
		spoil: (system) => {
			system.accounts.inner = { parent: 'apps', memory: 0, slots: 0, cpu: 0, ceiling: 160 };
			system.grants[5].account = 'inner';
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.inner.ceiling',
				message: "account 'inner' allows priority 160, but its parent 'apps' only 150; lower it to at most 150",
			},
		],
	},
	{
		what: 'accounts are parts of each other',
		spoil: (system) => {
			system.accounts.inner = { parent: 'apps', memory: 0, slots: 0, cpu: 0, ceiling: 100 };
			system.accounts.apps.parent = 'inner';
			system.accounts.apps.memory = 0;
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.parent',
				message: "the accounts apps -> inner -> apps are parts of each other; take 'parent' away from one of them",
			},
		],
	},
	{
		what: 'there are more accounts than rows',
		spoil: (system) => {
			for (let index = 0; index < 125; index++)
				system.accounts[`spare${index}`] = { memory: 0, slots: 0, cpu: 0, ceiling: 1 };
		},
		says: [
			{
				severity: 'error',
				place: 'components',
				message:
					'there are 126 accounts, 0 rows for more, and 3 components with an account of their own; the kernel has room for 127: let components share accounts',
			},
		],
		among: true,
	},
	{
		what: 'a row is given twice',
		spoil: (system) => {
			system.accounts.inner = { memory: 0, slots: 0, cpu: 0, ceiling: 100, rows: { regions: [601] } };
			system.grants[5].account = 'inner';
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.inner.rows.regions',
				message:
					"row 601 of regions is already given to account 'apps' (accounts.apps.rows.regions); a row has one owner",
			},
		],
	},
];
