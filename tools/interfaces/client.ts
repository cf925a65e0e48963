/** Generates client.ts: one function a method, and one a result. */

import type { BufferParameter, Interface, Method } from './model.ts';
import {
	bufferOf,
	capitalize,
	documentation,
	errorConstants,
	fromWords,
	header,
	importUsed,
	parametersAs,
	placeResults,
	placeScalars,
	toWords,
} from './text.ts';

export function generateClient(definition: Interface, stamp: string): string {
	const body = definition.methods.flatMap((method) => [...stub(method), ...results(method)]);
	const lines = [
		...header(definition, stamp),
		...documentation([
			`Client of ${definition.name}: ${definition.text}`,
			'',
			"Each call takes the slot of a Gate to the server and returns 0 or an error: negative ones are the kernel's",
			'(abi/errors.ts), positive ones those of sdk/interface.ts and of this file. Results are valid until the next call.',
		]),
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
		...importUsed(body, ['call0', 'call4', 'call6', 'callWith'], '../../sdk/kernel.ts'),
		...importUsed(body, ['codeOf', 'word'], '../../sdk/message.ts'),
	];
}

function stub(method: Method): string[] {
	const errors = method.errors.length > 0 ? [`Own errors: ${method.errors.join(', ')}.`] : [];
	return [
		...documentation([method.text, `Takes at most ${method.worstCase} ns.`, ...errors]),
		`export function ${method.name}(${parameters(method).join(', ')}): i32 {`,
		`\treturn codeOf(${call(method)});`,
		'}',
		'',
	];
}

function parameters(method: Method): string[] {
	const own = parametersAs(method, {
		scalar: ({ name, type }) => [`${name}: ${type}`],
		buffer: ({ name }) => [`${name}Pointer: u32`, `${name}Length: u32`],
		capability: ({ name }) => [`${name}: i32`],
	});
	return ['gate: i32', ...own, ...(method.gives ? ['receiveSlot: i32'] : [])];
}

function call(method: Method): string {
	const words = placeScalars(method.parameters).flatMap(({ parameter }) => toWords(parameter.type, parameter.name));
	const padded = (count: number) => [...words, ...Array<string>(count - words.length).fill('0')];
	const buffer = bufferOf(method);
	const capability = method.parameters.find((parameter) => parameter.kind === 'capability');
	if (buffer === undefined && capability === undefined && !method.gives) {
		if (words.length === 0) return `call0(gate, ${method.number})`;
		const count = words.length <= 4 ? 4 : 6;
		return `call${count}(gate, ${method.number}, ${padded(count).join(', ')})`;
	}
	const loan =
		buffer === undefined
			? ['0', '0', '0']
			: [`<i32>(${loanRights(buffer)} << 8)`, `<i32>${buffer.name}Pointer`, `<i32>${buffer.name}Length`];
	const capabilities = [capability?.name ?? [], method.gives ? '(receiveSlot << 16)' : []].flat().join(' | ') || '0';
	return `callWith(gate, ${method.number}, ${[...padded(6), capabilities, ...loan].join(', ')})`;
}

function loanRights({ access }: BufferParameter): string {
	if (access === 'exchange') return '(RIGHT_READ | RIGHT_WRITE)';
	return access === 'write' ? 'RIGHT_WRITE' : 'RIGHT_READ';
}

function results(method: Method): string[] {
	return placeResults(method.results).flatMap(({ field, word }) => [
		...documentation([`${capitalize(field.name)} that the last \`${method.name}\` gave.`]),
		`export function ${method.name}${capitalize(field.name)}(): ${field.type} {`,
		`\treturn ${fromWords(field.type, `word(${word})`, `word(${word + 1})`)};`,
		'}',
		'',
	]);
}
