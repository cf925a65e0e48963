import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'eater',
	regions: { in: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { wake: 1, console: 2, power: 3 },
});
