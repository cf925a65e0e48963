/** From a property path to the place in the source text of system.ts where it is written. */

import { parse } from '@babel/parser';
import type { Expression, File, Node, ObjectExpression } from '@babel/types';
import type { Path } from './report.ts';

/** Line and column, both from 1. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** The text is not TypeScript. */
export class SyntaxMistake extends Error {
	readonly position: Position;
	constructor(message: string, position: Position) {
		super(message);
		this.name = 'SyntaxMistake';
		this.position = position;
	}
}

/** Where things are in one source text. */
export class SourceMap {
	readonly #declarations = new Map<string, Expression>();
	readonly #root: Node | undefined;

	/** Throws SyntaxMistake. */
	constructor(text: string) {
		const file = parseText(text);
		for (const statement of file.program.body) {
			const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
			if (declaration?.type !== 'VariableDeclaration') continue;
			for (const { id, init } of declaration.declarations) {
				if (id.type === 'Identifier' && init) this.#declarations.set(id.name, init);
			}
		}
		this.#root = file.program.body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration;
	}

	/** Whether there is a default export at all. */
	get hasDefaultExport(): boolean {
		return this.#root !== undefined;
	}

	/** The property's name or value; if it is not written out in this file, the nearest thing around it that is. */
	find(path: Path, part: 'key' | 'value'): Position {
		let place = this.#root;
		let node = this.#root;
		for (const [index, step] of path.entries()) {
			const found = this.#step(node, step);
			if (found === undefined) break;
			node = found.value;
			place = part === 'key' && index === path.length - 1 ? found.key : found.value;
		}
		return positionOf(place);
	}

	#step(node: Node | undefined, step: string | number): { key: Node; value: Node } | undefined {
		const container = this.#unwrap(node, 0);
		if (container?.type === 'ArrayExpression' && typeof step === 'number') {
			const elements = container.elements;
			if (elements.slice(0, step + 1).some((element) => element?.type === 'SpreadElement')) return undefined;
			const element = elements[step];
			return element ? { key: element, value: element } : undefined;
		}
		if (container?.type === 'ObjectExpression') return this.#property(container, String(step));
		return undefined;
	}

	/** The last one wins, as in the language. */
	#property(object: ObjectExpression, name: string): { key: Node; value: Node } | undefined {
		for (const member of object.properties.toReversed()) {
			if (member.type === 'SpreadElement') {
				const inner = this.#unwrap(member.argument, 0);
				const found = inner?.type === 'ObjectExpression' ? this.#property(inner, name) : undefined;
				if (found) return found;
			} else if (!member.computed && keyName(member.key) === name) {
				return { key: member.key, value: member.type === 'ObjectProperty' ? member.value : member };
			}
		}
		return undefined;
	}

	/** Through parentheses, type assertions, constants of this file, and calls like `defineSystem({...})`. */
	#unwrap(node: Node | null | undefined, depth: number): Node | undefined {
		if (!node || depth > 20) return undefined;
		switch (node.type) {
			case 'TSAsExpression':
			case 'TSSatisfiesExpression':
			case 'TSNonNullExpression':
			case 'ParenthesizedExpression':
				return this.#unwrap(node.expression, depth + 1);
			case 'Identifier':
				return this.#unwrap(this.#declarations.get(node.name), depth + 1);
			case 'CallExpression':
				return this.#unwrap(node.arguments[0], depth + 1);
			default:
				return node;
		}
	}
}

function keyName(key: Node): string | undefined {
	if (key.type === 'Identifier') return key.name;
	if (key.type === 'StringLiteral' || key.type === 'NumericLiteral') return String(key.value);
	return undefined;
}

function positionOf(node: Node | undefined): Position {
	return { line: node?.loc?.start.line ?? 1, column: (node?.loc?.start.column ?? 0) + 1 };
}

function parseText(text: string): File {
	try {
		return parse(text, { sourceType: 'module', plugins: ['typescript'], createParenthesizedExpressions: true });
	} catch (error) {
		const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
		const position = { line: loc?.line ?? 1, column: (loc?.column ?? 0) + 1 };
		throw new SyntaxMistake(message.replace(/ \(\d+:\d+\)$/, ''), position);
	}
}
