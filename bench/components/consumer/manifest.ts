import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'bench-consumer',
	regions: { queue: { memory: 1, rights: ['read', 'write'] } },
});
