import { defineComponent } from '../../../../sdk/define.ts';

export default defineComponent({
	name: 'writes',
	regions: { shared: { memory: 1, rights: ['read', 'write'] } },
});
