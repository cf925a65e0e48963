/** The static files of the phone's page: page, worker, images of the system at both scales, and what makes it an app of its own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { encodeImageFile, imageDigest } from '../../machines/hosted/browser/image-file.ts';
import { rehostImage } from '../../machines/hosted/core/image.ts';
import type { HostedSystem } from '../../machines/hosted/core/system.ts';
import type { Site } from '../browser/site.ts';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { FINE } from './page/fine.ts';

const PAGE = path.join(PROJECT_ROOT, 'tools/phone/page');
const MACHINE = path.join(PROJECT_ROOT, 'machines/hosted/browser');
const FONTS = path.join(PROJECT_ROOT, 'node_modules/@fontsource/inter/files');
const WORKER = 'service-worker.js';
const PAGE_FILE = 'index.html';
/** Files that are handed out as they are: name, and where it is. */
const FIXED: readonly (readonly [name: string, file: string])[] = [
	...[PAGE_FILE, 'style.css', 'manifest.webmanifest', 'icon.svg', 'icon-192.png', 'icon-512.png'].map(
		(name) => [name, path.join(PAGE, name)] as const,
	),
	...[400, 600].map(
		(weight) => [`inter-${weight}.woff2`, path.join(FONTS, `inter-latin-${weight}-normal.woff2`)] as const,
	),
];

/** Sources by the names of the scripts that they become. */
type Scripts = Readonly<Record<string, string>>;

/** The site of a phone that runs in its page; `systems` by the pixels that it has to the point. */
export async function buildPhoneSite(systems: ReadonlyMap<1 | 2, HostedSystem>): Promise<Site> {
	const images = new Map<string, Uint8Array>();
	for (const [scale, system] of systems) images.set(imageName(scale), await encodeImageFile(madeReady(system)));
	const known = [...images.values()].map(imageDigest);
	const scripts = { phone: path.join(PAGE, 'phone.ts'), worker: path.join(MACHINE, 'worker.ts') };
	const files = await pageFiles(scripts, known);
	files.set(PAGE_FILE, withImages(files.get(PAGE_FILE), [...systems.keys()]));
	files.set(WORKER, await bundleServiceWorker(['./', ...files.keys()]));
	return new Map([...files, ...images]);
}

/** The system with all its components validated and metered, which the page then need not do before it shows something. */
function madeReady(system: HostedSystem): HostedSystem {
	const images = system.images.map((image) => ({ ...image, rehosted: rehostImage(image) }));
	return { ...system, images };
}

function imageName(scale: number): string {
	return `system-${scale}.image`;
}

/** The page, which lets the browser fetch the image before any script asks for it. */
function withImages(page: Uint8Array | undefined, scales: readonly number[]): Uint8Array {
	const links = scales.map((scale) => {
		const media = scales.length === 1 ? '' : ` media="(resolution ${scale === 1 ? '<' : '>='} ${FINE}dppx)"`;
		return `<link rel="preload" as="fetch" crossorigin="anonymous" href="${imageName(scale)}"${media} />`;
	});
	return new TextEncoder().encode(new TextDecoder().decode(page).replace('</head>', `${links.join('')}</head>`));
}

/** The site of a phone that runs in an emulator behind the server. */
export async function buildEmulatorSite(): Promise<Site> {
	const files = await pageFiles({ phone: path.join(PAGE, 'emulated.ts') }, []);
	const page = new TextDecoder().decode(files.get(PAGE_FILE));
	files.set(PAGE_FILE, new TextEncoder().encode(page.replace('<body>', '<body class="emulated">')));
	return files;
}

const SETTINGS = {
	bundle: true,
	format: 'esm',
	target: 'es2024',
	minify: true,
	write: false,
	outdir: '.',
	logLevel: 'silent',
} as const;

/** `known`: digests of the images that were made ready for these scripts. */
async function pageFiles(entryPoints: Scripts, known: readonly string[]): Promise<Map<string, Uint8Array>> {
	const define = { KNOWN_IMAGES: JSON.stringify(known) };
	const { outputFiles } = await build({ ...SETTINGS, define, entryPoints: { ...entryPoints } });
	const files = new Map<string, Uint8Array>(
		outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]),
	);
	for (const [name, file] of FIXED) files.set(name, await readFile(file));
	return files;
}

/** `files` are kept when the page is first opened; the image that is used follows when it has been loaded. */
async function bundleServiceWorker(files: readonly string[]): Promise<Uint8Array> {
	const entryPoints = [path.join(PAGE, 'service-worker.ts')];
	const { outputFiles } = await build({ ...SETTINGS, entryPoints, define: { FILES: JSON.stringify(files) } });
	return (outputFiles[0] as { contents: Uint8Array }).contents;
}
