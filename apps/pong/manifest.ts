import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'pong',
	capabilities: { console: 1, wake: 2 },
});
