import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'init',
	regions: { manifest: { memory: 1, rights: 'read' } },
});
