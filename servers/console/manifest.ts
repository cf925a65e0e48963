import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'console',
	regions: { roster: { memory: 1, rights: 'read' } },
	capabilities: { log: 1 },
	provides: ['console', 'journal'],
});
