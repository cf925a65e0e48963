import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'camera',
	regions: {
		registers: { memory: 1, rights: ['read', 'write'] },
		/** The queue, and two pictures behind its first 64 KiB. */
		queue: { memory: 2, rights: ['read', 'write'] },
	},
	/** `region` is the queue's region with the right 'address'. Slots 3 and 4 are the driver's own. */
	capabilities: { interrupt: 1, region: 2 },
	provides: ['camera'],
});
