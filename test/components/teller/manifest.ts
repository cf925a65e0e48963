import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'teller',
	capabilities: { console: 1, clock: 2, power: 3 },
});
