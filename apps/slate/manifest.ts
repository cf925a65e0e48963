import { defineComponent } from '../../sdk/define.ts';

/** A slate: fingers draw on the screen, a key wipes it. */
export default defineComponent({
	name: 'slate',
	regions: {
		screen: { memory: 1, rights: ['read', 'write'] },
		input: { memory: 2, rights: ['read', 'write'] },
	},
	/** The signals wake the drivers; `screenDriver` and `inputDriver` are their processes. */
	capabilities: {
		console: 1,
		screen: 2,
		screenSignal: 3,
		screenDriver: 4,
		input: 5,
		inputSignal: 6,
		inputDriver: 7,
		power: 8,
	},
});
