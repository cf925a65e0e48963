/** Recorded sensors: what they give is the same on every machine. */

import camera from '../../../drivers/camera/recorded/manifest.ts';
import battery from '../../../drivers/sensor/recorded/battery/manifest.ts';
import clock from '../../../drivers/sensor/recorded/clock/manifest.ts';
import location from '../../../drivers/sensor/recorded/location/manifest.ts';
import microphone from '../../../drivers/sensor/recorded/microphone/manifest.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, milliseconds } from '../../../systems/define.ts';
import watcher from '../../components/watcher/manifest.ts';

const sensor = { budget: milliseconds(2), period: milliseconds(50), worstCase: milliseconds(1) } as const;

export default defineSystem({
	name: 'sensors',
	components: {
		console: consoleServer,
		camera: { folder: 'drivers/camera/recorded', manifest: camera, priority: 180, ...sensor },
		microphone: { folder: 'drivers/sensor/recorded/microphone', manifest: microphone, priority: 179, ...sensor },
		location: { folder: 'drivers/sensor/recorded/location', manifest: location, priority: 178, ...sensor },
		battery: { folder: 'drivers/sensor/recorded/battery', manifest: battery, priority: 177, ...sensor },
		clock: { folder: 'drivers/sensor/recorded/clock', manifest: clock, priority: 176, ...sensor },
		watcher: {
			folder: 'test/components/watcher',
			manifest: watcher,
			priority: 100,
			budget: milliseconds(50),
			period: milliseconds(100),
		},
	},
	regions: { consoleRoster },
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
		{ to: { component: 'watcher', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'watcher: a sound',
			'watcher: 4189 1248 about',
			'watcher: 87 percent',
			'watcher: after 2026',
			'watcher: a picture of 384 x 512',
			'watcher: which hides everything',
			'watcher: and no second one',
		],
	},
});
