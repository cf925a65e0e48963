/** How long a test may take that has an emulator or a browser do something: longer than a wait in it, so that the wait, which knows what for, ends first. */
import { PATIENCE_MILLISECONDS } from '../../tools/patience.ts';

/** Options of a test. */
export const HANGS = { timeout: 2 * PATIENCE_MILLISECONDS } as const;
