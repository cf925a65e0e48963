// The part of AssemblyScript's programming interface that we use. Its own declarations replace global types such as
// `console` by AssemblyScript's, for every file of a program that imports them (tsconfig.json maps the module to this file).

interface Output {
	write(text: string | Uint8Array): void;
}

export interface Diagnostic {
	readonly code: number;
	/** 0 pedantic, 1 info, 2 warning, 3 error. */
	readonly category: number;
	readonly message: string;
	readonly range: {
		readonly start: number;
		readonly end: number;
		readonly source: { readonly normalizedPath: string };
	} | null;
}

interface Options {
	readFile(name: string, directory: string): string | null;
	writeFile(name: string, contents: Uint8Array | string, directory: string): void;
	listFiles(name: string, directory: string): string[] | null;
	reportDiagnostic(diagnostic: Diagnostic): void;
	stdout?: Output;
	stderr?: Output;
}

declare const asc: {
	main(commandLine: string[], options: Options): Promise<{ readonly error: Error | null }>;
};
export default asc;
