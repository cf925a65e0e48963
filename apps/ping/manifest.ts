import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'ping',
	capabilities: { console: 1, pong: 2, wake: 3, power: 4 },
});
