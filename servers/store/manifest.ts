import { defineComponent } from '../../sdk/define.ts';

/** Slots of the signals to clients, by their badges. */
// biome-ignore format: a table
const clients = {
	client0: 32, client1: 33, client2: 34, client3: 35, client4: 36, client5: 37, client6: 38, client7: 39,
	client8: 40, client9: 41, client10: 42, client11: 43, client12: 44, client13: 45, client14: 46, client15: 47,
	client16: 48, client17: 49, client18: 50, client19: 51, client20: 52, client21: 53, client22: 54, client23: 55,
	client24: 56, client25: 57, client26: 58, client27: 59, client28: 60, client29: 61, client30: 62, client31: 63,
};

/**
 * `disk` is the region of the block driver's queue, `wake` wakes the driver; the driver raises bit 0. `client<n>` wakes the client with badge n. Slots 6 and 7 are the
 * store's own.
 */
export default defineComponent({
	name: 'store',
	memoryPages: 10,
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
		clock: 8,
		...clients,
	},
	optional: ['clock', ...Object.keys(clients)],
	provides: ['files'],
});
