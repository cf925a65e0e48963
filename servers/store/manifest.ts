import { defineComponent } from '../../sdk/define.ts';

/**
 * `disk` is the region of the block driver's queue, `wake` wakes the driver; the driver raises bit 0. `client<n>` wakes the client with badge n. Slots 6 and 7 are the
 * store's own.
 */
export default defineComponent({
	name: 'store',
	memoryPages: 12,
	regions: {
		disk: { memory: 1, rights: ['read', 'write'] },
		roster: { memory: 2, rights: 'read' },
	},
	capabilities: {
		console: 1,
		block: 2,
		wake: 3,
		cipher: 4,
		entropy: 5,
		...clients(),
	},
	optional: Object.keys(clients()),
	provides: ['files'],
});

type Clients = { readonly [Name in `client${number}`]: number };

/** Slots 32..63. */
function clients(): Clients {
	return Object.fromEntries(Array.from({ length: 32 }, (_, badge) => [`client${badge}`, 32 + badge]));
}
