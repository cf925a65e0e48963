/** Everything that is proved of each entry, in the order in which it is: what fails early is cheap. */
import type { Property } from '../goal.ts';
import { ERRORS } from './errors.ts';
import { INVARIANTS_KEPT } from './invariants.ts';
import { REFINEMENT } from './refinement.ts';
import { SAFETY } from './safety.ts';
import { VACUITY } from './vacuity.ts';

export const PROPERTIES: readonly Property[] = [SAFETY, ERRORS, REFINEMENT, INVARIANTS_KEPT, VACUITY];
