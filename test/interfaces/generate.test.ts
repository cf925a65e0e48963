import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CommandError } from '../../tools/command.ts';
import { definitions, generate } from '../../tools/interfaces/generate.ts';
import { parseInterface } from '../../tools/interfaces/parse.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

for (const file of definitions()) {
	test(`generated files of ${file} are those of its definition`, () => {
		const generated = generate(readFileSync(path.join(ROOT, file), 'utf8'), file);
		for (const [name, text] of Object.entries(generated)) {
			assert.equal(readFileSync(path.join(ROOT, path.dirname(file), name), 'utf8'), text, name);
		}
	});
}

/** An interface with these method lines, starting on line 6. */
function definition(method: string, tags = '@worstCase 10'): string {
	return `/**\n * Tries things.\n * @memory 0\n * @error BUSY Not now.\n */\nexport interface Trial {\n\t/**\n\t * Does it.\n${tags
		.split('\n')
		.map((tag) => `\t * ${tag}`)
		.join('\n')}\n\t */\n\t${method}\n}\n`;
}

test('a definition is read as it is meant', () => {
	const { name, methods, errors } = parseInterface(
		definition(
			'go(left: i32, bytes: ReadBuffer): { sum: u64 };',
			'@worstCase 10\n@range left -5..5\n@length bytes 1..9\n@throws BUSY',
		),
		'trial.ts',
	);
	assert.equal(name, 'Trial');
	assert.deepEqual(errors, [{ name: 'BUSY', code: 16, text: 'Not now.' }]);
	assert.deepEqual(methods, [
		{
			name: 'go',
			number: 1,
			text: 'Does it.',
			worstCase: 10,
			parameters: [
				{ kind: 'scalar', name: 'left', type: 'i32', range: { low: -5n, high: 5n } },
				{ kind: 'buffer', name: 'bytes', access: 'read', length: { low: 1n, high: 9n } },
			],
			results: [{ name: 'sum', type: 'u64' }],
			gives: false,
			errors: ['BUSY'],
		},
	]);
});

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
	['not TypeScript', 'export interface {', /^trial\.ts:1: /],
	['no interface', 'export const a = 1;', /^trial\.ts:1: the file must export exactly one `interface`/],
	['no comment', 'export interface A { go(): void; }', /^trial\.ts:1: the interface has no comment/],
	[
		'no memory cost',
		'/** Tries. */\nexport interface A {\n/**\n * Goes.\n * @worstCase 1\n */\ngo(): void;\n}',
		/needs one @memory/,
	],
	['no worst case', definition('go(): void;', ''), /^trial\.ts:11: needs one @worstCase/],
	[
		'a worst case that is no number',
		definition('go(): void;', '@worstCase soon'),
		/^trial\.ts:9: @worstCase 'soon' is not a number/,
	],
	['a property', definition('go: i32;'), /^trial\.ts:11: only plain methods are possible/],
	['a type parameter', definition('go<T>(): void;'), /only plain methods are possible/],
	['an optional parameter', definition('go(a?: i32): void;'), /only plain parameters are possible/],
	[
		'a string',
		definition('go(a: string): void;'),
		/^trial\.ts:11: parameter a must be i32, u32, i64, u64, bool, ReadBuffer/,
	],
	['a list', definition('go(a: i32[]): void;'), /parameter a must be/],
	['a parameter without type', definition('go(a): void;'), /parameter a must be/],
	['a buffer without bound', definition('go(a: ReadBuffer): void;'), /needs a bound on its bytes: @length a 0\.\.4096/],
	[
		'two buffers',
		definition('go(a: ReadBuffer, b: ReadBuffer): void;', '@worstCase 1\n@length a 0..1\n@length b 0..1'),
		/takes several of buffer; a call carries one/,
	],
	['too many words', definition('go(a: u64, b: u64, c: u64, d: i32): void;'), /takes 7 words; a call carries 6/],
	[
		'too many result words',
		definition('go(): { a: u64; b: u64; c: u64; d: i32 };'),
		/returns 7 words; an answer carries 6/,
	],
	['a result that is a string', definition('go(): string;'), /a result is void, Capability, i32/],
	[
		'a range upside down',
		definition('go(a: i32): void;', '@worstCase 1\n@range a 5..1'),
		/^trial\.ts:10: @range a: 5\.\.1 is not a range within/,
	],
	[
		'a range beyond the type',
		definition('go(a: u32): void;', '@worstCase 1\n@range a -1..1'),
		/-1\.\.1 is not a range within 0\.\.4294967295/,
	],
	[
		'a range of nothing',
		definition('go(a: u32): void;', '@worstCase 1\n@range b 0..1'),
		/@range b: there is no such number among the parameters/,
	],
	['an unknown tag', definition('go(): void;', '@worstCase 1\n@cost 3'), /^trial\.ts:10: @cost means nothing here/],
	[
		'an unknown error',
		definition('go(): void;', '@worstCase 1\n@throws LAZY'),
		/@throws LAZY: the interface has no such error/,
	],
	['a reserved name', definition('delete(): void;'), /the name 'delete' is taken/],
	['a name of generated code', definition('go(gate: i32): void;'), /the name 'gate' is taken/],
	[
		'a method twice',
		definition('go(): void;\n\t/**\n\t * Again.\n\t * @worstCase 1\n\t */\n\tgo(): void;'),
		/method go is declared twice/,
	],
];

for (const [what, source, message] of REFUSED) {
	test(`refused in an interface: ${what}`, () => {
		assert.throws(
			() => parseInterface(source, 'trial.ts'),
			(error) => (error instanceof CommandError && message.test(error.message)) || assert.fail(String(error)),
		);
	});
}
