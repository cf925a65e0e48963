/** Virtio devices as arguments of QEMU, and the files behind them. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTOR_BYTES } from '../../abi/virtio.ts';
import type { DeviceImage } from '../image/types.ts';

/** Devices that are ready to be given to QEMU. */
export interface PreparedDevices {
	readonly parameters: readonly string[];
	/** Removes the files that were made for them. */
	discard(): void;
}

/** `disks`: the file behind a block device, by its transport; the others get a temporary one, full of zeros. */
export function prepareDevices(
	devices: readonly DeviceImage[],
	disks: ReadonlyMap<number, string> = new Map(),
): PreparedDevices {
	if (devices.length === 0) return { parameters: [], discard() {} };
	const folder = mkdtempSync(join(tmpdir(), 'tessera-'));
	const parameters = devices.flatMap((device) =>
		device.kind === 'rng'
			? ['-device', `virtio-rng-device,${busOf(device)}`]
			: blockParameters(device, disks.get(device.slot) ?? emptyDisk(folder, device)),
	);
	return {
		parameters: ['-global', 'virtio-mmio.force-legacy=false', ...parameters],
		discard: () => rmSync(folder, { recursive: true }),
	};
}

function busOf({ slot }: DeviceImage): string {
	return `bus=virtio-mmio-bus.${slot}`;
}

function blockParameters(device: DeviceImage, file: string): string[] {
	const drive = `disk${device.slot}`;
	return [
		...['-drive', `if=none,format=raw,id=${drive},file=${file.replaceAll(',', ',,')}`],
		...['-device', `virtio-blk-device,drive=${drive},${busOf(device)}`],
	];
}

function emptyDisk(folder: string, { slot, sectors }: DeviceImage): string {
	const file = join(folder, `disk${slot}`);
	writeFileSync(file, '');
	truncateSync(file, (sectors ?? 0) * SECTOR_BYTES);
	return file;
}
