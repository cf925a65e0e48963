/** What the phone notices of the world: drivers of the host's sensors, or recordings, which are the same wherever they run. */

import camera from '../../drivers/camera/driver/manifest.ts';
import recordedCamera from '../../drivers/camera/recorded/manifest.ts';
import clock from '../../drivers/clock/driver/manifest.ts';
import sensor from '../../drivers/sensor/driver/manifest.ts';
import recordedBattery from '../../drivers/sensor/recorded/battery/manifest.ts';
import recordedClock from '../../drivers/sensor/recorded/clock/manifest.ts';
import recordedLocation from '../../drivers/sensor/recorded/location/manifest.ts';
import recordedMicrophone from '../../drivers/sensor/recorded/microphone/manifest.ts';
import { BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import type { Manifest } from '../../sdk/define.ts';
import { type Device, kibibytes, microseconds, milliseconds } from '../define.ts';
import { CLOCK_PAGE, CLOCK_PAGE_BYTES, VIRTIO_PAGE_BYTES, virtioLine, virtioPage } from '../devices.ts';
import { LABEL_SENSOR, LABEL_SHARED } from './labels.ts';
import { supervised } from './supervision.ts';
import type { Wiring } from './wiring.ts';

const PICTURE = { width: 384, height: 512 };
const PAGE = kibibytes(64);
const PIXEL_BYTES = 4;
/** The queue's page, and two pictures. */
const CAMERA_QUEUE = PAGE * (1 + Math.ceil((2 * PICTURE.width * PICTURE.height * PIXEL_BYTES) / PAGE));

/** One sensor, both ways. */
interface Sensor {
	/** Name of the component. */
	readonly name: 'cameraDriver' | 'microphone' | 'location' | 'battery' | 'timeSensor';
	readonly priority: number;
	readonly driver: Part;
	readonly recorded: Part;
	readonly device: Extract<Device, { kind: 'sensor' }>;
	/** Bytes of the driver's region for DMA. */
	readonly queue: number;
}

interface Part {
	readonly folder: string;
	readonly manifest: Manifest;
}

const driver: Part = { folder: 'drivers/sensor/driver', manifest: sensor };
const boardClockDriver: Part = { folder: 'drivers/clock/driver', manifest: clock };
const recorded = (name: string, manifest: Manifest): Part => ({ folder: `drivers/sensor/recorded/${name}`, manifest });

const SENSORS: readonly Sensor[] = [
	{
		name: 'cameraDriver',
		priority: 225,
		driver: { folder: 'drivers/camera/driver', manifest: camera },
		recorded: { folder: 'drivers/camera/recorded', manifest: recordedCamera },
		device: { kind: 'sensor', slot: 32, sensor: 'camera', ...PICTURE },
		queue: CAMERA_QUEUE,
	},
	{
		name: 'microphone',
		priority: 224,
		driver,
		recorded: recorded('microphone', recordedMicrophone),
		device: { kind: 'sensor', slot: 40, sensor: 'microphone' },
		queue: PAGE,
	},
	{
		name: 'location',
		priority: 223,
		driver,
		recorded: recorded('location', recordedLocation),
		device: { kind: 'sensor', slot: 48, sensor: 'location' },
		queue: PAGE,
	},
	{
		name: 'battery',
		priority: 222,
		driver,
		recorded: recorded('battery', recordedBattery),
		device: { kind: 'sensor', slot: 56, sensor: 'battery' },
		queue: PAGE,
	},
	{
		name: 'timeSensor',
		priority: 221,
		driver,
		recorded: recorded('clock', recordedClock),
		device: { kind: 'sensor', slot: 64, sensor: 'clock' },
		queue: PAGE,
	},
];

/** The device, its registers, interrupt and memory; a recording needs none of them. */
function addDevice(wiring: Wiring, { name, device, queue }: Sensor): void {
	const mapped = (as: string) => ({ component: name, as, rights: ['read', 'write'] }) as const;
	wiring.device(device);
	wiring.region(`${name}Registers`, {
		device: virtioPage(device.slot),
		size: VIRTIO_PAGE_BYTES,
		label: LABEL_SHARED,
		maps: [mapped('registers')],
	});
	wiring.region(`${name}Queue`, { size: queue, label: LABEL_SHARED, maps: [mapped('queue')] });
	wiring.grant({ to: { component: name, as: 'region' }, region: `${name}Queue`, rights: ['address'] });
	wiring.grant({
		to: { component: name, as: 'interrupt' },
		interrupt: virtioLine(device.slot),
		rights: ['bind', 'acknowledge'],
	});
}

/** The clock of the ARM64 board has no queue, and no interrupt. */
function addBoardClock(wiring: Wiring, name: string): void {
	wiring.region(`${name}Registers`, {
		device: CLOCK_PAGE,
		size: CLOCK_PAGE_BYTES,
		label: LABEL_SHARED,
		maps: [{ component: name, as: 'registers', rights: ['read', 'write'] }],
	});
}

/** All of them; with `hasBoardClock`, the time is the board's. */
export function addSensors(wiring: Wiring, areRecorded: boolean, hasBoardClock: boolean): void {
	for (const one of SENSORS) {
		const isBoardClock = hasBoardClock && one.device.sensor === 'clock';
		const hosted = areRecorded ? one.recorded : one.driver;
		wiring.component(one.name, {
			...(isBoardClock ? boardClockDriver : hosted),
			priority: one.priority,
			budget: microseconds(600),
			period: milliseconds(200),
			worstCase: microseconds(500),
			label: LABEL_SENSOR,
			...supervised(one.name),
		});
		if (isBoardClock) addBoardClock(wiring, one.name);
		else if (!areRecorded) addDevice(wiring, one);
	}
}

/** The permission server hands them out; the system itself shows the battery, and the time, which is no secret. */
export function connectSensors(wiring: Wiring): void {
	for (const { name, device } of SENSORS) {
		if (device.sensor === 'clock') continue;
		wiring.gate('permissions', device.sensor, name, 1, { rights: ['copy', 'transfer'] });
	}
	wiring.gate('permissions', 'pictures', 'cameraDriver', BADGE_PERMISSIONS);
	wiring.gate('compositor', 'battery', 'battery', 2);
	wiring.gate('compositor', 'clock', 'timeSensor', 2);
	wiring.gate('shell', 'clock', 'timeSensor', 4);
	wiring.gate('permissions', 'clock', 'timeSensor', 1);
	wiring.gate('store', 'clock', 'timeSensor', 3, { apart: true });
}
