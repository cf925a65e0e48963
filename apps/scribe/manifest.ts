import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'scribe',
	regions: { disk: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { console: 1, block: 2, wake: 3, driver: 4, power: 5 },
});
