/** Reduces any JavaScript value to plain data, so that the checker only ever sees objects, arrays, strings, numbers and booleans. */

/** Key of the object that takes the place of a function, symbol, ...; its value says what that was. */
const MARK = '\u0000what';
const DEPTH_LIMIT = 12;
const SIZE_LIMIT = 50_000;

/** Throws Error when the value is too deep (or circular) or too large. */
export function toPlain(value: unknown): unknown {
	let count = 0;
	const convert = (item: unknown, depth: number): unknown => {
		if (++count > SIZE_LIMIT) throw new Error(`the description has more than ${SIZE_LIMIT} values`);
		if (depth > DEPTH_LIMIT) throw new Error(`the description is nested more than ${DEPTH_LIMIT} deep or circular`);
		if (item === null || typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return item;
		if (item === undefined) return null;
		if (typeof item !== 'object') return { [MARK]: typeof item };
		if (Array.isArray(item)) return Array.from(item, (element) => convert(element, depth + 1));
		const result: Record<string, unknown> = Object.create(null);
		for (const [key, element] of Object.entries(item)) {
			if (element !== undefined) result[key] = convert(element, depth + 1);
		}
		return result;
	};
	return convert(value, 0);
}

/** What a value is, for messages: 'a number', 'nothing', 'a function', ... */
export function describe(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (Number.isNaN(value)) return 'not a number';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') {
		const mark = (value as Record<string, unknown>)[MARK];
		return typeof mark === 'string' ? `a ${mark}` : 'an object';
	}
	return typeof value === 'string' ? `the text '${JSON.stringify(value.slice(0, 40)).slice(1, -1)}'` : `${value}`;
}

/** An object with properties, not one of the marks that stand for something else. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(MARK in value);
}
