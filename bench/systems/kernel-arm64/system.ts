/** The kernel bench on ARM64: fewer iterations, because every instruction is counted, and a device that interrupts. */
import { defineSystem, kibibytes, milliseconds } from '../../../systems/define.ts';
import clock from '../../components/clock/manifest.ts';
import { PHASE_IRQ_DEVICE } from '../../phases.ts';
import { accounts, channels, components, grants, regions } from '../suite.ts';

const ITERATIONS = 512;
const ROUNDS = 2;
/** PL031 of QEMU's `virt` machine, and its line. */
const CLOCK = 0x0901_0000;
const LINE_CLOCK = 34;

export default defineSystem({
	name: 'kernel-arm64',
	description: 'measures the kernel on ARM64',
	accounts,
	components: {
		...components,
		clock: {
			folder: 'bench/components/clock',
			manifest: clock,
			priority: 130,
			budget: milliseconds(20),
			period: milliseconds(2000),
		},
	},
	regions: {
		...regions,
		clock: {
			device: CLOCK,
			size: kibibytes(64),
			maps: [{ component: 'clock', as: 'registers', rights: ['read', 'write'] }],
		},
	},
	channels: [
		...channels(ITERATIONS, ROUNDS),
		{ kind: 'signal', from: { component: 'driver', as: 'clock' }, to: 'clock', bit: 0 },
		{ kind: 'signal', from: { component: 'clock', as: 'listener' }, to: 'listener', bit: PHASE_IRQ_DEVICE },
	],
	grants: [
		...grants,
		{ to: { component: 'clock', as: 'control' }, control: ['log'] },
		{ to: { component: 'clock', as: 'interrupt' }, interrupt: LINE_CLOCK, rights: ['bind', 'acknowledge'] },
	],
	expect: { exitCode: 0, log: [] },
});
