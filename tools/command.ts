/** What the subcommands of `tessera` share: expected failures, progress on stderr, figures on stdout. */

/** A failure to explain to the user in words: its message says what, where, and what to do instead. */
export class CommandError extends Error {
	/** What `tessera` exits with, 1..125. */
	readonly exitCode: number;
	constructor(message: string, exitCode = 1) {
		super(message);
		this.name = 'CommandError';
		this.exitCode = exitCode;
	}
}

/** Tells on stderr what a long command is doing now; stdout stays clean for results. */
export function progress(text: string): void {
	console.error(`tessera: ${text}`);
}

/** Prints figures for a program to read. */
export function printJson(figures: unknown): void {
	console.log(JSON.stringify(figures, null, '\t'));
}
