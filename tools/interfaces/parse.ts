/** Reads interfaces/<name>/<name>.ts. Everything that the generator cannot express is an error with file, line and remedy. */

import { parse } from '@babel/parser';
import { MESSAGE_WORDS } from '../../abi/component.ts';
import { SERVICE_ERRORS } from '../../sdk/interface.ts';
import { CommandError } from '../command.ts';
import { type Comment, parseComment, type Tag } from './comment.ts';
import {
	type BufferParameter,
	type Interface,
	type Method,
	type Parameter,
	type Range,
	type ResultField,
	type Scalar,
	type ServiceError,
	wordsOf,
} from './model.ts';

/** The parts of the parser's tree that an interface consists of. */
interface Node {
	readonly type: string;
	readonly loc?: { readonly start: { readonly line: number } } | null;
	readonly leadingComments?: readonly (Node & { readonly value: string })[] | null;
	readonly [property: string]: unknown;
}

const SCALARS: readonly string[] = ['i32', 'u32', 'i64', 'u64', 'bool'];
const BUFFERS: ReadonlyMap<string, BufferParameter['access']> = new Map([
	['ReadBuffer', 'read'],
	['WriteBuffer', 'write'],
	['ExchangeBuffer', 'exchange'],
]);
const METHOD_TAGS = ['worstCase', 'range', 'length', 'throws'];
const INTERFACE_TAGS = ['memory', 'error'];
const LIMITS: Readonly<Record<Scalar, Range>> = {
	i32: { low: -(2n ** 31n), high: 2n ** 31n - 1n },
	u32: { low: 0n, high: 2n ** 32n - 1n },
	i64: { low: -(2n ** 63n), high: 2n ** 63n - 1n },
	u64: { low: 0n, high: 2n ** 64n - 1n },
	bool: { low: 0n, high: 1n },
};

/** Names that generated code uses itself, or that AssemblyScript reserves. */
const TAKEN =
	/^(w[0-5]|badge|gate|code|answer|word|setWord|codeOf|loanSize|call0|call4|call6|callWith|changetype|unreachable|break|case|catch|class|const|continue|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|i8|i16|i32|i64|u8|u16|u32|u64|f32|f64|bool|usize|isize|v128|constructor)$/;

/** Throws CommandError at the first mistake. `file` is for messages. */
export function parseInterface(source: string, file: string): Interface {
	return new InterfaceParser(file).parse(source);
}

class InterfaceParser {
	private readonly file: string;

	constructor(file: string) {
		this.file = file;
	}

	private fail(line: number | undefined, message: string): never {
		throw new CommandError(`${this.file}${line === undefined ? '' : `:${line}`}: ${message}`);
	}

	parse(source: string): Interface {
		const exported = this.statements(source).filter((statement) => statement.type === 'ExportNamedDeclaration');
		const [only, second] = exported;
		const declaration = only?.declaration as Node | undefined;
		if (only === undefined || declaration?.type !== 'TSInterfaceDeclaration' || second !== undefined) {
			return this.fail(lineOf(second ?? only), 'the file must export exactly one `interface`, and nothing else');
		}
		const comment = this.comment(only, 'the interface', INTERFACE_TAGS);
		const errors = this.errors(comment);
		const members = (declaration.body as Node).body as readonly Node[];
		const methods = members.map((member, index) => this.method(member, index + 1, errors));
		for (const [index, method] of methods.entries()) {
			if (methods.findIndex((other) => other.name === method.name) < index) {
				this.fail(lineOf(members[index]), `method ${method.name} is declared twice`);
			}
		}
		if (methods.length === 0) this.fail(lineOf(declaration), 'an interface has at least one method');
		const memory = this.number(comment, 'memory', lineOf(declaration), 'bytes that a server keeps for each client');
		return { name: nameOf(declaration.id as Node), text: comment.text, memory, errors, methods };
	}

	/** A name that can stand in generated code. */
	private name(node: Node): string {
		const name = nameOf(node);
		if (!/^[a-z][A-Za-z0-9]*$/.test(name))
			this.fail(lineOf(node), `write the name '${name}' with letters and digits, small letter first`);
		if (TAKEN.test(name))
			this.fail(lineOf(node), `the name '${name}' is taken by the language or by generated code; choose another`);
		return name;
	}

	private statements(source: string): readonly Node[] {
		try {
			const tree = parse(source, { sourceType: 'module', plugins: ['typescript'] });
			return tree.program.body as unknown as readonly Node[];
		} catch (error) {
			const { message, loc } = error as Error & { loc?: { line: number } };
			return this.fail(loc?.line, message);
		}
	}

	private comment(node: Node, what: string, known: readonly string[]): Comment {
		const last = node.leadingComments?.at(-1);
		if (last === undefined || !last.value.startsWith('*')) {
			return this.fail(lineOf(node), `${what} has no comment: write /** what it does */ above it`);
		}
		const comment = parseComment(last.value.slice(1), lineOf(last) ?? 0);
		for (const tag of comment.tags) {
			if (!known.includes(tag.name))
				this.fail(tag.line, `@${tag.name} means nothing here; there are @${known.join(', @')}`);
		}
		if (comment.text === '') this.fail(lineOf(last), `the comment of ${what} does not say what it does`);
		return comment;
	}

	private number(comment: Comment, name: string, line: number | undefined, what: string): number {
		const tags = comment.tags.filter((tag) => tag.name === name);
		const [tag] = tags;
		if (tag === undefined || tags.length > 1) return this.fail(line, `needs one @${name}: ${what}`);
		const value = /^\d+$/.test(tag.rest) ? Number(tag.rest) : Number.NaN;
		if (!(value <= 0x7fffffff)) this.fail(tag.line, `@${name} '${tag.rest}' is not a number in 0..2147483647`);
		return value;
	}

	private errors(comment: Comment): ServiceError[] {
		const tags = comment.tags.filter((tag) => tag.name === 'error');
		return tags.map((tag, index) => {
			const parts = /^([A-Z][A-Z0-9_]*)\s+(.+)$/.exec(tag.rest);
			if (parts === null) return this.fail(tag.line, 'write @error NAME_IN_CAPITALS and what it means');
			if (tags.findIndex((other) => other.rest.split(' ')[0] === parts[1]) < index) {
				this.fail(tag.line, `error ${parts[1]} is declared twice`);
			}
			return { name: parts[1] as string, text: parts[2] as string, code: SERVICE_ERRORS + index };
		});
	}

	private method(node: Node, number: number, errors: readonly ServiceError[]): Method {
		const line = lineOf(node);
		if (
			node.type !== 'TSMethodSignature' ||
			node.optional === true ||
			node.computed === true ||
			node.typeParameters != null
		) {
			return this.fail(line, 'only plain methods are possible: `name(parameter: type): result;`');
		}
		const name = this.name(node.key as Node);
		const comment = this.comment(node, `method ${name}`, METHOD_TAGS);
		const nodes = (node.params ?? node.parameters) as readonly Node[];
		const parameters = nodes.map((parameter) => this.parameter(parameter, comment));
		this.checkTags(comment, parameters);
		this.checkSizes(name, line, parameters);
		const answer = (node.returnType ?? node.typeAnnotation) as Node | undefined;
		const gives = this.typeName(answer) === 'Capability';
		const results = gives ? [] : this.results(name, answer, line);
		const thrown = comment.tags.filter((tag) => tag.name === 'throws');
		return {
			name,
			number,
			text: comment.text,
			worstCase: this.number(comment, 'worstCase', line, 'the longest time that a call takes, in nanoseconds'),
			parameters,
			results,
			gives,
			errors: thrown.map((tag) => this.thrown(tag, errors)),
		};
	}

	private thrown(tag: Tag, errors: readonly ServiceError[]): string {
		if (errors.some((error) => error.name === tag.rest)) return tag.rest;
		return this.fail(
			tag.line,
			`@throws ${tag.rest}: the interface has no such error; add \`@error ${tag.rest} ...\` to its comment`,
		);
	}

	private parameter(node: Node, comment: Comment): Parameter {
		const line = lineOf(node);
		if (node.type !== 'Identifier' || node.optional === true) {
			return this.fail(line, 'only plain parameters are possible: `name: type`');
		}
		const name = this.name(node);
		const type = this.typeName(node.typeAnnotation as Node | undefined);
		if (type === 'Capability') return { kind: 'capability', name };
		const access = BUFFERS.get(type ?? '');
		if (access !== undefined) {
			const length = this.range(comment, 'length', name, { low: 0n, high: 2n ** 31n - 1n });
			if (length === undefined) return this.fail(line, `needs a bound on its bytes: @length ${name} 0..4096`);
			return { kind: 'buffer', name, access, length };
		}
		if (type === undefined || !SCALARS.includes(type)) {
			const kinds = [...SCALARS, ...BUFFERS.keys()].join(', ');
			return this.fail(line, `parameter ${name} must be ${kinds} or Capability`);
		}
		const range = this.range(comment, 'range', name, LIMITS[type as Scalar]);
		return { kind: 'scalar', name, type: type as Scalar, range };
	}

	private typeName(annotation: Node | undefined): string | undefined {
		const type = annotation?.typeAnnotation as Node | undefined;
		if (type?.type !== 'TSTypeReference' || type.typeArguments != null || type.typeParameters != null) return undefined;
		return (type.typeName as Node).type === 'Identifier' ? nameOf(type.typeName as Node) : undefined;
	}

	private range(comment: Comment, tagName: string, name: string, limits: Range): Range | undefined {
		const tags = comment.tags.filter((tag) => tag.name === tagName && tag.rest.split(/\s+/)[0] === name);
		const [tag] = tags;
		if (tag === undefined) return undefined;
		const parts = /^\w+\s+(-?\d+)\.\.(-?\d+)$/.exec(tag.rest);
		if (parts === null || tags.length > 1)
			return this.fail(tag.line, `write @${tagName} ${name} lowest..highest, once`);
		const [low, high] = [BigInt(parts[1] as string), BigInt(parts[2] as string)];
		if (low > high || low < limits.low || high > limits.high) {
			this.fail(tag.line, `@${tagName} ${name}: ${low}..${high} is not a range within ${limits.low}..${limits.high}`);
		}
		return { low, high };
	}

	/** Every @range and @length names a parameter of that kind. */
	private checkTags(comment: Comment, parameters: readonly Parameter[]): void {
		for (const tag of comment.tags) {
			const kind = tag.name === 'range' ? 'scalar' : tag.name === 'length' ? 'buffer' : undefined;
			const name = tag.rest.split(/\s+/)[0];
			if (kind !== undefined && !parameters.some((parameter) => parameter.kind === kind && parameter.name === name)) {
				this.fail(
					tag.line,
					`@${tag.name} ${name}: there is no such ${kind === 'scalar' ? 'number' : 'buffer'} among the parameters`,
				);
			}
		}
	}

	private checkSizes(name: string, line: number | undefined, parameters: readonly Parameter[]): void {
		let words = 0;
		for (const parameter of parameters) if (parameter.kind === 'scalar') words += wordsOf(parameter.type);
		if (words > MESSAGE_WORDS) this.fail(line, `method ${name} takes ${words} words; a call carries ${MESSAGE_WORDS}`);
		for (const kind of ['buffer', 'capability'] as const) {
			if (parameters.filter((parameter) => parameter.kind === kind).length > 1) {
				this.fail(line, `method ${name} takes several of ${kind}; a call carries one`);
			}
		}
	}

	private results(name: string, annotation: Node | undefined, line: number | undefined): ResultField[] {
		const type = annotation?.typeAnnotation as Node | undefined;
		if (type?.type === 'TSVoidKeyword') return [];
		const members = type?.type === 'TSTypeLiteral' ? (type.members as readonly Node[]) : undefined;
		const fields = members?.map((member) => this.field(member)) ?? [
			{ name: 'result', type: this.scalar(annotation, line) },
		];
		const words = fields.reduce((sum, field) => sum + wordsOf(field.type), 0);
		if (words > MESSAGE_WORDS)
			this.fail(line, `method ${name} returns ${words} words; an answer carries ${MESSAGE_WORDS}`);
		return fields;
	}

	private field(member: Node): ResultField {
		if (member.type !== 'TSPropertySignature' || member.optional === true) {
			return this.fail(lineOf(member), 'a result consists of plain fields: `{ name: type }`');
		}
		const type = this.scalar(member.typeAnnotation as Node | undefined, lineOf(member));
		return { name: this.name(member.key as Node), type };
	}

	private scalar(annotation: Node | undefined, line: number | undefined): Scalar {
		const type = this.typeName(annotation);
		if (type !== undefined && SCALARS.includes(type)) return type as Scalar;
		return this.fail(
			line,
			`a result is void, Capability, ${SCALARS.join(', ')}, or { name: one of these numbers }; longer data goes into a WriteBuffer`,
		);
	}
}

function lineOf(node: Node | undefined): number | undefined {
	return node?.loc?.start.line;
}

function nameOf(node: Node): string {
	return String(node.name ?? '');
}
