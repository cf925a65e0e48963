/** Every widget of the toolkit looks as on its golden pictures, to the pixel, whatever the machine. */

import { assetsAt } from '../../../systems/assets.ts';
import { consoleRoster, consoleServer } from '../../../systems/console.ts';
import { defineSystem, microseconds, milliseconds } from '../../../systems/define.ts';
import gallery from '../../components/gallery/manifest.ts';
import { hashOf, readPicture } from '../../graphics/golden.ts';
import { goldenFile } from '../../ui/golden.ts';
import easel from './manifest.ts';

const hash = (name: string): number => hashOf(readPicture(goldenFile(name)));

export default defineSystem({
	name: 'widgets',
	description: 'shows the gallery of widgets in several looks',
	components: {
		console: consoleServer,
		easel: {
			folder: 'test/systems/widgets',
			manifest: easel,
			priority: 150,
			budget: milliseconds(100),
			period: milliseconds(400),
			worstCase: microseconds(500),
		},
		gallery: {
			folder: 'test/components/gallery',
			manifest: gallery,
			priority: 100,
			budget: milliseconds(6),
			period: milliseconds(16),
		},
	},
	regions: {
		consoleRoster,
		assets: { contents: assetsAt(1), maps: [{ component: 'gallery', as: 'assets', rights: ['read'] }] },
	},
	channels: [
		{ kind: 'gate', from: { component: 'easel', as: 'console' }, to: 'console', badge: 1, apart: true },
		{ kind: 'gate', from: { component: 'gallery', as: 'display' }, to: 'easel', badge: 1 },
		{ kind: 'signal', from: { component: 'easel', as: 'app' }, to: 'gallery', bit: 0 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'easel', as: 'power' }, control: ['halt'] },
	],
	expect: {
		exitCode: 0,
		log: [
			`easel: dark-1x: ${hash('dark-1x')}`,
			`easel: light-1x: ${hash('light-1x')}`,
			`easel: contrast-1x: ${hash('contrast-1x')}`,
			`easel: dark-1x again: ${hash('dark-1x')}`,
			`easel: sheet-1x: ${hash('sheet-1x')}`,
		],
	},
});
