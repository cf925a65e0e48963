import { defineComponent } from '../../../sdk/define.ts';

/** Stands for the compositor and the user before it, for the servers of the trusted path. */
export default defineComponent({
	name: 'user',
	capabilities: { permissions: 1, keyboard: 2, powerbox: 3 },
	optional: ['keyboard', 'powerbox'],
});
