/** The table of processes. */
import { STATE_FAULTED, STATE_STARTED, STATE_STOPPED } from '../../../../abi/calls.ts';
import type { ProcessView } from '../../core/inspect.ts';

const STATES: ReadonlyMap<number, string> = new Map([
	[STATE_STOPPED, 'stopped'],
	[STATE_STARTED, 'started'],
	[STATE_FAULTED, 'faulted'],
]);

/** Shows the processes as they are now. */
export function showProcesses(body: Element, processes: readonly ProcessView[]): void {
	body.replaceChildren(...processes.map(row));
}

function row({ name, state, priority, calls, notifies, faults }: ProcessView): HTMLTableRowElement {
	const element = document.createElement('tr');
	element.classList.toggle('faulted', state === STATE_FAULTED);
	element.append(cell(name), cell(STATES.get(state) ?? `state ${state}`));
	for (const figure of [priority, calls, notifies, faults]) element.append(cell(String(figure), 'number'));
	return element;
}

function cell(text: string, style = ''): HTMLTableCellElement {
	const element = document.createElement('td');
	element.textContent = text;
	element.className = style;
	return element;
}
