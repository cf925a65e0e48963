/** What the compositor's manifests have in common: its regions, capabilities and interfaces. */

const FIRST_APP = 32;
const BADGES = Array.from({ length: 32 }, (_, badge) => badge);

type AppSignal = `app${number}`;
/** Signals of the apps, by their badges. */
const APPS = Object.fromEntries(BADGES.map((badge) => [`app${badge}`, FIRST_APP + badge])) as Record<AppSignal, number>;

export const COMPOSITOR_PARTS = {
	regions: {
		screen: { memory: 1, rights: ['read', 'write'] },
		input: { memory: 2, rights: ['read', 'write'] },
		port: { memory: 3, rights: ['read', 'write'] },
		session: { memory: 4, rights: ['read', 'write'] },
		roster: { memory: 5, rights: 'read' },
		assets: { memory: 12, rights: 'read' },
	},
	capabilities: {
		screen: 1,
		screenSignal: 2,
		input: 3,
		inputSignal: 4,
		port: 5,
		portSignal: 6,
		lifecycle: 7,
		files: 8,
		clock: 9,
		battery: 10,
		permissions: 11,
		keyboard: 12,
		powerbox: 13,
		console: 14,
		shell: 15,
		...APPS,
	},
	optional: [
		'port',
		'portSignal',
		'files',
		'clock',
		'battery',
		'permissions',
		'keyboard',
		'powerbox',
		'console',
		'shell',
		...(Object.keys(APPS) as AppSignal[]),
	],
	provides: ['display', 'trusted', 'preferences', 'pages'],
} as const;
