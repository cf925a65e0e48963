import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'bench-faulty',
	regions: { shared: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { control: 1 },
});
