/** Examples of the guides, written to a folder of their own so that they can be built and run. */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';

/** Code blocks that begin with ```ts file=apps/x/component.ts. A later one with the same name replaces it. */
export function examples(guide: string): Map<string, string> {
	const text = readFileSync(path.join(PROJECT_ROOT, 'docs/guide', guide), 'utf8');
	return new Map(
		[...text.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name, code]) => [
			name as string,
			code as string,
		]),
	);
}

/** A new folder; whoever asks for it removes it. */
export function makeHome(name: string): string {
	mkdirSync(path.join(PROJECT_ROOT, 'build/tests'), { recursive: true });
	return mkdtempSync(path.join(PROJECT_ROOT, `build/tests/${name}-`));
}

/** Writes an example as if the checkout were `home`: imports of what is not an example lead back to the real one. */
export function placeExample(home: string, files: ReadonlyMap<string, string>, name: string, code: string): void {
	const file = path.join(home, name);
	const text = code
		.replaceAll(/(from ')(\.[^']+)(')/g, (_, before: string, target: string, behind: string) => {
			const inside = path.join(path.dirname(name), target);
			if (files.has(inside)) return `${before}${target}${behind}`;
			return `${before}${path.relative(path.dirname(file), path.join(PROJECT_ROOT, inside))}${behind}`;
		})
		.replaceAll(
			/folder: '(apps\/[^']+)'/g,
			(_, folder: string) => `folder: '${path.relative(PROJECT_ROOT, path.join(home, folder))}'`,
		);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}
