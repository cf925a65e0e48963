/** The machine's devices. */
import type { Case } from './case.ts';

export const devices: readonly Case[] = [
	{
		what: 'two devices are behind one transport',
		spoil: (system) => {
			system.devices = [
				{ kind: 'rng', slot: 3 },
				{ kind: 'touch', slot: 3 },
			];
		},
		says: [
			{
				severity: 'error',
				place: 'devices[1].slot',
				message: 'transport 3 is already that of another device (devices[0]); give this one another',
			},
		],
	},
	{
		what: 'a screen has no height, and sectors',
		spoil: (system) => {
			system.devices = [{ kind: 'gpu', slot: 3, width: 390, sectors: 4 }];
		},
		says: [
			{
				severity: 'error',
				place: 'devices[0].sectors',
				message: "a device of kind 'gpu' has no 'sectors'; take it away",
			},
			{ severity: 'error', place: 'devices[0]', message: "a device of kind 'gpu' needs 'height'" },
		],
	},
	{
		what: 'a sensor is behind a transport of the reference machine',
		spoil: (system) => {
			system.devices = [{ kind: 'sensor', slot: 31, sensor: 'battery' }];
		},
		says: [
			{
				severity: 'error',
				place: 'devices[0].slot',
				message: 'sensors are behind transports from 32 on, which only hosted machines have; this one is behind 31',
			},
		],
	},
	{
		what: 'a disk is behind a transport that the reference machine does not have',
		spoil: (system) => {
			system.devices = [{ kind: 'block', slot: 32, sectors: 8 }];
		},
		says: [
			{
				severity: 'error',
				place: 'devices[0].slot',
				message: "a device of kind 'block' is behind a transport from 0 to 31, not 32",
			},
		],
	},
	{
		what: 'a device is shared by one driver',
		spoil: (system) => {
			system.regions.clock.shared = 'there are not enough pages';
		},
		says: [
			{
				severity: 'error',
				place: 'regions.clock.shared',
				message: "'clock' is not a device of several drivers; take 'shared' away",
			},
		],
	},
];
