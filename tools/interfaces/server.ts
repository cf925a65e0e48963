/** Generates server.ts: a class to fill in, setters for results, and the dispatcher that checks every argument first. */

import type { BufferParameter, Interface, Method, ScalarParameter } from './model.ts';
import {
	bufferOf,
	capitalize,
	constantCase,
	documentation,
	errorConstants,
	fromWords,
	header,
	importUsed,
	parametersAs,
	placeResults,
	placeScalars,
	resultWords,
	toWords,
	WORD_PARAMETERS,
} from './text.ts';

const LIMITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
	i32: [-(2n ** 31n), 2n ** 31n - 1n],
	u32: [0n, 2n ** 32n - 1n],
	i64: [-(2n ** 63n), 2n ** 63n - 1n],
	u64: [0n, 2n ** 64n - 1n],
};

export function generateServer(definition: Interface, stamp: string): string {
	const body = [
		...constants(definition),
		...service(definition),
		...definition.methods.flatMap(setters),
		...dispatcher(definition),
	];
	const lines = [
		...header(definition, stamp),
		...documentation([`Server's side of ${definition.name}: ${definition.text}`]),
		'',
		...imports(body),
		'',
		...errorConstants(definition),
		...body,
	];
	return `${lines.join('\n').trimEnd()}\n`;
}

function imports(body: readonly string[]): string[] {
	return [
		...importUsed(body, ['RIGHT_READ', 'RIGHT_WRITE'], '../../abi/rights.ts'),
		...importUsed(
			body,
			['BAD_ARGUMENT', 'BAD_LOAN', 'SERVER_FAILED', 'SUCCESS', 'UNKNOWN_METHOD'],
			'../../sdk/interface.ts',
		),
		...importUsed(body, ['loanSize'], '../../sdk/loan.ts'),
		...importUsed(body, ['answer', 'setWord', 'word'], '../../sdk/message.ts'),
	];
}

function constants(definition: Interface): string[] {
	const name = constantCase(definition.name);
	const worst = Math.max(...definition.methods.map((method) => method.worstCase));
	return [
		...documentation([
			'Worst case of a call, nanoseconds, before what the dispatcher takes: the least that a system must declare.',
		]),
		`export const ${name}_WORST_CASE: u32 = ${worst};`,
		...documentation(['Bytes that the server keeps for each client.']),
		`export const ${name}_CLIENT_BYTES: u32 = ${definition.memory};`,
		'',
	];
}

/** Parameters of the method that the server writes, underscored where the body does not use them. */
function handlerParameters(method: Method): string {
	const own = parametersAs(method, {
		scalar: ({ name, type }) => [`_${name}: ${type}`],
		buffer: ({ name }) => [`_${name}Length: u32`],
		capability: () => [],
	});
	return ['_badge: u32', ...own].join(', ');
}

function service(definition: Interface): string[] {
	const methods = definition.methods.flatMap((method) => [
		...documentation(
			[method.text, `At most ${method.worstCase} ns. SUCCESS${method.errors.map((error) => `, ${error}`).join('')}.`],
			'\t',
		),
		`\t${method.name}(${handlerParameters(method)}): i32 {`,
		'\t\treturn unreachable();',
		'\t}',
		'',
	]);
	return [
		...documentation(['Extend this with an @unmanaged class that has all of these methods.']),
		'@unmanaged',
		`export class ${definition.name}Service {`,
		...methods.slice(0, -1),
		'}',
		'',
	];
}

function setters(method: Method): string[] {
	return placeResults(method.results).flatMap(({ field, word }) => [
		...documentation([`Sets the ${field.name} of \`${method.name}\`.`]),
		`export function set${capitalize(method.name)}${capitalize(field.name)}(value: ${field.type}): void {`,
		...toWords(field.type, 'value').map((expression, index) => `\tsetWord(${word + index}, ${expression});`),
		'}',
		'',
	]);
}

function dispatcher(definition: Interface): string[] {
	return [
		...documentation([
			'Checks the arguments, and only then calls the method of service S. Return its result from `protected`.',
		]),
		`export function dispatch${definition.name}<S extends ${definition.name}Service>(badge: i32, method: i32, ${WORD_PARAMETERS}): i32 {`,
		'\tswitch (method) {',
		...definition.methods.flatMap((method) => [
			`\t\tcase ${method.number}:`,
			`\t\t\treturn ${helper(method)}<S>(badge${used(method)
				.map((word) => `, w${word}`)
				.join('')});`,
		]),
		'\t\tdefault:',
		'\t\t\treturn answer(UNKNOWN_METHOD, 0);',
		'\t}',
		'}',
		'',
		...definition.methods.flatMap((method) => checker(definition, method)),
	];
}

function helper(method: Method): string {
	return `check${capitalize(method.name)}`;
}

/** Message words that a method uses. */
function used(method: Method): number[] {
	const count = placeScalars(method.parameters).reduce(
		(sum, { parameter }) => sum + toWords(parameter.type, '').length,
		0,
	);
	return Array.from({ length: count }, (_, word) => word);
}

function checker(definition: Interface, method: Method): string[] {
	const scalars = placeScalars(method.parameters);
	const buffer = bufferOf(method);
	const passed = parametersAs(method, {
		scalar: ({ name }) => [name],
		buffer: ({ name }) => [`<u32>${name}Length`],
		capability: () => [],
	});
	const count = resultWords(method);
	return [
		`function ${helper(method)}<S extends ${definition.name}Service>(badge: i32${used(method)
			.map((word) => `, w${word}: i32`)
			.join('')}): i32 {`,
		...scalars.flatMap(({ parameter, word }) => checkScalar(parameter, word)),
		...(buffer === undefined ? [] : checkBuffer(buffer)),
		`\tconst code = changetype<S>(0).${method.name}(${['badge', ...passed].join(', ')});`,
		'\tif (code < 0) return answer(SERVER_FAILED, 0);',
		count === 0 ? '\treturn answer(code, 0);' : `\treturn answer(code, code === SUCCESS ? ${count} : 0);`,
		'}',
		'',
	];
}

function checkScalar({ name, type, range }: ScalarParameter, word: number): string[] {
	const value = `\tconst ${name} = ${fromWords(type, `w${word}`, `w${word + 1}`)};`;
	if (type === 'bool') return [`\tif (<u32>w${word} > 1) return answer(BAD_ARGUMENT, 0);`, value];
	const [lowest, highest] = LIMITS[type] as readonly [bigint, bigint];
	const conditions: string[] = [];
	if (range !== undefined && range.low > lowest) conditions.push(`${name} < ${range.low}`);
	if (range !== undefined && range.high < highest) conditions.push(`${name} > ${range.high}`);
	return conditions.length === 0
		? [value]
		: [value, `\tif (${conditions.join(' || ')}) return answer(BAD_ARGUMENT, 0);`];
}

/** Length and rights are the kernel's word: LOAN_SIZE leaves the rights in result word 0. */
function checkBuffer({ name, access, length }: BufferParameter): string[] {
	const right = access === 'write' ? 'RIGHT_WRITE' : 'RIGHT_READ';
	const missing =
		access === 'exchange'
			? '(<u32>word(0) & (RIGHT_READ | RIGHT_WRITE)) !== (RIGHT_READ | RIGHT_WRITE)'
			: `(<u32>word(0) & ${right}) === 0`;
	return [
		`\tconst ${name}Length = loanSize();`,
		`\tif (${name}Length < ${length.low} || ${name}Length > ${length.high}) return answer(BAD_LOAN, 0);`,
		`\tif (${missing}) return answer(BAD_LOAN, 0);`,
	];
}
