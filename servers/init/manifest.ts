import { defineComponent } from '../../sdk/define.ts';

export default defineComponent({
	name: 'init',
	/** `tree` is there on machines that have a device tree. */
	regions: { manifest: { memory: 1, rights: 'read' }, tree: { memory: 2, rights: 'read' } },
});
