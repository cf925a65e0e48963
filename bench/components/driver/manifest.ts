import { defineComponent } from '../../../sdk/define.ts';

export default defineComponent({
	name: 'bench-driver',
	memoryPages: 2,
	regions: {
		shared: { memory: 1, rights: 'read' },
		queue: { memory: 2, rights: ['read', 'write'] },
	},
	capabilities: {
		control: 1,
		loop: 2,
		taker: 3,
		quiet: 4,
		listener: 5,
		idle: 6,
		consumer: 7,
		faulty: 8,
		account: 9,
		target: 10,
		shared: 11,
		clock: 12,
		interrupt: 13,
		interruptSignal: 14,
		iterations: 15,
		rounds: 16,
	},
});
