import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'clock',
	regions: { registers: { memory: 1, rights: ['read', 'write'] } },
	provides: ['sensors'],
});
