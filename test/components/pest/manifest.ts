import { defineComponent } from '../../../sdk/define.ts';

const shared = ['read', 'write'] as const;

/** The client of five drivers that none of them deserves; slots 4..8 are gates, 9..12 wake the drivers, 13..17 are their processes. */
export default defineComponent({
	name: 'pest',
	regions: {
		block: { memory: 1, rights: shared },
		screen: { memory: 2, rights: shared },
		input: { memory: 3, rights: shared },
		port: { memory: 4, rights: shared },
	},
	capabilities: {
		console: 1,
		power: 2,
		blockGate: 4,
		screenGate: 5,
		inputGate: 6,
		portGate: 7,
		rngGate: 8,
		blockSignal: 9,
		screenSignal: 10,
		inputSignal: 11,
		portSignal: 12,
		blockDriver: 13,
		screenDriver: 14,
		inputDriver: 15,
		portDriver: 16,
		rngDriver: 17,
	},
});
