/** From what a system says of its devices to their models. */
import { SECTOR_BYTES } from '../../../abi/virtio.ts';
import type { DeviceDescription, SensorKind } from '../core/system.ts';
import { BlockModel } from './block.ts';
import { GpuModel } from './gpu.ts';
import { InputModel, KEYBOARD, TOUCH_SCREEN } from './input.ts';
import type { DeviceModel } from './model.ts';
import { MemoryStorage, type Outputs } from './outputs.ts';
import { PortModel } from './port.ts';
import { RngModel } from './rng.ts';
import { SensorModel } from './sensor.ts';

/** SENSOR_* of interfaces/sensors/values.ts. */
const SENSORS: Readonly<Record<SensorKind, number>> = { camera: 0, microphone: 1, location: 2, battery: 3, clock: 4 };

/** What devices are connected to. */
export interface Surroundings {
	readonly outputs: Outputs;
	/** The screen waits for whoever shows it. */
	readonly paced: boolean;
	/** Gives 32 random bits. */
	readonly random: () => number;
}

export function modelOf(description: DeviceDescription, { outputs, paced, random }: Surroundings): DeviceModel {
	const { width = 0, height = 0 } = description;
	switch (description.kind) {
		case 'rng':
			return new RngModel(random);
		case 'block':
			return new BlockModel(outputs.disks?.get(description.slot) ?? emptyDisk(description));
		case 'gpu':
			return new GpuModel(width, height, outputs.screen, paced);
		case 'touch':
			return new InputModel(TOUCH_SCREEN);
		case 'keyboard':
			return new InputModel(KEYBOARD);
		case 'port':
			return new PortModel(outputs.port);
		case 'sensor':
			return new SensorModel(SENSORS[description.sensor ?? 'battery'], { width, height }, outputs.wanted);
	}
}

function emptyDisk({ sectors = 0 }: DeviceDescription): MemoryStorage {
	return new MemoryStorage(new Uint8Array(sectors * SECTOR_BYTES));
}

/** The models of all devices by their transport; `given` replaces some. */
export function modelsOf(
	descriptions: readonly DeviceDescription[],
	given: ReadonlyMap<number, DeviceModel>,
	surroundings: Surroundings,
): Map<number, DeviceModel> {
	const models = new Map(descriptions.map((device) => [device.slot, modelOf(device, surroundings)]));
	for (const [slot, model] of given) models.set(slot, model);
	return models;
}
