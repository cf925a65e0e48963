/** What a visitor of the phone's page loads. */
import { compress } from '../browser/server.ts';
import type { Site } from '../browser/site.ts';

/** Files that are not loaded before home is there: icons, and what keeps the page for the next visit. */
const LATER = /^icon-|service-worker/;

/** Bytes that a browser gets for the files that it loads at once. */
export function downloadBytes(site: Site): number {
	const files = [...site].filter(([name]) => !LATER.test(name));
	return files.reduce((sum, [, contents]) => sum + Math.min(contents.length, compress(contents).length), 0);
}
