/** The virtio devices of the machine: each behind a transport of its own, with what its kind needs and nothing else. */

import { BOARD_SLOTS } from '../../../abi/transports.ts';
import type { DeviceDescription } from '../description.ts';
import type { Model } from '../model.ts';
import type { Report } from '../report.ts';
import { at, unique } from './names.ts';

const PROPERTIES = ['sectors', 'width', 'height', 'sensor'] as const;
type Property = (typeof PROPERTIES)[number];

export function checkDevices({ description: { devices } }: Model, report: Report): void {
	for (const device of devices) {
		checkProperties(device, report);
		checkSlot(device, report);
	}
	unique(
		devices,
		({ slot }) => slot,
		({ slot, path }, first) =>
			report.error(
				[...path, 'slot'],
				`transport ${slot} is already that of another device (${at(first.path)}); give this one another`,
			),
	);
}

/** What a device of that kind must say of itself. */
function needs({ kind, sensor }: DeviceDescription): readonly Property[] {
	if (kind === 'block') return ['sectors'];
	if (kind === 'gpu') return ['width', 'height'];
	if (kind !== 'sensor') return [];
	return sensor === 'camera' ? ['sensor', 'width', 'height'] : ['sensor'];
}

function checkProperties(device: DeviceDescription, report: Report): void {
	const needed = needs(device);
	for (const property of PROPERTIES) {
		const given = device[property] !== undefined;
		if (given && !needed.includes(property)) {
			report.error([...device.path, property], `a device of kind '${device.kind}' has no '${property}'; take it away`);
		} else if (!given && needed.includes(property)) {
			report.error(device.path, `a device of kind '${device.kind}' needs '${property}'`);
		}
	}
}

function checkSlot({ kind, slot, path }: DeviceDescription, report: Report): void {
	if (kind === 'sensor' && slot < BOARD_SLOTS) {
		const advice = `sensors are behind transports from ${BOARD_SLOTS} on, which only hosted machines have`;
		report.error([...path, 'slot'], `${advice}; this one is behind ${slot}`);
	} else if (kind !== 'sensor' && slot >= BOARD_SLOTS) {
		report.error(
			[...path, 'slot'],
			`a device of kind '${kind}' is behind a transport from 0 to ${BOARD_SLOTS - 1}, not ${slot}`,
		);
	}
}
