import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'printer',
	regions: { sheet: { memory: 1, rights: 'read' } },
	capabilities: { console: 1, power: 2, paper: 3 },
	optional: ['sheet', 'paper'],
});
