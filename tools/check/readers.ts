/**
 * Readers turn plain data of unknown shape into values of a known type. What does not fit is reported, and something that later
 * checks pass over in silence takes its place: NaN for a number, '' for a name, nothing for a list. So one slip gives one message.
 */

import { describe, isRecord } from './plain.ts';
import { type Path, type Report, renderPath } from './report.ts';
import { list, nearest, suggestion } from './words.ts';

/** Reads one value; `value` is undefined when the property is missing. */
export type Reader<T> = (value: unknown, path: Path, report: Report) => T;

/** An object's properties by name. */
export type Fields = Readonly<Record<string, Reader<unknown>>>;
export type Read<F extends Fields> = { readonly [Name in keyof F]: ReturnType<F[Name]> };

function missing(path: Path, report: Report, what: string): void {
	const name = String(path.at(-1));
	report.error(
		path.slice(0, -1),
		`${renderPath(path.slice(0, -1)) || 'the system'} has no '${name}'; add ${name}: ${what}`,
	);
}

/** `what` completes the sentence "must be ...", in words and with an example where that helps. */
function wrong(value: unknown, path: Path, report: Report, what: string): void {
	if (value === undefined && path.length > 0) missing(path, report, what);
	else report.error(path, `${renderPath(path) || 'the default export'} is ${describe(value)}; it must be ${what}`);
}

/** A whole number within bounds. */
export function whole(least: number, most: number, unit = ''): Reader<number> {
	const what = `a whole number from ${least} to ${most}${unit === '' ? '' : ` (${unit})`}`;
	return (value, path, report) => {
		if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
		wrong(value, path, report, what);
		return Number.NaN;
	};
}

/** As another reader, but the property may be left out. */
export function optional<T, D>(reader: Reader<T>, otherwise: D): Reader<T | D> {
	return (value, path, report) => (value === undefined ? otherwise : reader(value, path, report));
}

/** As another reader of lists, but the property may be left out. */
export function orNone<T>(reader: Reader<readonly T[]>): Reader<readonly T[]> {
	return (value, path, report) => (value === undefined ? [] : reader(value, path, report));
}

/** As another reader of dictionaries, but the property may be left out. */
export function orNoEntries<T>(reader: Reader<ReadonlyMap<string, T>>): Reader<ReadonlyMap<string, T>> {
	return (value, path, report) => (value === undefined ? new Map() : reader(value, path, report));
}

export const text: Reader<string> = (value, path, report) => {
	if (typeof value === 'string' && value !== '') return value;
	wrong(value, path, report, 'a text');
	return '';
};

/** Text that becomes one line of the log. */
export const line: Reader<string> = (value, path, report) => {
	if (typeof value === 'string' && /^[\x20-\x7e]*$/.test(value)) return value;
	wrong(value, path, report, 'one line of printable ASCII');
	return '';
};

/** A truth value; `otherwise` takes the place of one that does not fit. */
export function flag(otherwise: boolean): Reader<boolean> {
	return (value, path, report) => {
		if (typeof value === 'boolean') return value;
		wrong(value, path, report, 'true or false');
		return otherwise;
	};
}

/** One of a few words. */
export function word<W extends string>(words: readonly W[]): Reader<W | undefined> {
	return (value, path, report) => {
		const found = words.find((candidate) => candidate === value);
		if (found !== undefined) return found;
		const meant = typeof value === 'string' ? nearest(value, words) : undefined;
		const choice = words.length === 1 ? list(words) : `one of ${list(words).replace(' and ', ' or ')}`;
		wrong(value, path, report, meant === undefined ? choice : `${choice}; did you mean '${meant}'?`);
		return undefined;
	};
}

/** A list; elements that do not fit are left out. */
export function listOf<T>(reader: Reader<T | undefined>): Reader<readonly T[]> {
	return (value, path, report) => {
		if (!Array.isArray(value)) {
			wrong(value, path, report, 'a list: [ ... ]');
			return [];
		}
		const read = value.map((element, index) => reader(element, [...path, index], report));
		return read.filter((element) => element !== undefined);
	};
}

/** A list of different words. */
export function words<W extends string>(known: readonly W[]): Reader<readonly W[]> {
	const read = listOf(word(known));
	return (value, path, report) => {
		const found = read(value, path, report);
		const twice = found.find((element, index) => found.indexOf(element) !== index);
		if (twice !== undefined) report.error(path, `${renderPath(path)} has '${twice}' twice; once is enough`);
		return [...new Set(found)];
	};
}

const NAME = /^[a-z][A-Za-z0-9]{0,30}$/;

/** An object whose keys are names of the system's choosing. */
export function dictionary<T>(reader: Reader<T | undefined>, what: string): Reader<ReadonlyMap<string, T>> {
	return (value, path, report) => {
		const result = new Map<string, T>();
		if (!isRecord(value)) {
			wrong(value, path, report, `an object with a property for each ${what}: { name: { ... } }`);
			return result;
		}
		for (const [name, element] of Object.entries(value)) {
			const place = [...path, name];
			if (!NAME.test(name)) {
				const rule = 'a name has letters and digits, starts with a small letter, and is at most 31 long';
				report.error(place, `'${name}' cannot be the name of a ${what}: ${rule}`, 'key');
			}
			const read = reader(element, place, report);
			if (read !== undefined) result.set(name, read);
		}
		return result;
	};
}

/** An object with exactly these properties. */
export function object<F extends Fields>(fields: F, what: string): Reader<Read<F> | undefined> {
	return (value, path, report) => {
		if (!isRecord(value)) {
			wrong(value, path, report, `an object that describes ${what}: { ... }`);
			return undefined;
		}
		for (const name of Object.keys(value)) {
			if (Object.hasOwn(fields, name)) continue;
			const place = renderPath(path) || 'the system';
			report.error(
				[...path, name],
				`${place} has no property '${name}'${suggestion(name, Object.keys(fields))}`,
				'key',
			);
		}
		const entries = Object.entries(fields).map(([name, read]) => [name, read(value[name], [...path, name], report)]);
		return Object.fromEntries(entries) as Read<F>;
	};
}
