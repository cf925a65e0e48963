/** The part of the WebAssembly JavaScript interface that the machine uses (W3C WebAssembly JavaScript Interface 2.0, and JSPI). */
declare namespace WebAssembly {
	type ModuleImports = Record<string, unknown>;
	type Imports = Record<string, ModuleImports>;
	type Exports = Record<string, unknown>;

	class Module {
		constructor(bytes: Uint8Array);
	}

	/** Whether the bytes are a module: as the constructor, without making one. */
	function validate(bytes: Uint8Array): boolean;

	class Instance {
		constructor(module: Module, imports: Imports);
		readonly exports: Exports;
	}

	class Memory {
		constructor(descriptor: { initial: number; maximum: number });
		readonly buffer: ArrayBuffer;
	}

	class Table {
		set(index: number, value: unknown): void;
	}

	class Global {
		value: unknown;
	}

	class RuntimeError extends Error {}
	class CompileError extends Error {}
	class LinkError extends Error {}

	/** An import that may suspend the WebAssembly stack that calls it, by answering with a promise. */
	class Suspending {
		constructor(answer: (...words: never[]) => unknown);
	}

	/** An export whose stack imports may suspend; it answers with a promise. */
	function promising<Arguments extends unknown[]>(
		entry: (...words: Arguments) => unknown,
	): (...words: Arguments) => Promise<unknown>;
}
