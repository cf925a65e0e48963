/** What the figures are called, which phase each comes from, and what they must be. */
import * as phases from '../../bench/phases.ts';

export type Machine = 'node' | 'arm64';
/** By key, in the machine's unit. */
export type Figures = Readonly<Record<string, number>>;

/** How a figure is got from its phase: the whole of it by its iterations, or from its begin to another component's first instruction. */
export interface FigureSource {
	readonly key: string;
	readonly phase: number;
	readonly text: string;
	readonly oneWay?: boolean;
	readonly only?: Machine;
}

const loans = Array.from({ length: phases.LOAN_SIZES }, (_, index): FigureSource => {
	const bytes = phases.LOAN_SMALLEST * 4 ** index;
	return { key: `loan${bytes}`, phase: phases.PHASE_LOAN + index, text: `call that lends ${bytes} bytes, all copied` };
});

/** In the order of the table. */
export const SOURCES: readonly FigureSource[] = [
	{ key: 'emptyLoop', phase: phases.PHASE_EMPTY, text: 'one turn of a loop around one load' },
	{ key: 'clock', phase: phases.PHASE_CLOCK, text: 'reading the clock' },
	{ key: 'nullCall', phase: phases.PHASE_NULL_CALL, text: 'into the kernel and back, doing nothing' },
	{ key: 'batch', phase: phases.PHASE_BATCH, text: 'the same, one of 64 in a batch' },
	{ key: 'call0', phase: phases.PHASE_CALL0, text: 'protected call and return, no words' },
	{ key: 'call4', phase: phases.PHASE_CALL4, text: 'the same with 4 words' },
	{ key: 'call6', phase: phases.PHASE_CALL6, text: 'the same with 6 words' },
	{ key: 'callCap', phase: phases.PHASE_CALL_CAPABILITY, text: 'the same with 6 words and a capability' },
	...loans,
	{ key: 'notifyHigh', phase: phases.PHASE_NOTIFY_HIGH, text: 'notify to the handler, higher priority', oneWay: true },
	{ key: 'notifyHighRound', phase: phases.PHASE_NOTIFY_HIGH_ROUND, text: 'the same and back again' },
	{ key: 'notifyLow', phase: phases.PHASE_NOTIFY_LOW, text: 'notify, lower priority' },
	{ key: 'queue', phase: phases.PHASE_QUEUE, text: 'one entry through a queue, bursts of 64' },
	{ key: 'map', phase: phases.PHASE_MAP, text: 'map a region' },
	{ key: 'unmap', phase: phases.PHASE_UNMAP, text: 'unmap a region' },
	{ key: 'processCreate', phase: phases.PHASE_PROCESS_CREATE, text: 'create a process with 256 slots' },
	{ key: 'processStart', phase: phases.PHASE_PROCESS_START, text: 'start a process, to the end of its init' },
	{ key: 'processStop', phase: phases.PHASE_PROCESS_STOP, text: 'stop a process' },
	{ key: 'processDestroy', phase: phases.PHASE_PROCESS_DESTROY, text: 'destroy a process' },
	{ key: 'revoke1', phase: phases.PHASE_REVOKE1, text: 'revoke 1 grant' },
	{ key: 'revoke1000', phase: phases.PHASE_REVOKE1000, text: 'revoke 1,000 grants' },
	{
		key: 'irq',
		phase: phases.PHASE_IRQ_DEVICE,
		text: 'interrupt of a device to the handler',
		oneWay: true,
		only: 'arm64',
	},
	{ key: 'irq', phase: phases.PHASE_IRQ_RAISED, text: 'raised line to the handler', oneWay: true, only: 'node' },
	{
		key: 'irqRaised',
		phase: phases.PHASE_IRQ_RAISED,
		text: 'line raised by a call, to the handler',
		oneWay: true,
		only: 'arm64',
	},
	{ key: 'fault', phase: phases.PHASE_FAULT, text: 'trap to the fault handler', oneWay: true },
];

/** Figures that do not come from a phase. */
export const OTHERS: readonly { readonly key: string; readonly text: string; readonly only?: Machine }[] = [
	{ key: 'queueItemsPerSecond', text: 'entries through a queue in a second' },
	{ key: 'irqWorst', text: 'irq and the longest time with interrupts off, under hostile load', only: 'arm64' },
	{ key: 'boot', text: 'reset to the first instruction of init (hello)' },
	{ key: 'memory', text: 'RAM of the running system (hello), bytes' },
	{ key: 'bareCall', text: 'WebAssembly call between two instances', only: 'node' },
	{ key: 'pipe', text: 'pipe round trip of two processes on one core', only: 'node' },
	{ key: 'call0Least', text: 'the least call0 of all rounds', only: 'node' },
	{ key: 'bareCallLeast', text: 'the least bareCall', only: 'node' },
	{ key: 'pipeLeast', text: 'the least pipe', only: 'node' },
	{ key: 'call0OverBareCall', text: 'call0Least / bareCallLeast', only: 'node' },
	{ key: 'pipeOverCall0', text: 'pipeLeast / call0Least', only: 'node' },
];

/** What a figure must be. `revoke1000` is held against `revoke1`. */
export interface Bar {
	readonly key: string;
	readonly only?: Machine;
	readonly text: string;
	readonly met: (figures: Figures) => boolean;
}

function most(key: string, limit: number, only: Machine): Bar {
	return { key, only, text: `<= ${limit}`, met: (figures) => (figures[key] ?? Number.POSITIVE_INFINITY) <= limit };
}

const HELLO_BYTES = 1048576;
/** Two single calls on Node differ by as much, with the same work. */
const NOISE = 2;

export const BARS: readonly Bar[] = [
	most('call0', 220, 'arm64'),
	most('call4', 250, 'arm64'),
	most('notifyHigh', 250, 'arm64'),
	most('irq', 400, 'arm64'),
	most('irqWorst', 400, 'arm64'),
	most('boot', 3_000_000, 'arm64'),
	most('memory', HELLO_BYTES, 'arm64'),
	{ key: 'revoke1000', only: 'arm64', text: '= revoke1', met: ({ revoke1, revoke1000 }) => revoke1 === revoke1000 },
	{
		key: 'revoke1000',
		only: 'node',
		text: '= revoke1 (within noise)',
		met: ({ revoke1 = 0, revoke1000 = 0 }) => revoke1000 <= revoke1 * NOISE,
	},
	most('call0OverBareCall', 10, 'node'),
	{ key: 'pipeOverCall0', only: 'node', text: '>= 150', met: ({ pipeOverCall0 = 0 }) => pipeOverCall0 >= 150 },
];

/** True for what a machine has. */
export function concerns(machine: Machine): (item: { readonly only?: Machine }) => boolean {
	return ({ only }) => only === undefined || only === machine;
}
