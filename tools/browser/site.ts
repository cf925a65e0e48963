/** The static files of a system for the browser machine: page, worker, style and image. Any web server can hand them out. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { encodeImageFile } from '../../machines/hosted/browser/image-file.ts';
import type { HostedSystem } from '../../machines/hosted/core/system.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';

const SOURCES = path.join(PROJECT_ROOT, 'machines/hosted/browser');
/** Files that are handed out as they are. */
const FIXED = ['index.html', 'style.css'];
const IMAGE = 'system.image';

/** Contents by file name; all in one folder. */
export type Site = ReadonlyMap<string, Uint8Array>;

let bundled: Promise<Site> | undefined;

/** Everything that the browser loads to run the system. */
export async function buildSite(system: HostedSystem): Promise<Site> {
	bundled ??= bundlePage();
	return new Map([...(await bundled), [IMAGE, await encodeImageFile(system)]]);
}

/** Writes the files to a folder, which is made. */
export async function writeSite(site: Site, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, bytes] of site) await writeFile(path.join(folder, name), bytes);
}

/** What is the same for every system. */
async function bundlePage(): Promise<Site> {
	const { outputFiles } = await build({
		entryPoints: { page: path.join(SOURCES, 'page/page.ts'), worker: path.join(SOURCES, 'worker.ts') },
		bundle: true,
		// One script for all systems: it does all that is to be done to a component itself.
		define: { KNOWN_IMAGES: '[]' },
		format: 'esm',
		target: 'es2024',
		minify: true,
		sourcemap: 'linked',
		sourcesContent: false,
		write: false,
		outdir: '.',
		logLevel: 'silent',
	});
	const files = new Map(outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]));
	for (const name of FIXED) files.set(name, await readFile(path.join(SOURCES, 'page', name)));
	return files;
}
