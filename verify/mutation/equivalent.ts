/** Mutants that are no mistakes, by key, with the reason why nothing can tell them from the kernel. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.join(import.meta.dirname, 'equivalent.json');

/** What a group of mutants has in common. */
interface Group {
	readonly reason: string;
	readonly keys: readonly string[];
}

let known: ReadonlyMap<string, string> | undefined;

/** The reason, if the mutant is in the list. */
export function explanationOf(key: string): string | undefined {
	known ??= new Map(readGroups().flatMap(({ reason, keys }) => keys.map((each) => [each, reason] as const)));
	return known.get(key);
}

export function readGroups(): readonly Group[] {
	return (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly groups: readonly Group[] }).groups;
}
