/** Counts lines of C and assembly that say something: not blank, not only comment. */

/** Lines of `source` that hold more than white space and comments (`/* ... *\/` and `// ...`). */
export function countLines(source: string): number {
	const code = source.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/\/\/.*$/gm, '');
	return code.split('\n').filter((line) => line.trim() !== '').length;
}
