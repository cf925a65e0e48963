/** Virtio devices as arguments of QEMU, and the files behind them. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTOR_BYTES } from '../../abi/virtio.ts';
import type { DeviceImage } from '../image/types.ts';

/** Devices that are ready to be given to QEMU. */
export interface PreparedDevices {
	readonly parameters: readonly string[];
	/** Path of the socket for the bytes of the port (a stream, QEMU listens), if there is one. */
	readonly port: string | undefined;
	/** Removes the files that were made for them. */
	discard(): void;
}

/** `disks`: the file behind a block device, by its transport; the others get a temporary one, full of zeros. Sensors QEMU does not have. */
export function prepareDevices(
	devices: readonly DeviceImage[],
	disks: ReadonlyMap<number, string> = new Map(),
): PreparedDevices {
	if (devices.length === 0) return { parameters: [], port: undefined, discard() {} };
	const folder = mkdtempSync(join(tmpdir(), 'tessera-'));
	const port = devices.some(({ kind }) => kind === 'port') ? join(folder, 'port') : undefined;
	const parameters = devices.flatMap((device) => deviceParameters(device, folder, disks));
	return {
		parameters: ['-global', 'virtio-mmio.force-legacy=false', ...parameters],
		port,
		discard: () => rmSync(folder, { recursive: true }),
	};
}

function deviceParameters(device: DeviceImage, folder: string, disks: ReadonlyMap<number, string>): string[] {
	const bus = `bus=virtio-mmio-bus.${device.slot}`;
	switch (device.kind) {
		case 'rng':
			return ['-device', `virtio-rng-device,${bus}`];
		case 'block':
			return blockParameters(device, bus, disks.get(device.slot) ?? emptyDisk(folder, device));
		case 'gpu':
			return ['-device', `virtio-gpu-device,${bus},xres=${device.width},yres=${device.height}`];
		case 'touch':
			return ['-device', `virtio-tablet-device,${bus}`];
		case 'keyboard':
			return ['-device', `virtio-keyboard-device,${bus}`];
		case 'port':
			return portParameters(bus, join(folder, 'port'));
		case 'sensor':
			return [];
	}
}

function blockParameters({ slot }: DeviceImage, bus: string, file: string): string[] {
	const drive = `disk${slot}`;
	return [
		...['-drive', `if=none,format=raw,id=${drive},file=${file.replaceAll(',', ',,')}`],
		...['-device', `virtio-blk-device,drive=${drive},${bus}`],
	];
}

/** Port 0 without the multiport protocol is a console for QEMU. */
function portParameters(bus: string, socket: string): string[] {
	return [
		...['-chardev', `socket,id=port,path=${socket},server=on,wait=off`],
		...['-device', `virtio-serial-device,${bus},id=serial,max_ports=1`],
		...['-device', 'virtconsole,bus=serial.0,chardev=port'],
	];
}

function emptyDisk(folder: string, { slot, sectors }: DeviceImage): string {
	const file = join(folder, `disk${slot}`);
	writeFileSync(file, '');
	truncateSync(file, (sectors ?? 0) * SECTOR_BYTES);
	return file;
}
