/** The panel beside the phone: what the system does, live, from the kernel's own tables, and a way to make any part of it fail. */
import type { HolderView } from '../../../machines/hosted/browser/summary.ts';
import { element, make } from './element.ts';
import { drawGraph } from './graph.ts';
import { holdingRows } from './holdings.ts';
import { appendLog } from './log.ts';
import { followTabs } from './tabs.ts';
import { BANDS, type CallEdge, CallRates, type ComponentView, componentsOf, type Look } from './view.ts';

/** Milliseconds between two looks. */
const LOOK_MILLISECONDS = 500;
/** Looks for which a component that came back is marked. */
const FRESH_LOOKS = 6;
const MEBIBYTE = 2 ** 20;
const KIBIBYTE = 2 ** 10;

/** What the panel asks of the machine. */
export interface Watched {
	/** Answered by `Panel.look`. */
	askView(): void;
	kill(component: string): void;
}

export class Panel {
	private readonly watched: Watched;
	private view = 'view-components';
	private newest: Look | undefined;
	private before: Look | undefined;
	private readonly rates = new CallRates();
	private edges: readonly CallEdge[] = [];
	/** By name of the component: faults that were seen, and looks for which it is still marked. */
	private readonly fresh = new Map<string, { faults: number; looks: number }>();
	private readonly rows = new Map<string, ComponentRow>();
	private readonly graph = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	private readonly choice = make('select');
	private readonly holdings = make('tbody');

	constructor(watched: Watched) {
		this.watched = watched;
		this.graph.classList.add('graph');
		this.graph.setAttribute('role', 'img');
		this.graph.setAttribute('aria-label', 'Who calls whom');
		element('view-calls').append(make('p', 'A call goes upwards, to whoever is trusted more.', 'bands'), this.graph);
		this.makeHoldings();
		followTabs(element('tabs'), (view) => {
			this.view = view;
			this.show();
		});
		setInterval(() => this.ask(), LOOK_MILLISECONDS);
	}

	/** Shows a look at the machine. */
	look(look: Look): void {
		this.before = this.newest;
		this.newest = look;
		this.edges = this.rates.edges(look, this.before);
		this.show();
	}

	/** The next piece of the system's log. */
	log(text: string): void {
		appendLog(text);
	}

	/** Nobody looks at a panel that is not there. */
	private ask(): void {
		if (document.visibilityState === 'visible' && element('panel').offsetWidth > 0) this.watched.askView();
	}

	private show(): void {
		const { newest, before } = this;
		if (newest === undefined) return;
		const components = componentsOf(newest, before);
		this.showTotals(newest, components);
		if (this.view === 'view-components') this.showComponents(components);
		if (this.view === 'view-calls') drawGraph(this.graph, components, this.edges);
		if (this.view === 'view-holdings') this.showHoldings(newest.holders);
	}

	private showTotals({ nanoseconds }: Look, components: readonly ComponentView[]): void {
		const sum = (of: (component: ComponentView) => number) => components.reduce((total, one) => total + of(one), 0);
		const seconds = Math.floor(nanoseconds / 1e9);
		element('uptime').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
		element('count').textContent = String(components.length);
		element('calls').textContent = Math.round(sum(({ calls }) => calls)).toLocaleString('en');
		element('processor').textContent = percent(sum(({ share }) => share));
		element('memory').textContent = `${(sum(({ memoryBytes }) => memoryBytes) / MEBIBYTE).toFixed(1)} MiB`;
	}

	private showComponents(components: readonly ComponentView[]): void {
		if (components.some(({ name }) => !this.rows.has(name))) this.makeTables(components);
		for (const component of components) {
			this.rows.get(component.name)?.show(component, this.isFresh(component));
		}
	}

	private makeTables(components: readonly ComponentView[]): void {
		this.rows.clear();
		const tables = BANDS.map((band) => {
			const table = make('table', '', 'components');
			table.append(make('caption', band), headOf(['Component', 'Processor', 'Memory', 'Calls a second', '']));
			const body = make('tbody');
			for (const component of components.filter((one) => one.band === band)) {
				const row = new ComponentRow(component.name, () => this.watched.kill(component.name));
				this.rows.set(component.name, row);
				body.append(row.element);
			}
			table.append(body);
			return table;
		});
		element('view-components').replaceChildren(...tables);
	}

	private isFresh({ name, faults }: ComponentView): boolean {
		const known = this.fresh.get(name) ?? { faults, looks: 0 };
		const looks = faults > known.faults ? FRESH_LOOKS : Math.max(0, known.looks - 1);
		this.fresh.set(name, { faults, looks });
		return looks > 0;
	}

	private makeHoldings(): void {
		const label = make('label', 'What does it hold?');
		label.append(this.choice);
		this.choice.addEventListener('change', () => this.show());
		const table = make('table');
		table.append(headOf(['Capability', 'To', '', 'Slot']), this.holdings);
		element('view-holdings').append(label, table);
	}

	private showHoldings(holders: readonly HolderView[]): void {
		const names = holders.map(({ name }) => name);
		if (this.choice.options.length !== names.length) {
			const { value } = this.choice;
			this.choice.replaceChildren(...names.toSorted().map((name) => make('option', name)));
			if (names.includes(value)) this.choice.value = value;
		}
		const nameOf = (row: number) => holders.find((holder) => holder.row === row)?.name ?? `process ${row}`;
		const chosen = holders.find(({ name }) => name === this.choice.value);
		if (chosen !== undefined) this.holdings.replaceChildren(...holdingRows(chosen, nameOf));
	}
}

/** A row of the table of components. It stays while its figures change, so that focus stays, too. */
class ComponentRow {
	readonly element = make('tr');
	private readonly share = make('td', '', 'share');
	private readonly memory = make('td');
	private readonly calls = make('td');
	private readonly bar = make('i');
	private readonly figure = make('span');

	constructor(name: string, kill: () => void) {
		const head = make('th', name);
		head.scope = 'row';
		const frame = make('span', '', 'bar');
		frame.append(this.bar);
		this.share.append(frame, this.figure);
		const button = make('button', 'Kill', 'plain');
		button.type = 'button';
		button.setAttribute('aria-label', `Kill ${name}`);
		button.addEventListener('click', kill);
		const last = make('td');
		last.append(button);
		this.element.append(head, this.share, this.memory, this.calls, last);
	}

	show({ share, memoryBytes, calls, failed }: ComponentView, fresh: boolean): void {
		this.element.classList.toggle('failed', failed);
		this.element.classList.toggle('fresh', fresh && !failed);
		this.bar.style.width = `${Math.min(100, share * 100).toFixed(1)}%`;
		this.figure.textContent = percent(share);
		this.memory.textContent = `${Math.round(memoryBytes / KIBIBYTE).toLocaleString('en')} KiB`;
		this.calls.textContent = Math.round(calls).toLocaleString('en');
	}
}

function headOf(titles: readonly string[]): HTMLTableSectionElement {
	const head = make('thead');
	const row = make('tr');
	row.append(...titles.map((title) => (title === '' ? make('td') : make('th', title))));
	head.append(row);
	return head;
}

function percent(part: number): string {
	return `${(part * 100).toFixed(part < 0.0995 ? 1 : 0)} %`;
}
