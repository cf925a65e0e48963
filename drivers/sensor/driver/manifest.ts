import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'sensor',
	regions: {
		registers: { memory: 1, rights: ['read', 'write'] },
		queue: { memory: 2, rights: ['read', 'write'] },
	},
	/** `region` is the queue's region with the right 'address'. Slot 3 is the driver's own. */
	capabilities: { interrupt: 1, region: 2 },
	provides: ['sensors'],
});
