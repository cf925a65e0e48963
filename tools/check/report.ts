/** Where mistakes are collected while a system is judged: nothing stops at the first one. */

/** Property names and array indices from the root of the system's description. */
export type Path = readonly (string | number)[];

/** One thing that is wrong or superfluous. */
export interface Mistake {
	/** An error prevents the system from being built, a warning does not. */
	readonly severity: 'error' | 'warning';
	/** What is wrong, and what to write instead. */
	readonly message: string;
	/** What it is about. */
	readonly path: Path;
	/** Whether the name or the value of that property is the culprit. */
	readonly part: 'key' | 'value';
}

export class Report {
	readonly mistakes: Mistake[] = [];

	error(path: Path, message: string, part: 'key' | 'value' = 'value'): void {
		this.mistakes.push({ severity: 'error', message, path, part });
	}

	warn(path: Path, message: string, part: 'key' | 'value' = 'value'): void {
		this.mistakes.push({ severity: 'warning', message, path, part });
	}

	/** Has something at or inside `path` been reported already? */
	concerns(path: Path): boolean {
		return this.mistakes.some((mistake) => path.every((step, index) => mistake.path[index] === step));
	}

	get hasErrors(): boolean {
		return this.mistakes.some((mistake) => mistake.severity === 'error');
	}
}

/** `components.hello.priority`, `channels[2].badge`: a path as one would write it. */
export function renderPath(path: Path): string {
	return path.reduce<string>((text, step) => {
		if (typeof step === 'number') return `${text}[${step}]`;
		if (!/^[A-Za-z_$][\w$]*$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
		return text === '' ? step : `${text}.${step}`;
	}, '');
}
