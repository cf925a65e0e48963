import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'censor',
	regions: { sheet: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { console: 1, printer: 2, paper: 3, copy: 4 },
	optional: ['sheet', 'paper', 'copy'],
});
