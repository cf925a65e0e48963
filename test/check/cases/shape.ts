/** Mistakes of the kind "shape": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const shape: readonly Case[] = [
	{
		what: 'a priority is missing',
		spoil: (system) => {
			delete system.components.log.priority;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log',
				message: "components.log has no 'priority'; add priority: a whole number from 1 to 255",
			},
		],
	},
	{
		what: 'a property is misspelt',
		spoil: (system) => {
			system.components.log.prioritty = 3;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.prioritty (name)',
				message: "components.log has no property 'prioritty'; did you mean 'priority'?",
			},
		],
	},
	{
		what: 'a priority is text',
		spoil: (system) => {
			system.components.log.priority = 'high';
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.priority',
				message: "components.log.priority is the text 'high'; it must be a whole number from 1 to 255",
			},
		],
	},
	{
		what: 'a priority is out of range',
		spoil: (system) => {
			system.components.log.priority = 256;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.priority',
				message: 'components.log.priority is 256; it must be a whole number from 1 to 255',
			},
		],
	},
	{
		what: 'a budget is a fraction',
		spoil: (system) => {
			system.components.log.budget = 1500.5;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.budget',
				message: 'components.log.budget is 1500.5; it must be a whole number from 1000 to 2147483647 (nanoseconds)',
			},
		],
	},
	{
		what: 'a budget is below the least',
		spoil: (system) => {
			system.components.log.budget = 10;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.budget',
				message: 'components.log.budget is 10; it must be a whole number from 1000 to 2147483647 (nanoseconds)',
			},
		],
	},
	{
		what: 'a period is infinite',
		spoil: (system) => {
			system.components.log.period = Number.POSITIVE_INFINITY;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.period',
				message: 'components.log.period is Infinity; it must be a whole number from 1000 to 4294967295 (nanoseconds)',
			},
		],
	},
	{
		what: 'components are a list',
		spoil: (system) => {
			system.components = [];
		},
		says: [
			{
				severity: 'error',
				place: 'components',
				message: 'components is a list; it must be an object with a property for each component: { name: { ... } }',
			},
			{
				severity: 'error',
				place: 'components',
				message: 'a system has at least one component; add one: { name: { folder, manifest, priority, ... } }',
			},
		],
	},
	{
		what: 'there are no components',
		spoil: (system) => {
			system.components = {};
			delete system.regions;
			delete system.channels;
			delete system.grants;
			delete system.accounts;
			delete system.flows;
			delete system.labels;
		},
		says: [
			{
				severity: 'error',
				place: 'components',
				message: 'a system has at least one component; add one: { name: { folder, manifest, priority, ... } }',
			},
		],
	},
	{
		what: 'a component is a number',
		spoil: (system) => {
			system.components.spare = 7;
		},
		says: [
			{
				severity: 'error',
				place: 'components.spare',
				message: 'components.spare is 7; it must be an object that describes a component: { ... }',
			},
		],
	},
	{
		what: 'a name has a dash',
		spoil: (system) => {
			system.regions['my-sheet'] = { size: 65_536 };
		},
		says: [
			{
				severity: 'error',
				place: 'regions["my-sheet"] (name)',
				message:
					"'my-sheet' cannot be the name of a region: a name has letters and digits, starts with a small letter, and is at most 31 long",
			},
			{
				severity: 'warning',
				place: 'regions["my-sheet"] (name)',
				message: "nobody uses the region 'my-sheet'; map it, grant it, or take it away",
			},
		],
	},
	{
		what: 'expect is missing, though somebody may end the system',
		spoil: (system) => {
			delete system.expect;
		},
		says: [
			{
				severity: 'error',
				place: 'grants[1]',
				message: "'watch' may end the system, but nothing says how it ends; add expect: { exitCode: 0, log: [...] }",
			},
		],
	},
	{
		what: 'the expected log is one text',
		spoil: (system) => {
			system.expect.log = 'done';
		},
		says: [
			{ severity: 'error', place: 'expect.log', message: "expect.log is the text 'done'; it must be a list: [ ... ]" },
		],
	},
	{
		what: 'an expected line has a line break',
		spoil: (system) => {
			system.expect.log = ['one\ntwo'];
		},
		says: [
			{
				severity: 'error',
				place: 'expect.log[0]',
				message: "expect.log[0] is the text 'one\\ntwo'; it must be one line of printable ASCII",
			},
		],
	},
	{
		what: 'the exit code is too large',
		spoil: (system) => {
			system.expect.exitCode = 256;
		},
		says: [
			{
				severity: 'error',
				place: 'expect.exitCode',
				message: 'expect.exitCode is 256; it must be a whole number from 0 to 255',
			},
		],
	},
	{
		what: 'a channel has no kind',
		spoil: (system) => {
			delete system.channels[2].kind;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[2]',
				message: "channels[2] has no 'kind'; add kind: one of 'gate', 'signal' or 'queue'",
			},
			{
				severity: 'error',
				place: 'components.maker (name)',
				message:
					"'maker' declares the capability 'ping', but nothing provides it; add a channel from or a grant to { component: 'maker', as: 'ping' }",
			},
		],
	},
	{
		what: 'a channel kind is misspelt',
		spoil: (system) => {
			system.channels[2].kind = 'signl';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[2].kind',
				message:
					"channels[2].kind is the text 'signl'; it must be one of 'gate', 'signal' or 'queue'; did you mean 'signal'?",
			},
			{
				severity: 'error',
				place: 'components.maker (name)',
				message:
					"'maker' declares the capability 'ping', but nothing provides it; add a channel from or a grant to { component: 'maker', as: 'ping' }",
			},
		],
	},
	{
		what: 'a grant is of nothing',
		spoil: (system) => {
			delete system.grants[5].account;
		},
		says: [
			{
				severity: 'error',
				place: 'grants[5]',
				message:
					'a grant is of exactly one thing: account, process, region, interrupt or control; this one has none of them',
			},
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the capability 'purse', but nothing provides it; add a channel from or a grant to { component: 'reader', as: 'purse' }",
			},
		],
	},
	{
		what: 'a grant is of two things',
		spoil: (system) => {
			system.grants[5].process = 'maker';
		},
		says: [
			{
				severity: 'error',
				place: 'grants[5]',
				message:
					'a grant is of exactly one thing: account, process, region, interrupt or control; this one has account and process',
			},
			{
				severity: 'error',
				place: 'components.reader (name)',
				message:
					"'reader' declares the capability 'purse', but nothing provides it; add a channel from or a grant to { component: 'reader', as: 'purse' }",
			},
		],
	},
	{
		what: 'a right is misspelt',
		spoil: (system) => {
			system.grants[5].rights = ['spnd'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[5].rights[0]',
				message:
					"grants[5].rights[0] is the text 'spnd'; it must be one of 'spend', 'split', 'copy' or 'transfer'; did you mean 'spend'?",
			},
		],
	},
	{
		what: 'a right belongs to another kind',
		spoil: (system) => {
			system.grants[5].rights = ['spend', 'raise'];
		},
		says: [
			{
				severity: 'error',
				place: 'grants[5].rights[1]',
				message: "grants[5].rights[1] is the text 'raise'; it must be one of 'spend', 'split', 'copy' or 'transfer'",
			},
		],
	},
	{
		what: 'a right is listed twice',
		spoil: (system) => {
			system.grants[5].rights = ['spend', 'spend'];
		},
		says: [
			{ severity: 'error', place: 'grants[5].rights', message: "grants[5].rights has 'spend' twice; once is enough" },
		],
	},
	{
		what: 'the system is text',
		replace: 'hello',
		says: [
			{
				severity: 'error',
				place: '',
				message: "the default export is the text 'hello'; it must be an object that describes a system: { ... }",
			},
		],
	},
	{
		what: 'start is not a truth value',
		spoil: (system) => {
			system.components.log.start = 1;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.start',
				message: 'components.log.start is 1; it must be true or false',
			},
		],
	},
	{
		what: 'the name is that of another folder',
		spoil: (system) => {
			system.name = 'other';
		},
		says: [
			{
				severity: 'error',
				place: 'name',
				message: "the system is called 'other', but its folder 'base'; write name: 'base'",
			},
		],
	},
	{
		what: 'a bit is out of range',
		spoil: (system) => {
			system.channels[2].bit = 32;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[2].bit',
				message: 'channels[2].bit is 32; it must be a whole number from 0 to 31',
			},
		],
	},
	{
		what: 'a fault badge is out of range',
		spoil: (system) => {
			system.components.maker.faultHandler.badge = 32;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.faultHandler.badge',
				message: 'components.maker.faultHandler.badge is 32; it must be a whole number from 0 to 31',
			},
		],
	},
	{
		what: 'there are more components than rows',
		spoil: (system) => {
			for (let index = 0; index < 250; index++)
				system.components[`copy${index}`] = {
					folder: 'apps/reader',
					manifest: system.components.reader.manifest,
					priority: 50,
					budget: 1000,
					period: 1_000_000,
				};
		},
		says: [
			{ severity: 'error', place: 'components', message: 'there are 255 components; the kernel has room for 254' },
		],
		among: true,
	},
];
