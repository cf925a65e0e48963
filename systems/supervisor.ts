/** The supervisor as every small system here has it. */

import supervisor from '../servers/supervisor/manifest.ts';
import { milliseconds } from './units.ts';

export const supervisorServer = {
	folder: 'servers/supervisor',
	manifest: supervisor,
	priority: 190,
	budget: milliseconds(30),
	period: milliseconds(300),
} as const;
