/** Who holds what, in words: the capabilities of a component as the kernel's table has them now. */
import {
	KIND_ACCOUNT,
	KIND_CONTROL,
	KIND_GATE,
	KIND_INTERRUPT,
	KIND_PROCESS,
	KIND_REGION,
	KIND_SIGNAL,
	RIGHT_COPY,
	RIGHT_TRANSFER,
} from '../../../abi/rights.ts';
import { CAPABILITIES, FIRST_SLOT } from '../../../interfaces/permissions/capabilities.ts';
import type { HolderView } from '../../../machines/hosted/browser/summary.ts';
import type { Holding } from '../../../machines/hosted/core/holdings.ts';
import { make } from './element.ts';

const KINDS: ReadonlyMap<number, string> = new Map([
	[KIND_GATE, 'may call'],
	[KIND_SIGNAL, 'may wake'],
	[KIND_REGION, 'memory'],
	[KIND_ACCOUNT, 'account'],
	[KIND_PROCESS, 'may start and stop'],
	[KIND_INTERRUPT, 'interrupt line'],
	[KIND_CONTROL, 'power over the machine'],
]);
const OF_PROCESSES: ReadonlySet<number> = new Set([KIND_GATE, KIND_SIGNAL, KIND_PROCESS]);
/** By CAPABILITY_* of interfaces/permissions. */
const GIVEN = ['', 'camera', 'microphone', 'location', 'one picture', 'a file', 'a paste', 'battery', 'notifications'];
/** Priorities of apps: in their tables the slots from FIRST_SLOT on are filled while they run. */
const APP_PRIORITY_LAST = 100;

/** Rows of a table: what it is, what it leads to, as whom, and in which slot. */
export function holdingRows(holder: HolderView, nameOf: (row: number) => string): HTMLTableRowElement[] {
	return holder.holdings.map((holding) => {
		const row = make('tr');
		const [what, whom] = wordsFor(holding, nameOf);
		row.append(make('td', what), make('td', whom), make('td', noteFor(holder, holding)), make('td', `${holding.slot}`));
		return row;
	});
}

function wordsFor({ kind, object }: Holding, nameOf: (row: number) => string): [what: string, whom: string] {
	const what = KINDS.get(kind) ?? `kind ${kind}`;
	return [what, OF_PROCESSES.has(kind) ? nameOf(object) : kind === KIND_CONTROL ? '' : `${object}`];
}

function noteFor({ priority }: HolderView, { slot, kind, badge, rights }: Holding): string {
	const given = slot - FIRST_SLOT;
	if (priority <= APP_PRIORITY_LAST && given > 0 && given < CAPABILITIES) return `given by you: ${GIVEN[given]}`;
	const notes = [
		...(kind === KIND_GATE ? [`as client ${badge}`] : []),
		...((rights & RIGHT_COPY) !== 0 ? ['may copy'] : []),
		...((rights & RIGHT_TRANSFER) !== 0 ? ['may give'] : []),
	];
	return notes.join(', ');
}
