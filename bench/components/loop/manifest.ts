import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'bench-loop',
	regions: { shared: { memory: 1, rights: 'read' } },
	capabilities: { server: 1 },
});
