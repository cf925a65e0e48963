/** One mistake that a tool has found: what is wrong, where, and (in the message) what to write instead. */
export interface Finding {
	readonly message: string;
	/** Relative to the checkout. */
	readonly file?: string;
	/** From 1. */
	readonly line?: number;
	/** From 1. */
	readonly column?: number;
}

/** `file:line:column: message`, as editors and terminals understand it. */
export function renderFinding(finding: Finding): string {
	const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':');
	return place === '' ? finding.message : `${place}: ${finding.message}`;
}
