/** JSDoc comments of an interface: text and tags. */

/** One `@name rest` with the line it is on. */
export interface Tag {
	readonly name: string;
	readonly rest: string;
	readonly line: number;
}

export interface Comment {
	/** What stands before the first tag, on one line. */
	readonly text: string;
	readonly tags: readonly Tag[];
}

/** `value` is the comment without its delimiters, `line` the line on which it starts. */
export function parseComment(value: string, line: number): Comment {
	const text: string[] = [];
	const tags: Tag[] = [];
	for (const [index, raw] of value.split('\n').entries()) {
		const content = raw.replace(/^\s*\*?\s?/, '').trim();
		const tag = /^@(\w+)\s*(.*)$/.exec(content);
		if (tag !== null) tags.push({ name: tag[1] ?? '', rest: tag[2] ?? '', line: line + index });
		else if (content !== '' && tags.length === 0) text.push(content);
	}
	return { text: text.join(' '), tags };
}
