import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'grabber',
	regions: { disk: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { console: 1, block: 2, wake: 3, power: 4 },
});
