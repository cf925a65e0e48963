import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'archivist',
	capabilities: { console: 1, cipher: 2, store: 3, power: 4, files: 5, keys: 6 },
});
