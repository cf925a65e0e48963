import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'painter',
	memoryPages: 40,
	regions: { assets: { memory: 12, rights: 'read' } },
	capabilities: { console: 1, power: 2 },
});
