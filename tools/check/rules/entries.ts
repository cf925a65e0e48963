/** What only the compiled components show: that whoever is called, signalled or told of faults has an entry point for it. */

import type { Model } from '../model.ts';
import type { Path, Report } from '../report.ts';

/** Names of a component's entry points, by component; a program that blocks has 'wait' among them. */
export type Entries = (component: string) => ReadonlySet<string>;

export function checkEntries(model: Model, entries: Entries, report: Report): void {
	for (const { from, to, path } of model.gates) {
		if (entries(to).has('protected')) continue;
		missing(model, report, [...path, 'to'], `'${from.component}' calls '${to}'`, to, 'protected');
	}
	for (const { from, to, path } of model.signals) {
		if (entries(to).has('notified') || entries(to).has('wait')) continue;
		missing(model, report, path, `'${from.component}' signals '${to}'`, to, 'notified');
	}
	for (const [name, { faultHandler, path, blocking }] of model.components) {
		if (faultHandler !== undefined && !entries(faultHandler.component).has('faulted')) {
			const who = faultHandler.component;
			missing(model, report, [...path, 'faultHandler'], `'${who}' handles the faults of '${name}'`, who, 'faulted');
		}
		if (entries(name).has('wait') && !blocking) {
			report.error(path, `'${name}' blocks in wait; add blocking: true, and give it a priority of 1 to 31`, 'key');
		}
	}
}

function missing(model: Model, report: Report, path: Path, why: string, component: string, entry: string): void {
	const folder = model.components.get(component)?.folder ?? '';
	report.error(path, `${why}, but ${folder}/component exports no '${entry}'; write one, or take this away`);
}
