/** The kernel bench on the hosted machine. */
import { defineSystem } from '../../../systems/define.ts';
import { accounts, channels, components, grants, regions } from '../suite.ts';

const ITERATIONS = 10_000;
const ROUNDS = 12;

export default defineSystem({
	name: 'kernel-node',
	description: 'measures the kernel on Node',
	accounts,
	components,
	regions,
	channels: [
		...channels(ITERATIONS, ROUNDS),
		// There is no device to ask for an interrupt.
		{ kind: 'signal', from: { component: 'driver', as: 'clock' }, to: 'low', bit: 1 },
	],
	grants: [...grants],
	expect: { exitCode: 0, log: [] },
});
