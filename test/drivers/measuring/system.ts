/** Drivers of sensors that only hosted machines have: elsewhere there is nothing to measure. */

import camera from '../../../drivers/camera/driver/manifest.ts';
import sensor from '../../../drivers/sensor/driver/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import { VIRTIO_PAGE_BYTES, virtioLine, virtioPage } from '../../../systems/devices.ts';
import watcher from '../../components/watcher/manifest.ts';

const driver = {
	folder: 'drivers/sensor/driver',
	manifest: sensor,
	budget: milliseconds(2),
	period: milliseconds(50),
	worstCase: milliseconds(1),
} as const;
const both = ['read', 'write'] as const;
const use = ['bind', 'acknowledge'] as const;
const registers = (slot: number) => ({ device: virtioPage(slot), size: VIRTIO_PAGE_BYTES });
const queue = { size: kibibytes(128) };

export default defineSystem({
	name: 'measuring',
	components: {
		console: consoleServer,
		camera: { ...driver, folder: 'drivers/camera/driver', manifest: camera, priority: 180 },
		microphone: { ...driver, priority: 179 },
		location: { ...driver, priority: 178 },
		battery: { ...driver, priority: 177 },
		clock: { ...driver, priority: 176 },
		watcher: {
			folder: 'test/components/watcher',
			manifest: watcher,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(100),
		},
	},
	regions: {
		consoleRoster,
		cameraRegisters: { ...registers(32), maps: [{ component: 'camera', as: 'registers', rights: both }] },
		microphoneRegisters: { ...registers(40), maps: [{ component: 'microphone', as: 'registers', rights: both }] },
		locationRegisters: { ...registers(48), maps: [{ component: 'location', as: 'registers', rights: both }] },
		batteryRegisters: { ...registers(56), maps: [{ component: 'battery', as: 'registers', rights: both }] },
		clockRegisters: { ...registers(64), maps: [{ component: 'clock', as: 'registers', rights: both }] },
		cameraQueue: { ...queue, maps: [{ component: 'camera', as: 'queue', rights: both }] },
		microphoneQueue: { ...queue, maps: [{ component: 'microphone', as: 'queue', rights: both }] },
		locationQueue: { ...queue, maps: [{ component: 'location', as: 'queue', rights: both }] },
		batteryQueue: { ...queue, maps: [{ component: 'battery', as: 'queue', rights: both }] },
		clockQueue: { ...queue, maps: [{ component: 'clock', as: 'queue', rights: both }] },
	},
	channels: [
		{ kind: 'gate', from: { component: 'watcher', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'watcher', as: 'camera' }, to: 'camera', badge: 64 },
		{ kind: 'gate', from: { component: 'watcher', as: 'microphone' }, to: 'microphone', badge: 1 },
		{ kind: 'gate', from: { component: 'watcher', as: 'location' }, to: 'location', badge: 1 },
		{ kind: 'gate', from: { component: 'watcher', as: 'battery' }, to: 'battery', badge: 1 },
		{ kind: 'gate', from: { component: 'watcher', as: 'clock' }, to: 'clock', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'camera', as: 'interrupt' }, interrupt: virtioLine(32), rights: use },
		{ to: { component: 'microphone', as: 'interrupt' }, interrupt: virtioLine(40), rights: use },
		{ to: { component: 'location', as: 'interrupt' }, interrupt: virtioLine(48), rights: use },
		{ to: { component: 'battery', as: 'interrupt' }, interrupt: virtioLine(56), rights: use },
		{ to: { component: 'clock', as: 'interrupt' }, interrupt: virtioLine(64), rights: use },
		{ to: { component: 'camera', as: 'region' }, region: 'cameraQueue', rights: ['address'] },
		{ to: { component: 'microphone', as: 'region' }, region: 'microphoneQueue', rights: ['address'] },
		{ to: { component: 'location', as: 'region' }, region: 'locationQueue', rights: ['address'] },
		{ to: { component: 'battery', as: 'region' }, region: 'batteryQueue', rights: ['address'] },
		{ to: { component: 'clock', as: 'region' }, region: 'clockQueue', rights: ['address'] },
		{ to: { component: 'watcher', as: 'power' }, control: ['halt'] },
	],
	devices: [
		{ kind: 'sensor', slot: 32, sensor: 'camera', width: 32, height: 24 },
		{ kind: 'sensor', slot: 40, sensor: 'microphone' },
		{ kind: 'sensor', slot: 48, sensor: 'location' },
		{ kind: 'sensor', slot: 56, sensor: 'battery' },
		{ kind: 'sensor', slot: 64, sensor: 'clock' },
	],
	expect: { exitCode: 1, log: ['watcher: nothing comes from 3'] },
});
