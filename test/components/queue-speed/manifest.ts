import { defineComponent } from '../../../sdk/define.ts';

/** Passes entries through a queue as fast as it can: bench and test/sdk/queue.test.ts. */
export default defineComponent({
	name: 'queue-speed',
	regions: { shared: { memory: 1, rights: ['read', 'write'] } },
});
