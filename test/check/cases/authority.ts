/** Mistakes of the kind "authority": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const authority: readonly Case[] = [
	{
		what: 'a grant gives no right',
		spoil: (system) => {
			system.grants[5].rights = ['copy'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[5].rights',
				message: "this gives 'reader' a capability that it can do nothing with; add a right, or take the grant away",
			},
		],
	},
	{
		what: 'a grant gives no power',
		spoil: (system) => {
			system.grants[1].control = [];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[1].control',
				message: "this gives 'watch' a capability that it can do nothing with; add a right, or take the grant away",
			},
			{
				severity: 'warning',
				place: 'grants',
				message: "no component has the power 'halt', so the system never ends and 'expect' is never met",
			},
		],
	},
	{
		what: 'a derived capability has more rights than its source',
		spoil: (system) => {
			system.grants[3].rights = ['read', 'copy', 'transfer'];
			system.grants[4].rights = ['read', 'write'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[4].rights',
				message:
					"'maker' cannot give 'write' on 'sheet': it has only 'read', 'copy' and 'transfer' itself (grants[3]); take 'write' out",
			},
		],
	},
	{
		what: 'a capability that may not be handed on is handed on',
		spoil: (system) => {
			system.grants[3].rights = ['read', 'write'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[4].by',
				message:
					"'maker' may not hand on its capability for 'sheet'; add 'copy' and 'transfer' to its rights at grants[3]",
			},
		],
	},
	{
		what: 'the giver holds nothing',
		spoil: (system) => {
			system.grants[4].by = 'watch';
		},
		says: [
			{
				severity: 'error',
				place: 'grants[4].by',
				message:
					"'watch' holds no capability for 'sheet' that this could be derived from; grant it one, or take 'by' away",
			},
		],
	},
	{
		what: 'capabilities are derived from each other',
		spoil: (system) => {
			system.grants[3].by = 'reader';
			system.grants[4].rights = ['read', 'write', 'copy', 'transfer'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[3].by',
				message:
					"the capabilities maker <- reader <- maker for 'sheet' are derived from each other; take 'by' away from one of them",
			},
		],
	},
	{
		what: 'a roster is granted writable',
		spoil: (system) => {
			system.grants[3].region = 'roster';
			system.grants[4].region = 'roster';
		},
		says: [
			{
				severity: 'error',
				place: 'grants[3].rights',
				message: "'roster' is a roster, which nobody may write; take 'write' out of these rights",
			},
		],
	},
	{
		what: 'a component has two sets of powers',
		spoil: (system, manifests) => {
			system.components.log.manifest.capabilities.more = 2;
			manifests['servers/log'].capabilities.more = 2;
			system.grants.push({ to: { component: 'log', as: 'more' }, control: ['flow'] });
		},
		says: [
			{
				severity: 'error',
				place: 'grants[7]',
				message: "'log' already has root powers (grants[0]); put all of them into one grant",
			},
		],
	},
	{
		what: 'nobody can end the system',
		spoil: (system) => {
			system.grants[1].control = ['log'];
		},
		says: [
			{
				severity: 'warning',
				place: 'grants',
				message: "no component has the power 'halt', so the system never ends and 'expect' is never met",
			},
		],
	},
];
