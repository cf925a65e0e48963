/** A camera and a microphone, which only hosted machines have, with a client that may use neither as it likes. */

import camera from '../../../drivers/camera/driver/manifest.ts';
import sensor from '../../../drivers/sensor/driver/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import { VIRTIO_PAGE_BYTES, virtioLine, virtioPage } from '../../../systems/devices.ts';
import snoop from '../../components/snoop/manifest.ts';

const [CAMERA_SLOT, MICROPHONE_SLOT] = [32, 40];
/** Badge of a Gate for one picture (drivers/camera/ticket.ts) that the driver has never made. */
const NEVER_SOLD = 2 ** 30 + 7;
const both = ['read', 'write'] as const;
const use = ['bind', 'acknowledge'] as const;
const driver = { budget: milliseconds(2), period: milliseconds(20), worstCase: milliseconds(1) } as const;
const registers = (slot: number) => ({ device: virtioPage(slot), size: VIRTIO_PAGE_BYTES });

export default defineSystem({
	name: 'prying',
	components: {
		console: consoleServer,
		camera: { folder: 'drivers/camera/driver', manifest: camera, priority: 180, ...driver },
		microphone: { folder: 'drivers/sensor/driver', manifest: sensor, priority: 179, ...driver },
		snoop: {
			folder: 'test/components/snoop',
			manifest: snoop,
			priority: 100,
			budget: milliseconds(20),
			period: milliseconds(100),
		},
	},
	regions: {
		consoleRoster,
		cameraRegisters: { ...registers(CAMERA_SLOT), maps: [{ component: 'camera', as: 'registers', rights: both }] },
		cameraQueue: { size: kibibytes(128), maps: [{ component: 'camera', as: 'queue', rights: both }] },
		microphoneRegisters: {
			...registers(MICROPHONE_SLOT),
			maps: [{ component: 'microphone', as: 'registers', rights: both }],
		},
		microphoneQueue: { size: kibibytes(64), maps: [{ component: 'microphone', as: 'queue', rights: both }] },
	},
	channels: [
		{ kind: 'gate', from: { component: 'snoop', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'snoop', as: 'camera' }, to: 'camera', badge: NEVER_SOLD },
		{ kind: 'gate', from: { component: 'snoop', as: 'microphone' }, to: 'microphone', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'snoop', as: 'power' }, control: ['halt'] },
		{ to: { component: 'camera', as: 'interrupt' }, interrupt: virtioLine(CAMERA_SLOT), rights: use },
		{ to: { component: 'microphone', as: 'interrupt' }, interrupt: virtioLine(MICROPHONE_SLOT), rights: use },
		{ to: { component: 'camera', as: 'region' }, region: 'cameraQueue', rights: ['address'] },
		{ to: { component: 'microphone', as: 'region' }, region: 'microphoneQueue', rights: ['address'] },
	],
	devices: [
		{ kind: 'sensor', slot: CAMERA_SLOT, sensor: 'camera', width: 32, height: 24 },
		{ kind: 'sensor', slot: MICROPHONE_SLOT, sensor: 'microphone' },
	],
	expect: { exitCode: 0, log: ['snoop: the camera gave nothing', 'snoop: the microphone still measures'] },
});
