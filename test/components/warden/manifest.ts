import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'warden',
	regions: { shared: { memory: 1, rights: 'read' } },
	capabilities: {
		control: 1,
		account: 2,
		self: 3,
		options: 7,
		bystanderImage: 8,
		answererImage: 9,
		listenerImage: 10,
		hostileImage: 11,
	},
});
