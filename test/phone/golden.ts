/** Golden pictures of the phone: what every trace must show, to the pixel, as PNG files that people can look at. */
import { globSync } from 'node:fs';
import path from 'node:path';
import { readTrace, type Trace } from '../../tools/phone/trace.ts';

const FOLDER = import.meta.dirname;
/** The phone that traces are made for: its sensors play recordings. */
export const TRACED_SYSTEM = 'phone-recorded';

/** All traces by name. */
export function readTraces(): Map<string, Trace> {
	const files = globSync('traces/*.json', { cwd: FOLDER }).sort();
	return new Map(files.map((file) => [path.basename(file, '.json'), readTrace(path.join(FOLDER, file))]));
}

/** Where the golden picture of a trace is. */
export function goldenFile(trace: string, picture: string): string {
	return path.join(FOLDER, 'golden', trace, `${picture}.png`);
}

/** Where a picture that is wrong is put, to be looked at. */
export function wrongFile(trace: string, picture: string): string {
	return path.join(FOLDER, '../../build/phone', trace, `${picture}.png`);
}
