/** Mistakes of the kind "channels": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const channels: readonly Case[] = [
	{
		what: 'two clients have the same badge',
		spoil: (system) => {
			system.channels[1].badge = 1;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[1].badge',
				message: "badge 1 at 'log' is already that of 'maker' (channels[0]); use another, such as 2",
			},
		],
	},
	{
		what: 'two senders raise the same bit',
		spoil: (system, manifests) => {
			system.components.log.manifest.capabilities.tick = 2;
			manifests['servers/log'].capabilities.tick = 2;
			system.channels.push({ kind: 'signal', from: { component: 'log', as: 'tick' }, to: 'clock', bit: 0 });
		},
		says: [
			{
				severity: 'error',
				place: 'channels[4].bit',
				message: "bit 0 of 'clock' is already raised by 'maker' (channels[2]); use another, such as 1",
			},
		],
	},
	{
		what: 'a queue uses a bit that is taken',
		spoil: (system) => {
			system.channels[2].to = 'reader';
			system.channels[2].bit = 1;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[3].consumer.bit',
				message: "bit 1 of 'reader' is already raised by 'maker' (channels[2]); use another, such as 0",
			},
		],
	},
	{
		what: 'a badge is not in the roster',
		spoil: (system) => {
			system.channels[1].badge = 64;
		},
		says: [
			{
				severity: 'warning',
				place: 'channels[1].badge',
				message:
					"the roster of 'log' lists the badges 0 to 63, so 'watch' (badge 64) is missing in it; use another, such as 2",
			},
		],
	},
	{
		what: 'a component signals itself',
		spoil: (system) => {
			system.channels[2].to = 'maker';
		},
		says: [
			{
				severity: 'error',
				place: 'channels[2]',
				message: "'maker' signals itself; a component can simply do what is to be done, or set an alarm",
			},
		],
	},
	{
		what: 'a queue has half a page',
		spoil: (system) => {
			system.channels[3].size = 2048;
		},
		says: [
			{
				severity: 'error',
				place: 'channels[3].size',
				message: "'jobs' has 2048 bytes; shared memory comes in pages of 64 KiB: write kibibytes(64)",
			},
		],
	},
];
