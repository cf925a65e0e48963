import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'customer',
	capabilities: { console: 1, worker: 2, nudge: 3, power: 4, supervisor: 5 },
});
