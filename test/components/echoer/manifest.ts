import { defineComponent } from '../../../sdk/define.ts';

/** Sends back what arrives at the port. */
export default defineComponent({
	name: 'echoer',
	regions: { port: { memory: 1, rights: ['read', 'write'] } },
	capabilities: { console: 1, port: 2, wake: 3, power: 4 },
});
