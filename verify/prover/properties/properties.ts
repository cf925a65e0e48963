/** Everything that is proved of each entry, in the order in which it is: what fails early is cheap. */
import type { Property } from '../goal.ts';
import { AMPLIFICATION } from './amplification.ts';
import { CONFINEMENT } from './confinement.ts';
import { ERRORS } from './errors.ts';
import { INTEGRITY } from './integrity.ts';
import { INVARIANTS_KEPT } from './invariants.ts';
import { NONINTERFERENCE } from './noninterference.ts';
import { REFINEMENT } from './refinement.ts';
import { SAFETY } from './safety.ts';
import { SUMS_KEPT } from './sums.ts';
import { VACUITY } from './vacuity.ts';

export const PROPERTIES: readonly Property[] = [
	SAFETY,
	ERRORS,
	REFINEMENT,
	VACUITY,
	INTEGRITY,
	AMPLIFICATION,
	CONFINEMENT,
	SUMS_KEPT,
	INVARIANTS_KEPT,
	NONINTERFERENCE,
];
