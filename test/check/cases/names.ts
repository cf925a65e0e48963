/** Mistakes of the kind "names": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const names: readonly Case[] = [
	{
		what: 'a channel goes to an unknown component',
		spoil: (system) => {
			system.channels[0].to = 'lgo';
		},
		says: [{ severity: 'error', place: 'channels[0].to', message: "there is no component 'lgo'; did you mean 'log'?" }],
	},
	{
		what: 'a channel comes from an unknown component',
		spoil: (system) => {
			system.channels[0].from.component = 'makre';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[0].from.component',
				message: "there is no component 'makre'; did you mean 'maker'?",
			},
			{
				severity: 'error',
				place: 'components.maker (name)',
				message:
					"'maker' declares the capability 'log', but nothing provides it; add a channel from or a grant to { component: 'maker', as: 'log' }",
			},
		],
	},
	{
		what: 'a mapping names an unknown component',
		spoil: (system) => {
			system.regions.sheet.maps[1].component = 'raeder';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.sheet.maps[1].component',
				message: "there is no component 'raeder'; did you mean 'reader'?",
			},
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the region 'sheet', but nothing is mapped there; add { component: 'reader', as: 'sheet', rights: ['read'] } to the maps of a region",
			},
		],
	},
	{
		what: 'a component names an unknown account',
		spoil: (system) => {
			system.components.maker.account = 'aps';
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.account',
				message: "there is no account 'aps'; did you mean 'apps'?",
			},
		],
	},
	{
		what: 'an account names an unknown parent',
		spoil: (system) => {
			system.accounts.apps.parent = 'everything';
		},
		says: [
			{
				severity: 'error',
				place: 'accounts.apps.parent',
				message: "there is no account 'everything'; there is 'apps'",
			},
		],
	},
	{
		what: 'a region names an unknown account',
		spoil: (system) => {
			system.regions.sheet.account = 'app';
		},
		says: [
			{ severity: 'error', place: 'regions.sheet.account', message: "there is no account 'app'; did you mean 'apps'?" },
		],
	},
	{
		what: 'a component names an unknown label',
		spoil: (system) => {
			system.components.clock.label = 'secert';
		},
		says: [
			{
				severity: 'error',
				place: 'components.clock.label',
				message: "there is no label 'secert'; did you mean 'secret'?",
			},
		],
	},
	{
		what: 'a region names an unknown label',
		spoil: (system) => {
			system.regions.clock.label = 'private';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.label',
				message: "there is no label 'private'; there are 'plain' and 'secret'",
			},
		],
	},
	{
		what: 'a flow names an unknown label',
		spoil: (system) => {
			system.flows[0].to = 'sekret';
		},
		says: [
			{ severity: 'error', place: 'flows[0].to', message: "there is no label 'sekret'; did you mean 'secret'?" },
			{
				severity: 'error',
				place: 'channels[2]',
				message:
					"'maker' (label 'plain') may not signal 'clock' (label 'secret'); change a label, or add the flow { from: 'plain', to: 'secret', allow: ['raise'] }",
			},
		],
	},
	{
		what: 'a fault handler is unknown',
		spoil: (system) => {
			system.components.maker.faultHandler.component = 'wacth';
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.faultHandler.component',
				message: "there is no component 'wacth'; did you mean 'watch'?",
			},
		],
	},
	{
		what: 'a grant names an unknown region',
		spoil: (system) => {
			system.grants[3].region = 'sheets';
		},
		says: [
			{ severity: 'error', place: 'grants[3].region', message: "there is no region 'sheets'; did you mean 'sheet'?" },
			{
				severity: 'error',
				place: 'grants[4].by',
				message:
					"'maker' holds no capability for 'sheet' that this could be derived from; grant it one, or take 'by' away",
			},
		],
	},
	{
		what: 'a grant names an unknown process',
		spoil: (system) => {
			system.grants[2].process = 'makers';
		},
		says: [
			{
				severity: 'error',
				place: 'grants[2].process',
				message: "there is no component 'makers'; did you mean 'maker'?",
			},
			{
				severity: 'error',
				place: 'components.maker.restart',
				message: "'watch' is to restart 'maker', but may not; grant it { process: 'maker', rights: ['start', 'stop'] }",
			},
		],
	},
	{
		what: 'a grant names an unknown account',
		spoil: (system) => {
			system.grants[5].account = 'wallet';
		},
		says: [{ severity: 'error', place: 'grants[5].account', message: "there is no account 'wallet'; there is 'apps'" }],
	},
	{
		what: 'a grant goes to an unknown component',
		spoil: (system) => {
			system.grants[6].to.component = 'clok';
		},
		says: [
			{
				severity: 'error',
				place: 'grants[6].to.component',
				message: "there is no component 'clok'; did you mean 'clock'?",
			},
			{
				severity: 'error',
				place: 'components.clock (name)',
				message:
					"'clock' declares the capability 'line', but nothing provides it; add a channel from or a grant to { component: 'clock', as: 'line' }",
			},
		],
	},
	{
		what: 'a roster is of an unknown component',
		spoil: (system) => {
			system.regions.roster.roster = 'logg';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.roster.roster',
				message: "there is no component 'logg'; did you mean 'log'?",
			},
		],
	},
	{
		what: 'a queue has an unknown consumer',
		spoil: (system) => {
			system.channels[3].consumer.component = 'readr';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[3].consumer.component',
				message: "there is no component 'readr'; did you mean 'reader'?",
			},
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the region 'in', but nothing is mapped there; add { component: 'reader', as: 'in', rights: ['read', 'write'] } to the maps of a region",
			},
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the capability 'wake', but nothing provides it; add a channel from or a grant to { component: 'reader', as: 'wake' }",
			},
		],
	},
	{
		what: 'a folder does not exist',
		spoil: (system) => {
			system.components.log.folder = 'servers/lgo';
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.folder',
				message:
					"there is no component in 'servers/lgo' (no servers/lgo/manifest.ts); make it, or name the folder of one that exists",
			},
		],
	},
	{
		what: 'a manifest is that of another folder',
		spoil: (system) => {
			system.components.log.manifest.name = 'logger';
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.manifest',
				message: "this is not the manifest of 'servers/log'; import it from 'servers/log/manifest.ts'",
			},
		],
	},
	{
		what: 'a queue has the name of a region',
		spoil: (system) => {
			system.channels[3].name = 'sheet';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[3].name',
				message: "there is already a region 'sheet'; give the queue another name",
			},
		],
	},
];
