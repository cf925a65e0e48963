/** Writes the contents of the region `assets` for each scale: build/assets/scale<n>.bin. */

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SCALES } from './faces.ts';
import { packAssets } from './pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ASSETS = path.join(ROOT, 'build/assets');
const STAMP = path.join(ASSETS, 'inputs.sha256');
const INPUTS = [
	'tools/assets/*.ts',
	'sdk/graphics/{asset-layout,face-layout,face-numbers,icon-numbers}.ts',
	'package-lock.json',
];

/** File with the assets at `scale` pixels to the point. */
export function assetFile(scale: number): string {
	return path.join(ASSETS, `scale${scale}.bin`);
}

/** Generates the files unless they are there already and nothing that goes into them has changed. */
export function refreshAssets(): void {
	const digest = inputsDigest();
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
	mkdirSync(ASSETS, { recursive: true });
	for (const [index, bytes] of packAssets(SCALES).entries()) replace(assetFile(SCALES[index] ?? 0), bytes);
	replace(STAMP, digest);
}

function inputsDigest(): string {
	const hash = createHash('sha256');
	for (const file of globSync(INPUTS, { cwd: ROOT }).sort())
		hash.update(file).update(readFileSync(path.join(ROOT, file)));
	return hash.digest('hex');
}

/** Another process may generate, too: every file appears whole, the stamp last. */
function replace(file: string, contents: Uint8Array | string): void {
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, contents);
	renameSync(temporary, file);
}
