import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'hello',
	capabilities: { console: 1, power: 2 },
});
