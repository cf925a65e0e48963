import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'port',
	regions: {
		/** A page, which others may share: the port's transport is the third of the eight in it. */
		registers: { memory: 1, rights: ['read', 'write'] },
		queue: { memory: 2, rights: ['read', 'write'] },
		client: { memory: 3, rights: ['read', 'write'] },
	},
	/** `region` is the queue's region with the right 'address'; `answer` wakes the client. Slot 4 is the driver's own. */
	capabilities: { interrupt: 1, region: 2, answer: 3 },
	provides: ['port'],
});
