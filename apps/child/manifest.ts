import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'child',
	capabilities: { purse: 1, loot: 2 },
	optional: ['purse', 'loot'],
});
