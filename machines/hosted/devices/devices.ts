/** From what a system says of its devices to their models. */
import { SECTOR_BYTES } from '../../../abi/virtio.ts';
import type { DeviceDescription } from '../core/system.ts';
import { BlockModel } from './block.ts';
import type { DeviceModel } from './model.ts';
import { RngModel } from './rng.ts';

/** `random` gives 32 random bits. */
export function modelOf(description: DeviceDescription, random: () => number): DeviceModel {
	switch (description.kind) {
		case 'rng':
			return new RngModel(random);
		case 'block':
			return new BlockModel(new Uint8Array((description.sectors ?? 0) * SECTOR_BYTES));
	}
}

/** The models of all devices by their transport; `given` replaces some. */
export function modelsOf(
	descriptions: readonly DeviceDescription[],
	given: ReadonlyMap<number, DeviceModel>,
	random: () => number,
): Map<number, DeviceModel> {
	const models = new Map(descriptions.map((device) => [device.slot, modelOf(device, random)]));
	for (const [slot, model] of given) models.set(slot, model);
	return models;
}
