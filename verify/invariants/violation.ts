/** One broken invariant, and how a rule reports it. */

import type { Snapshot } from './snapshot.ts';

export interface Violation {
	/** Table and row, or what else the rule is about: `process 7`. */
	readonly where: string;
	/** What must hold. */
	readonly rule: string;
	readonly expected: string;
	readonly found: string;
}

type Value = number | bigint | string | boolean;

/** Collects violations; rules call `equal` and `holds`. */
export class Report {
	readonly violations: Violation[] = [];

	/** `found` must equal `expected`. */
	equal(where: string, rule: string, found: Value, expected: Value): void {
		if (found === expected) return;
		this.violations.push({ where, rule, expected: render(expected), found: render(found) });
	}

	/** `condition` must be true; `found` says what is there instead. */
	holds(condition: boolean, where: string, rule: string, found: Value = ''): void {
		if (!condition) this.violations.push({ where, rule, expected: 'true', found: render(found) });
	}
}

/** A family of invariants. */
export type Rule = (snapshot: Snapshot, report: Report) => void;

function render(value: Value): string {
	return typeof value === 'bigint' ? `0x${value.toString(16)}` : String(value);
}

/** `process 7: throttled means without budget (expected 0, found 12)`. */
export function describe(violation: Violation): string {
	return `${violation.where}: ${violation.rule} (expected ${violation.expected}, found ${violation.found || 'otherwise'})`;
}
