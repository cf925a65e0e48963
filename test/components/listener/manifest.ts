import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'listener',
	regions: { queue: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { warden: 1 },
});
