import { defineComponent } from '../../../sdk/define.ts';

/** Both ends of a queue in one component, driven by test/sdk/queue.test.ts and by `measure`. */
export default defineComponent({
	name: 'queue-ends',
	regions: { shared: { memory: 1, rights: ['read', 'write'] } },
});
