import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'subject',
	regions: {
		shared: { memory: 1, rights: ['read', 'write'] },
		readable: { memory: 2, rights: 'read' },
	},
	capabilities: { director: 1 },
});
