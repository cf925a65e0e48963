import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'keyboard',
	memoryPages: 3,
	regions: { assets: { memory: 12, rights: 'read' } },
	capabilities: { display: 1, trusted: 2 },
	provides: ['secrets'],
});
