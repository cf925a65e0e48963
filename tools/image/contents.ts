/** Files that become regions of the boot image. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refreshAssets } from '../assets/generate.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { SHARED_PAGE } from '../check/description.ts';
import { CommandError } from '../command.ts';

/** The bytes of a file that the checker has accepted, up to a whole number of pages. */
export function readContents(file: string): Uint8Array {
	refreshAssets();
	if (!existsSync(path.join(PROJECT_ROOT, file)))
		throw new CommandError(`there is no file '${file}', which is to be the contents of a region`);
	const contents = readFileSync(path.join(PROJECT_ROOT, file));
	const bytes = new Uint8Array(Math.ceil(contents.length / SHARED_PAGE) * SHARED_PAGE);
	bytes.set(contents);
	return bytes;
}
