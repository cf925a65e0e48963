import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { PROJECT_ROOT } from '../../tools/build/assembly.ts';

const home = path.join(PROJECT_ROOT, 'build/tests');
mkdirSync(home, { recursive: true });
const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Puts a component into a new folder below build/tests/ (its sources reach the SDK as `../../../sdk/`); the folder's name. */
export function scratchComponent(files: { readonly [name: string]: string | Uint8Array }): string {
	const folder = mkdtempSync(path.join(home, 'component-'));
	folders.push(folder);
	for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
	return path.relative(PROJECT_ROOT, folder);
}

/** The text of a manifest with these properties beside its name. */
export function manifest(properties = ''): string {
	return `import { defineComponent } from '../../../sdk/define.ts';\nexport default defineComponent({ name: 'scratch', ${properties} });\n`;
}
