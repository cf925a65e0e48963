/** What the bench systems of both machines have in common. */

import { kibibytes, mebibytes, milliseconds, percent } from '../../systems/define.ts';
import consumer from '../components/consumer/manifest.ts';
import driver from '../components/driver/manifest.ts';
import faulty from '../components/faulty/manifest.ts';
import handler from '../components/handler/manifest.ts';
import idle from '../components/idle/manifest.ts';
import listener from '../components/listener/manifest.ts';
import loop from '../components/loop/manifest.ts';
import server from '../components/server/manifest.ts';
import taker from '../components/taker/manifest.ts';
import { PHASE_IRQ_RAISED, PHASE_NOTIFY_HIGH } from '../phases.ts';

/** A line that no device of either machine uses. */
const LINE_SOFTWARE = 200;
const numbers = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);
/** For those that the driver wakes again and again. */
const busy = { budget: milliseconds(110), period: milliseconds(2000) };
const small = { budget: milliseconds(20), period: milliseconds(2000) };

export const accounts = {
	work: {
		memory: mebibytes(8),
		slots: 8192,
		cpu: percent(71),
		ceiling: 255,
		rows: { processes: numbers(200, 16), regions: numbers(600, 32), grants: numbers(500, 16), accounts: [100] },
	},
};

export const components = {
	driver: {
		folder: 'bench/components/driver',
		manifest: driver,
		priority: 100,
		account: 'work',
		budget: milliseconds(1400),
		period: milliseconds(2000),
		slots: 255,
	},
	loop: {
		folder: 'bench/components/loop',
		manifest: loop,
		priority: 120,
		worstCase: milliseconds(100),
		...small,
	},
	server: { folder: 'bench/components/server', manifest: server, priority: 200, worstCase: milliseconds(1), ...small },
	taker: { folder: 'bench/components/taker', manifest: taker, priority: 200, worstCase: milliseconds(1), ...small },
	listener: { folder: 'bench/components/listener', manifest: listener, priority: 170, ...busy },
	low: { folder: 'bench/components/idle', manifest: idle, priority: 50, ...small },
	target: { folder: 'bench/components/idle', manifest: idle, priority: 160, start: false, ...small },
	consumer: { folder: 'bench/components/consumer', manifest: consumer, priority: 150, ...busy },
	faulty: {
		folder: 'bench/components/faulty',
		manifest: faulty,
		priority: 140,
		faultHandler: { component: 'handler', badge: 0 },
		...small,
	},
	handler: { folder: 'bench/components/handler', manifest: handler, priority: 180, ...small },
} as const;

export const regions = {
	shared: {
		size: kibibytes(64),
		maps: [
			{ component: 'driver', as: 'shared', rights: ['read'] },
			{ component: 'loop', as: 'shared', rights: ['read'] },
			{ component: 'faulty', as: 'shared', rights: ['read', 'write'] },
		],
	},
	queue: {
		size: kibibytes(64),
		maps: [
			{ component: 'driver', as: 'queue', rights: ['read', 'write'] },
			{ component: 'consumer', as: 'queue', rights: ['read', 'write'] },
		],
	},
} as const;

/** `iterations` and `rounds` reach the driver as badges of gates that it never calls. */
export const channels = (iterations: number, rounds: number) =>
	[
		{ kind: 'gate', from: { component: 'driver', as: 'loop' }, to: 'loop', badge: 1 },
		{ kind: 'gate', from: { component: 'driver', as: 'taker' }, to: 'taker', badge: 1 },
		{ kind: 'gate', from: { component: 'loop', as: 'server' }, to: 'server', badge: 2 },
		{ kind: 'gate', from: { component: 'driver', as: 'iterations' }, to: 'loop', badge: iterations },
		{ kind: 'gate', from: { component: 'driver', as: 'rounds' }, to: 'loop', badge: rounds },
		{
			kind: 'signal',
			from: { component: 'driver', as: 'quiet' },
			to: 'listener',
			bit: 0,
			rights: ['copy', 'transfer'],
		},
		{ kind: 'signal', from: { component: 'driver', as: 'listener' }, to: 'listener', bit: PHASE_NOTIFY_HIGH },
		{ kind: 'signal', from: { component: 'driver', as: 'interruptSignal' }, to: 'listener', bit: PHASE_IRQ_RAISED },
		{ kind: 'signal', from: { component: 'driver', as: 'idle' }, to: 'low', bit: 0 },
		{ kind: 'signal', from: { component: 'driver', as: 'consumer' }, to: 'consumer', bit: 0 },
		{ kind: 'signal', from: { component: 'driver', as: 'faulty' }, to: 'faulty', bit: 0 },
	] as const;

export const grants = [
	{ to: { component: 'driver', as: 'control' }, control: ['log', 'halt', 'flow'] },
	{ to: { component: 'listener', as: 'control' }, control: ['log'] },
	{ to: { component: 'faulty', as: 'control' }, control: ['log'] },
	{ to: { component: 'handler', as: 'control' }, control: ['log'] },
	{ to: { component: 'handler', as: 'faulty' }, process: 'faulty', rights: ['start'] },
	{ to: { component: 'driver', as: 'account' }, account: 'work', rights: ['spend', 'split'] },
	{ to: { component: 'driver', as: 'target' }, process: 'target', rights: ['configure', 'start', 'stop'] },
	{ to: { component: 'driver', as: 'shared' }, region: 'shared', rights: ['read', 'write'] },
	{ to: { component: 'driver', as: 'interrupt' }, interrupt: LINE_SOFTWARE, rights: ['bind', 'acknowledge'] },
] as const;
