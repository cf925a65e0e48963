/** A valid system that uses every part of the language; each case of the tests spoils one thing in it. */

/** Plain data of any shape: the cases write nonsense into it on purpose. */
// biome-ignore lint/suspicious/noExplicitAny: a test bench for wrong types
export type Loose = any;

const manifests = {
	'servers/log': { name: 'log', regions: { roster: { memory: 1, rights: 'read' } }, capabilities: { control: 1 } },
	'servers/watch': { name: 'watch', capabilities: { log: 1, maker: 2, power: 3 } },
	'apps/maker': {
		name: 'maker',
		regions: { out: { memory: 1, rights: ['read', 'write'] }, sheet: { memory: 2, rights: ['read', 'write'] } },
		capabilities: { log: 1, wake: 2, ping: 3, sheet: 4 },
	},
	'apps/reader': {
		name: 'reader',
		regions: { in: { memory: 1, rights: ['read', 'write'] }, sheet: { memory: 2, rights: 'read' } },
		capabilities: { wake: 1, sheet: 2, purse: 3 },
	},
	'drivers/clock': {
		name: 'clock',
		regions: { device: { memory: 1, rights: ['read', 'write'] } },
		capabilities: { line: 1 },
	},
};

/** What is found in the components' folders. */
export function baseManifests(): Record<string, Loose> {
	return structuredClone(manifests);
}

/** A fresh copy of the valid system. */
export function baseSystem(): Loose {
	const timing = { budget: 100_000, period: 1_000_000 };
	return structuredClone({
		name: 'base',
		memory: 2 ** 21,
		labels: ['plain', 'secret'],
		flows: [{ from: 'plain', to: 'secret', allow: ['raise'] }],
		accounts: { apps: { memory: 2 ** 20, slots: 100, cpu: 20_000, ceiling: 150, rows: { regions: [600, 601] } } },
		components: {
			log: { folder: 'servers/log', manifest: manifests['servers/log'], priority: 200, ...timing, worstCase: 20_000 },
			watch: { folder: 'servers/watch', manifest: manifests['servers/watch'], priority: 190, ...timing },
			maker: {
				folder: 'apps/maker',
				manifest: manifests['apps/maker'],
				priority: 100,
				...timing,
				account: 'apps',
				faultHandler: { component: 'watch', badge: 0 },
				restart: { limit: 3, backOff: 1_000_000 },
			},
			reader: { folder: 'apps/reader', manifest: manifests['apps/reader'], priority: 90, ...timing, account: 'apps' },
			clock: {
				folder: 'drivers/clock',
				manifest: manifests['drivers/clock'],
				priority: 220,
				...timing,
				label: 'secret',
			},
		},
		regions: {
			roster: { roster: 'log', maps: [{ component: 'log', as: 'roster', rights: ['read'] }] },
			sheet: {
				size: 131_072,
				account: 'apps',
				maps: [
					{ component: 'maker', as: 'sheet', rights: ['read', 'write'] },
					{ component: 'reader', as: 'sheet', rights: ['read'] },
				],
			},
			clock: {
				device: 0x0a00_0000,
				size: 65_536,
				label: 'secret',
				maps: [{ component: 'clock', as: 'device', rights: ['read', 'write'] }],
			},
		},
		channels: [
			{ kind: 'gate', from: { component: 'maker', as: 'log' }, to: 'log', badge: 1 },
			{ kind: 'gate', from: { component: 'watch', as: 'log' }, to: 'log', badge: 2 },
			{ kind: 'signal', from: { component: 'maker', as: 'ping' }, to: 'clock', bit: 0 },
			{
				kind: 'queue',
				name: 'jobs',
				size: 65_536,
				producer: { component: 'maker', region: 'out', signal: 'wake', bit: 1 },
				consumer: { component: 'reader', region: 'in', signal: 'wake', bit: 1 },
			},
		],
		grants: [
			{ to: { component: 'log', as: 'control' }, control: ['log'] },
			{ to: { component: 'watch', as: 'power' }, control: ['halt'] },
			{ to: { component: 'watch', as: 'maker' }, process: 'maker', rights: ['start', 'stop'] },
			{ to: { component: 'maker', as: 'sheet' }, region: 'sheet', rights: ['read', 'write', 'copy', 'transfer'] },
			{ to: { component: 'reader', as: 'sheet' }, region: 'sheet', rights: ['read'], by: 'maker' },
			{ to: { component: 'reader', as: 'purse' }, account: 'apps', rights: ['spend'] },
			{ to: { component: 'clock', as: 'line' }, interrupt: 34, rights: ['bind', 'acknowledge'] },
		],
		expect: { exitCode: 0, log: ['done'] },
	});
}
