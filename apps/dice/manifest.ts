import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'dice',
	capabilities: { console: 1, entropy: 2, driver: 3, power: 4 },
});
