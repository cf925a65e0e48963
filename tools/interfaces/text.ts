/** What client stubs and dispatchers have in common. */

import type {
	BufferParameter,
	CapabilityParameter,
	Interface,
	Method,
	Parameter,
	ResultField,
	ScalarParameter,
} from './model.ts';
import { wordsOf } from './model.ts';

/** Most words of a call. */
const WORDS = 6;

/** `maximumLength` -> `MaximumLength`. */
export function capitalize(name: string): string {
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `maximumLength` -> `MAXIMUM_LENGTH`. */
export function constantCase(name: string): string {
	return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}

/** First lines of a generated file. */
export function header(definition: Interface, stamp: string): string[] {
	const file = `${definition.name.charAt(0).toLowerCase()}${definition.name.slice(1)}.ts`;
	return [`// Generated from ${file} by \`tessera build\`; changes here are lost. ${stamp}`, ''];
}

/** A doc comment. */
export function documentation(lines: readonly string[], indent = ''): string[] {
	if (lines.length === 1) return [`${indent}/** ${lines[0]} */`];
	return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`];
}

/** First message word of each scalar parameter. */
export function placeScalars(parameters: readonly Parameter[]): { parameter: ScalarParameter; word: number }[] {
	let word = 0;
	const placed: { parameter: ScalarParameter; word: number }[] = [];
	for (const parameter of parameters) {
		if (parameter.kind !== 'scalar') continue;
		placed.push({ parameter, word });
		word += wordsOf(parameter.type);
	}
	return placed;
}

/** First result word of each field. */
export function placeResults(results: readonly ResultField[]): { field: ResultField; word: number }[] {
	let word = 0;
	return results.map((field) => {
		const placed = { field, word };
		word += wordsOf(field.type);
		return placed;
	});
}

/** Result words of a method. */
export function resultWords(method: Method): number {
	return method.results.reduce((sum, field) => sum + wordsOf(field.type), 0);
}

/** `w0: i32, ..., w5: i32`. */
export const WORD_PARAMETERS: string = Array.from({ length: WORDS }, (_, word) => `w${word}: i32`).join(', ');

/** Turns words into a value: `low` and `high` are i32 expressions. */
export function fromWords(type: ScalarParameter['type'], low: string, high: string): string {
	switch (type) {
		case 'i32':
			return low;
		case 'u32':
			return `<u32>${low}`;
		case 'bool':
			return `${low} !== 0`;
		default:
			return `(<${type}>(<u32>${low}) | (<${type}>(<u32>${high}) << 32))`;
	}
}

/** Turns a value into words. */
export function toWords(type: ScalarParameter['type'], value: string): string[] {
	if (type === 'i32') return [value];
	return wordsOf(type) === 1 ? [`<i32>${value}`] : [`<i32>${value}`, `<i32>(${value} >> 32)`];
}

/** The closed list of a service's errors, for both sides. */
export function errorConstants(definition: Interface): string[] {
	return definition.errors.flatMap((error) => [
		...documentation([error.text]),
		`export const ${error.name}: i32 = ${error.code};`,
		'',
	]);
}

/** Those of `names` that generated code uses; comments do not count. */
function usedIn(body: readonly string[], names: readonly string[]): string[] {
	const code = body.filter((line) => !/^\s*(\/\*\*|\*)/.test(line)).join('\n');
	return names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}

/** An import of those names that the lines use; none when they use none. */
export function importUsed(body: readonly string[], names: readonly string[], from: string): string[] {
	const used = usedIn(body, names);
	return used.length > 0 ? [`import { ${used.join(', ')} } from '${from}';`] : [];
}

/** What each kind of parameter is in the text that is generated. */
export interface ParameterForms {
	readonly scalar: (parameter: ScalarParameter) => string[];
	readonly buffer: (parameter: BufferParameter) => string[];
	readonly capability: (parameter: CapabilityParameter) => string[];
}

/** The parameters of a method in order, each in its form. */
export function parametersAs({ parameters }: Method, { scalar, buffer, capability }: ParameterForms): string[] {
	return parameters.flatMap((parameter) => {
		if (parameter.kind === 'scalar') return scalar(parameter);
		return parameter.kind === 'buffer' ? buffer(parameter) : capability(parameter);
	});
}

/** The one buffer of a method, if it has one. */
export function bufferOf({ parameters }: Method): BufferParameter | undefined {
	return parameters.find((parameter) => parameter.kind === 'buffer');
}
