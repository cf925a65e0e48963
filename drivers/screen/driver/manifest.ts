import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'screen',
	regions: {
		registers: { memory: 1, rights: ['read', 'write'] },
		queue: { memory: 2, rights: ['read', 'write'] },
		client: { memory: 3, rights: ['read', 'write'] },
	},
	/** `region` is the queue's region, `pixels` the client's, both with the right 'address'; `answer` wakes the client. Slot 4 is the driver's own. */
	capabilities: { interrupt: 1, region: 2, answer: 3, pixels: 5 },
	provides: ['screen'],
});
