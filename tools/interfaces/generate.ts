/** Keeps client.ts and server.ts of every interface in step with its definition. */

import { existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { hash } from '../build/cache.ts';
import { generateClient } from './client.ts';
import { parseInterface } from './parse.ts';
import { generateServer } from './server.ts';

/** The two generated files of one interface, by name. */
export function generate(source: string, file: string): { readonly 'client.ts': string; readonly 'server.ts': string } {
	const definition = parseInterface(source, file);
	const stamp = stampOf(source);
	return { 'client.ts': generateClient(definition, stamp), 'server.ts': generateServer(definition, stamp) };
}

/** Says which definition a generated file was made from. */
function stampOf(source: string): string {
	return `Definition ${hash(source).slice(0, 16)}.`;
}

/** Definitions are interfaces/<name>/<name>.ts, relative to the checkout. */
export function definitions(): string[] {
	return globSync('interfaces/*/*.ts', { cwd: PROJECT_ROOT })
		.filter((file) => path.basename(path.dirname(file)) === path.basename(file, '.ts'))
		.sort();
}

/** Generates again what does not belong to its definition; which files were written. */
export function refreshInterfaces(): string[] {
	return definitions().flatMap((file) => {
		const source = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
		const folder = path.dirname(path.join(PROJECT_ROOT, file));
		const fresh = ['client.ts', 'server.ts'].every((name) => {
			const generated = path.join(folder, name);
			return existsSync(generated) && readFileSync(generated, 'utf8').split('\n', 1)[0]?.endsWith(stampOf(source));
		});
		if (fresh) return [];
		return Object.entries(generate(source, file)).map(([name, text]) => write(path.join(folder, name), text));
	});
}

/** Other processes may read it meanwhile: the file appears whole. */
function write(file: string, text: string): string {
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, text);
	renameSync(temporary, file);
	return file;
}
