import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'shell',
	regions: { roster: { memory: 5, rights: 'read' } },
	capabilities: { pages: 1, lifecycle: 2, clock: 3 },
	optional: ['clock'],
});
