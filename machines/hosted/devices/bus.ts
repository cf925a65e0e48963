/** The virtio transports of a machine, at the places where the ARM64 board has them, and when their devices get to look. */
import { transportPlace } from '../../../abi/transports.ts';
import { VIRTIO_REGISTERS_BYTES } from '../../../abi/virtio.ts';
import { MEMORY_DEVICE, REGION_PAGE } from '../../../kernel/layout.ts';
import type { Core } from '../core/core.ts';
import { holds, PhysicalMemory, regionField, regionOf } from './memory.ts';
import type { DeviceModel } from './model.ts';
import { Transport } from './transport.ts';

const PAGE_BYTES = 4096;

interface Place {
	readonly slot: number;
	readonly transport: Transport;
	readonly address: number;
	/** The device region in which the registers are; 0 = nobody has them. */
	row: number;
	/** The registers as they were last; a region can get another memory. */
	registers: DataView | undefined;
}

export class DeviceBus {
	private readonly core: Core;
	private readonly places: readonly Place[];

	/** `models` by the number of their transport. */
	constructor(core: Core, models: ReadonlyMap<number, DeviceModel>) {
		const memory = new PhysicalMemory(core.words, core.regions);
		this.core = core;
		this.places = [...models].map(([slot, model]) => {
			const { address, line } = transportPlace(slot);
			const transport = new Transport(model, memory, () => core.lines.raise(line));
			return { slot, transport, address, row: 0, registers: undefined };
		});
	}

	/** Before somebody is chosen to execute: devices whose registers somebody has made a region of appear there. */
	connect(): void {
		for (const place of this.places) {
			const page = Math.floor(place.address / PAGE_BYTES);
			if (holds(this.core.words, place.row, page, MEMORY_DEVICE)) continue;
			place.row = regionOf(this.core.words, page, MEMORY_DEVICE);
			place.registers = undefined;
			if (place.row !== 0) place.transport.appear(this.registersOf(place));
		}
		this.look();
	}

	/** Every device reacts to what was written to its registers. */
	look(): void {
		for (const place of this.places) if (place.row !== 0) place.transport.look(this.registersOf(place));
	}

	/** Something has come from outside to the device behind a transport. */
	receive(slot: number, bytes: Uint8Array): void {
		const place = this.places.find((one) => one.slot === slot);
		place?.transport.receive(bytes, place.row === 0 ? undefined : this.registersOf(place));
	}

	private registersOf(place: Place): DataView {
		const { buffer } = this.core.regions.memory(place.row).memory;
		if (place.registers?.buffer === buffer) return place.registers;
		const offset = place.address - regionField(this.core.words, place.row, REGION_PAGE) * PAGE_BYTES;
		place.registers = new DataView(buffer, offset, VIRTIO_REGISTERS_BYTES);
		return place.registers;
	}
}
