/** What the manifest of every app declares: `regions: appRegions, capabilities: appCapabilities` (or `{ ...appCapabilities, lifecycle: 7 }`). */

/** Faces and icons. */
export const appRegions = { assets: { memory: 12, rights: 'read' } } as const;

/** The slots of slots.ts. */
export const appCapabilities = {
	display: 1,
	permissions: 2,
	secrets: 3,
	clipboard: 4,
	files: 5,
	console: 6,
} as const;

/** What an app can do without. */
export const appOptional = ['permissions', 'secrets', 'clipboard', 'files', 'console'] as const;
