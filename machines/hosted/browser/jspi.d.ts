/** JavaScript Promise Integration, which TypeScript's own types of browsers do not have yet. */
declare namespace WebAssembly {
	/** Imports take one where they take a function. */
	interface Suspending extends CallableFunction {}
	var Suspending: new (answer: (...words: never[]) => unknown) => Suspending;

	/** An export whose stack imports may suspend; it answers with a promise. */
	function promising<Arguments extends unknown[]>(
		entry: (...words: Arguments) => unknown,
	): (...words: Arguments) => Promise<unknown>;
}
