/** Mistakes of the kind "time": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const time: readonly Case[] = [
	{
		what: 'a call goes to a lower priority',
		spoil: (system) => {
			system.components.log.priority = 95;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[0]',
				message:
					"'maker' (priority 100) cannot call 'log' (priority 95): calls go to higher priorities only; raise 'log' to at least 101, or lower 'maker' to at most 94",
			},
			{
				severity: 'error',
				place: 'channels[1]',
				message:
					"'watch' (priority 190) cannot call 'log' (priority 95): calls go to higher priorities only; raise 'log' to at least 191, or lower 'watch' to at most 94",
			},
		],
	},
	{
		what: 'a call goes to the same priority',
		spoil: (system) => {
			system.components.log.priority = 190;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[1]',
				message:
					"'watch' (priority 190) cannot call 'log' (priority 190): calls go to higher priorities only; raise 'log' to at least 191, or lower 'watch' to at most 189",
			},
		],
	},
	{
		what: 'two components call each other',
		spoil: (system, manifests) => {
			system.components.watch.worstCase = 30_000;
			system.channels[0].from = { component: 'log', as: 'control' };
			system.channels[0].to = 'watch';
			system.grants.shift();
			system.components.maker.manifest.capabilities = { wake: 2, ping: 3, sheet: 4 };
			manifests['apps/maker'].capabilities = { wake: 2, ping: 3, sheet: 4 };
		},
		says: [
			{
				severity: 'error',
				place: 'channels[0]',
				message: 'the calls log -> watch -> log go in a circle; replace one of these gates by a signal or a queue',
			},
			{
				severity: 'error',
				place: 'components.log.worstCase',
				message:
					"'log' serves a call in at most 20 us, but 'watch' may take 30 us for a call that it makes meanwhile; make its worst case more than 30 us, or write apart: true if it never calls while it serves",
			},
		],
	},
	{
		what: 'a component calls itself',
		spoil: (system) => {
			system.channels[1].to = 'watch';
			system.components.watch.worstCase = 20_000;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[1]',
				message: 'the calls watch -> watch go in a circle; a component cannot call itself',
			},
		],
	},
	{
		what: 'a server has no worst case',
		spoil: (system) => {
			delete system.components.log.worstCase;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log (name)',
				message:
					"'maker' calls 'log', which has no worst case; add worstCase: <nanoseconds that one call takes at most>",
			},
		],
	},
	{
		what: 'a worst case is for nobody',
		spoil: (system) => {
			system.components.clock.worstCase = 1000;
		},
		says: [
			{
				severity: 'warning',
				place: 'components.clock.worstCase',
				message: "nobody calls 'clock'; its worst case is superfluous",
			},
		],
	},
	{
		what: 'a client cannot afford a call',
		spoil: (system) => {
			system.components.maker.budget = 20_000;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.budget',
				message:
					"'maker' has a budget of 20 us, but 'log' may take 20 us for a call: it would never be admitted; make the budget more than 20 us",
			},
		],
	},
	{
		what: 'a server cannot afford the call that it makes',
		spoil: (system, manifests) => {
			system.components.maker.worstCase = 15_000;
			system.components.reader.manifest.capabilities.maker = 9;
			manifests['apps/reader'].capabilities.maker = 9;
			system.channels.push({ kind: 'gate', from: { component: 'reader', as: 'maker' }, to: 'maker', badge: 1 });
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.worstCase',
				message:
					"'maker' serves a call in at most 15 us, but 'log' may take 20 us for a call that it makes meanwhile; make its worst case more than 20 us, or write apart: true if it never calls while it serves",
			},
		],
	},
	{
		what: 'a budget is longer than its period',
		spoil: (system) => {
			system.components.log.budget = 2_000_000;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.budget',
				message: "'log' has a budget of 2 ms in a period of 1 ms; a budget is at most the whole period",
			},
			{
				severity: 'error',
				place: 'components',
				message:
					'the machine (init keeps 5 %) has 95 % of the CPU, but its members take 250.52 % of the CPU; shrink some of them',
			},
		],
	},
	{
		what: 'an event-driven component has a low priority',
		spoil: (system) => {
			system.components.reader.priority = 20;
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader.priority',
				message:
					"'reader' is event-driven, so its priority must be 32 to 255, not 20; priorities below are for programs with blocking: true",
			},
		],
	},
	{
		what: 'a blocking program has a high priority',
		spoil: (system) => {
			system.components.reader.blocking = true;
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader.priority',
				message: "'reader' is a blocking program, so its priority must be 1 to 31, not 90",
			},
		],
	},
	{
		what: 'a blocking program is called',
		spoil: (system) => {
			system.components.log.blocking = true;
			system.components.log.priority = 31;
			system.components.watch.priority = 29;
			system.components.watch.blocking = true;
			system.components.maker.priority = 28;
			system.components.maker.blocking = true;
		},
		says: [
			{
				severity: 'error',
				place: 'components.log.blocking',
				message: "'maker' calls 'log', but a blocking program cannot serve calls; make it event-driven, or use a queue",
			},
		],
	},
];
