/**
 * An assured pipeline: a sheet of paper goes from the writer over the censor to the printer, moved each time, with fewer rights at the
 * end. The labels make the way mandatory: the writer could not reach the printer even if it got hold of a gate to it.
 */

import censor from '../../apps/censor/manifest.ts';
import printer from '../../apps/printer/manifest.ts';
import writer from '../../apps/writer/manifest.ts';
import { consoleRoster, consoleServer } from '../console.ts';
import { defineSystem, kibibytes, milliseconds } from '../define.ts';

const timing = { budget: milliseconds(50), period: milliseconds(500) };

export default defineSystem({
	name: 'pipeline',
	description: 'three components pass a region on, each with least rights',
	labels: ['system', 'author', 'censor', 'press', 'paper'],
	flows: [
		{ from: 'author', to: 'system', allow: ['call'] },
		{ from: 'censor', to: 'system', allow: ['call'] },
		{ from: 'press', to: 'system', allow: ['call'] },
		{ from: 'author', to: 'paper', allow: ['read', 'write'] },
		{ from: 'author', to: 'censor', allow: ['call', 'transfer'] },
		{ from: 'censor', to: 'paper', allow: ['read', 'write'] },
		{ from: 'censor', to: 'press', allow: ['call', 'transfer'] },
		{ from: 'press', to: 'paper', allow: ['read'] },
	],
	components: {
		console: consoleServer,
		printer: {
			folder: 'apps/printer',
			manifest: printer,
			priority: 180,
			...timing,
			worstCase: milliseconds(12),
			label: 'press',
		},
		censor: {
			folder: 'apps/censor',
			manifest: censor,
			priority: 150,
			...timing,
			worstCase: milliseconds(15),
			label: 'censor',
		},
		writer: { folder: 'apps/writer', manifest: writer, priority: 100, ...timing, label: 'author' },
	},
	regions: {
		consoleRoster,
		paper: { size: kibibytes(64), label: 'paper' },
	},
	channels: [
		{ kind: 'gate', from: { component: 'printer', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'censor', as: 'console' }, to: 'console', badge: 2 },
		{ kind: 'gate', from: { component: 'writer', as: 'console' }, to: 'console', badge: 3 },
		{ kind: 'gate', from: { component: 'writer', as: 'censor' }, to: 'censor', badge: 1 },
		{ kind: 'gate', from: { component: 'censor', as: 'printer' }, to: 'printer', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'printer', as: 'power' }, control: ['halt'] },
		{ to: { component: 'writer', as: 'paper' }, region: 'paper', rights: ['read', 'write', 'copy', 'transfer'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'writer: wrote a sheet',
			'censor: blackened characters: 4',
			'printer: The weather is fine. The secret is ####.',
			'printer: mapping the sheet for writing: -2',
			'writer: mapping the sheet again: -1, capability: 0',
		],
	},
});
