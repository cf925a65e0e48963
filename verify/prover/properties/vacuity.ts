/** An entry that could never succeed would satisfy every statement about its success: each must be able to. */
import { not } from '../build.ts';
import type { Property } from '../goal.ts';
import { refused } from './errors.ts';

export const VACUITY: Property = {
	name: 'possible',
	says: 'success is possible in a state that satisfies the invariants',
	possible: true,
	goals: (subjected) => [{ says: 'it can succeed', statement: not(refused(subjected)) }],
};
