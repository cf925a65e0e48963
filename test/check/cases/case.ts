/** One mistake, and what the checker must say about it, word for word. */

import type { Loose } from '../base.ts';

export interface Case {
	/** Completes "the checker notices that ...". */
	readonly what: string;
	/** Spoils the valid system, or what is in the components' folders. */
	readonly spoil?: (system: Loose, manifests: Loose) => void;
	/** Takes the place of the whole system. */
	readonly replace?: unknown;
	/** Everything that it says, in order; with `among`, these and more. */
	readonly says: readonly Saying[];
	readonly among?: true;
}

export interface Saying {
	readonly severity: 'error' | 'warning';
	/** Property path; "(name)" when the property's name is the culprit. */
	readonly place: string;
	readonly message: string;
}
