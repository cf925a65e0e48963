import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'bench-clock',
	regions: { registers: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { control: 1, interrupt: 2, listener: 3 },
});
