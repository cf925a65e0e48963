import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'powerbox',
	memoryPages: 3,
	regions: { assets: { memory: 12, rights: 'read' } },
	capabilities: { display: 1, permissions: 2, files: 5, trusted: 7 },
});
