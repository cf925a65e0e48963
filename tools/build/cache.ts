/** Remembers built components as long as nothing that went into them has changed. */

import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from './assembly.ts';

const CACHE = path.join(PROJECT_ROOT, 'build/components');
/** The toolchain itself: when it changes, everything is built again. */
const TOOLCHAIN = ['tools/build/*.ts', 'machines/wasm/*.ts', 'abi/*.ts', 'package-lock.json'];

interface Record {
	/** SHA-256 of each input, by file relative to the checkout. */
	readonly inputs: { readonly [file: string]: string };
	readonly toolchain: string;
}

/** SHA-256 in hexadecimal. */
export function hash(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

function hashFile(file: string): string {
	try {
		return hash(readFileSync(path.join(PROJECT_ROOT, file)));
	} catch {
		return 'missing';
	}
}

let toolchain: string | undefined;

function toolchainHash(): string {
	const files = globSync(TOOLCHAIN, { cwd: PROJECT_ROOT }).sort();
	toolchain ??= hash(files.map((file) => `${file} ${hashFile(file)}`).join('\n'));
	return toolchain;
}

function fileOf(folder: string, extension: string): string {
	return path.join(CACHE, `${folder.replaceAll(/[^A-Za-z0-9-]/g, '-')}.${extension}`);
}

/** The binary, when it is still what its inputs would give. */
export function recall(folder: string): Uint8Array | undefined {
	try {
		const record = JSON.parse(readFileSync(fileOf(folder, 'json'), 'utf8')) as Record;
		if (record.toolchain !== toolchainHash()) return undefined;
		if (Object.entries(record.inputs).some(([file, digest]) => hashFile(file) !== digest)) return undefined;
		return new Uint8Array(readFileSync(fileOf(folder, 'wasm')));
	} catch {
		return undefined;
	}
}

/** Other processes may build the same component: each file appears whole, the record last. */
export function remember(folder: string, wasm: Uint8Array, inputs: readonly string[]): void {
	const record: Record = {
		inputs: Object.fromEntries(inputs.map((file) => [file, hashFile(file)])),
		toolchain: toolchainHash(),
	};
	mkdirSync(CACHE, { recursive: true });
	replace(fileOf(folder, 'wasm'), wasm);
	replace(fileOf(folder, 'json'), JSON.stringify(record));
}

function replace(file: string, contents: Uint8Array | string): void {
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, contents);
	renameSync(temporary, file);
}
