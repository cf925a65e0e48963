/** Mistakes of the kind "faults": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const faults: readonly Case[] = [
	{
		what: 'a component handles its own faults',
		spoil: (system) => {
			system.components.watch.faultHandler = { component: 'watch', badge: 1 };
		},
		says: [
			{
				severity: 'error',
				place: 'components.watch.faultHandler',
				message: "'watch' cannot handle its own faults; name another component, or take faultHandler away",
			},
		],
	},
	{
		what: 'fault handlers go in a circle',
		spoil: (system) => {
			system.components.watch.faultHandler = { component: 'maker', badge: 0 };
		},
		says: [
			{
				severity: 'error',
				place: 'components.watch.faultHandler',
				message:
					'the fault handlers watch -> maker -> watch go in a circle; one of them must be handled by somebody outside',
			},
		],
	},
	{
		what: 'two components have the same fault badge',
		spoil: (system) => {
			system.components.reader.faultHandler = { component: 'watch', badge: 0 };
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader.faultHandler.badge',
				message:
					"fault badge 0 at 'watch' is already that of 'maker' (components.maker.faultHandler.badge); use another, such as 1",
			},
		],
	},
	{
		what: 'a restart policy has no handler',
		spoil: (system) => {
			delete system.components.maker.faultHandler;
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.restart',
				message:
					"'maker' has a restart policy, but no fault handler to carry it out; add faultHandler: { component: '...', badge: 0 }",
			},
		],
	},
	{
		what: 'the handler may not restart',
		spoil: (system) => {
			system.grants[2].rights = ['stop'];
		},
		says: [
			{
				severity: 'error',
				place: 'components.maker.restart',
				message: "'watch' is to restart 'maker', but may not; grant it { process: 'maker', rights: ['start', 'stop'] }",
			},
		],
	},
	{
		what: 'nobody may start a component',
		spoil: (system) => {
			system.components.reader.start = false;
		},
		says: [
			{
				severity: 'error',
				place: 'components.reader.start',
				message:
					"'reader' is not started, and nobody may start it; take start: false away, or grant somebody { process: 'reader', rights: ['start'] }",
			},
		],
	},
];
