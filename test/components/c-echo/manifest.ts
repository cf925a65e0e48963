import { defineComponent } from '../../../sdk/define.ts';

/** A server in C that uses a region, a loan, static data and its C stack. */
export default defineComponent({
	name: 'c-echo',
	stack: 4096,
	regions: { shared: { memory: 2, rights: ['read', 'write'] } },
});
