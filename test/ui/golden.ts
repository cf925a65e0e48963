/** Where the golden pictures of the toolkit are. */
import path from 'node:path';

/** File of a golden picture. */
export const goldenFile = (name: string): string => path.join(import.meta.dirname, 'golden', `${name}.png`);
