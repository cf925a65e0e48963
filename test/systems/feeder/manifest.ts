import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'feeder',
	regions: { out: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { wake: 1 },
});
