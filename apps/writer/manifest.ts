import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'writer',
	regions: { sheet: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { console: 1, censor: 2, paper: 3 },
	optional: ['sheet'],
});
