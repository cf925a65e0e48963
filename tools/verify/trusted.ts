/** What has to be right for the proofs to mean what they say, and is not proved. */

export interface Trusted {
	readonly what: string;
	readonly why: string;
	/** What speaks for it all the same. */
	readonly instead: string;
}

export const TRUSTED: readonly Trusted[] = [
	{
		what: 'The specification (`verify/specification/`)',
		why: 'it says what is right: a mistake in it that the kernel shares is proved',
		instead:
			'it is written from docs/reference/01-kernel.md in another style than the kernel; random sequences run both side by side; mutants tell how much it says',
	},
	{
		what: 'What the invariants mean',
		why: 'each is proved to be kept; that all together mean isolation is an argument for people',
		instead:
			'a second, independent checker in plain TypeScript (`verify/invariants/`); the model checker; random tests',
	},
	{
		what: 'Sums over tables',
		why: 'what adds up over all rows (slots, CPU, rows of accounts) is proved as "the entry changes the parts by as much as the total"; that this keeps the sum is induction on paper',
		instead: 'the independent checker adds up after every entry of every random test',
	},
	{
		what: 'Induction over entries',
		why: 'that a property which holds after boot, and which every entry keeps, always holds is an argument on paper; so is that the boot establishes the invariants',
		instead: 'boot entries run with concrete numbers: every system in the tests boots, and its memory is checked',
	},
	{
		what: 'What the machine promises',
		why: 'entries are proved for machines that obey docs/reference/02-machine.md: `next` only when nobody executes, calls only when OUT_PREEMPT is obeyed, `left` no more than the limit that was given',
		instead:
			'the hosted machine can run the specification beside the kernel (`tessera run --check`); sessions of the tests follow the same rules',
	},
	{
		what: 'The executor and its rewriting of terms (`verify/prover/`)',
		why: 'it gives WebAssembly its meaning as formulas',
		instead:
			'it is run against V8 on concrete states; a mistake in it tends to refute what is true; mutants that are known to be mistakes must be refuted',
	},
	{
		what: 'z3 and cvc5',
		why: 'a wrong "unsat" is a wrong proof',
		instead: 'two solvers of different origin must agree on every question',
	},
	{
		what: 'The layout (`kernel/layout.ts`)',
		why: 'kernel, specification, invariants and prover share it: two fields at one place would be one field for all of them',
		instead: '`test/build/layout.test.ts`: fields and tables do not overlap',
	},
	{
		what: 'The AssemblyScript compiler, for specification and invariants',
		why: 'what is proved is what it made of them',
		instead:
			'of the kernel it need not be trusted: the binary itself is proved. Specification and invariants run in V8 in the tests, where they must agree with the reference and the independent checker',
	},
	{
		what: 'V8, on hosted machines',
		why: 'it compiles kernel.wasm',
		instead: 'the same random sequences in V8 and in native code give the same memory (`verify/differential/`)',
	},
	{
		what: 'wasm2c and clang, on ARM64',
		why: 'they compile kernel.wasm',
		instead: 'the same differential test; worst-case bounds are taken from the machine code itself',
	},
	{
		what: "The port's C and assembly (`machines/arm64/`), and the hosted machine",
		why: 'they save registers, switch page tables, zero and copy memory as the kernel asks',
		instead: 'conformance and hostile tests run on both machines',
	},
	{
		what: 'The hardware, or QEMU',
		why: 'page tables, caches, the interrupt controller, the clock',
		instead: 'nothing here: timing channels of real processors are outside (docs/reference/covert-channels.md)',
	},
	{
		what: 'The tools around the proof',
		why: '`tools/build/gate.ts` decides what a kernel may contain, `tools/verify/` reports; Node runs them',
		instead: 'tests give each rule of the gate a binary that breaks it',
	},
];
