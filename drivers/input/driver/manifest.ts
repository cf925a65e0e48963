import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'input',
	regions: {
		/** A page: the touch screen's registers begin it, the keyboard's are those of the transport behind. */
		registers: { memory: 1, rights: ['read', 'write'] },
		queue: { memory: 2, rights: ['read', 'write'] },
		client: { memory: 3, rights: ['read', 'write'] },
	},
	/** `touch` and `keyboard` are interrupts; `region` is the queue's region with the right 'address'; `answer` wakes the client. Slots 4 and 6 are the driver's own. */
	capabilities: { touch: 1, region: 2, answer: 3, keyboard: 5 },
	/** Without a keyboard there are touches only. */
	optional: ['keyboard'],
	provides: ['input'],
});
