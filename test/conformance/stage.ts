/** What the conformance suite runs. */
import type { Stage } from '../support/stage.ts';

export const CONFORMANCE: Stage = {
	name: 'conformance',
	director: 'test/components/director',
	components: ['test/components/subject', 'test/components/usher'],
};
