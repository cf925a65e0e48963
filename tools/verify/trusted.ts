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
			'it is written from docs/reference/01-kernel.md in another style than the kernel; random sequences run both side by side; the properties of security are not written in it, but in terms of authority and labels; mutants tell how much it says',
	},
	{
		what: 'The properties (`verify/prover/properties/`) and what they leave out',
		why: 'integrity lists the reasons for which each field may change: a reason that is too wide permits too much. Fields without a reason of their own (the ready set, the timer tree, page tables) follow from invariants. Noninterference is of one entry; that it holds of whole runs is an argument on paper, and so is which channels remain (docs/reference/covert-channels.md)',
		instead:
			'kernels with known mistakes must be refuted by the property that they break (`verify/prover/broken.test.ts`, `verify/prover/properties/security.test.ts`)',
	},
	{
		what: 'What the invariants mean',
		why: 'each is proved to be kept; that all together mean isolation is an argument for people',
		instead:
			'a second, independent checker in plain TypeScript (`verify/invariants/`); the model checker; random tests. Vacuity is proved: each entry can succeed in a state that satisfies them (`possible`)',
	},
	{
		what: 'Widths of fields that invariants keep narrow (`NARROW` in `verify/prover/state.ts`)',
		why: 'formulas about states have no other bits: it is the same as assuming those invariants of every row, before and not after',
		instead: '`verify/prover/narrow.test.ts` asks of each that it follows from the invariants that are named beside it',
	},
	{
		what: 'Sums over tables',
		why: 'what adds up over all rows (slots, CPU, rows of accounts) is proved as "the entry changes the parts by as much as the total"; that this keeps the sum is induction on paper, and so is that a part is at most the sum',
		instead: 'the independent checker adds up after every entry of every random test',
	},
	{
		what: 'Induction over entries',
		why: 'that a property which holds after boot, and which every entry keeps, always holds is an argument on paper. So is that entries do not overlap: one processor, interrupts masked while the kernel executes',
		instead:
			'sequences of entries in the tests and in the model checker; the machines call the kernel from one place each',
	},
	{
		what: 'Boot entries (`kernel/boot.ts`) and the boot image',
		why: 'that they establish the invariants is not proved. What a system is given at boot, and what its flow matrix permits, is chosen by its author; the image is what the build tools made',
		instead:
			'they run once, with concrete numbers: every system in the tests boots, and its memory is held against the invariants and the independent checker; recorded boots notice mutants of this code',
	},
	{
		what: 'What the machine promises',
		why: 'entries are proved for machines that obey docs/reference/02-machine.md: `next` only when nobody executes, calls only when OUT_PREEMPT is obeyed, `left` no more than the limit that was given, time that does not go back',
		instead:
			'the hosted machine can run the specification beside the kernel (`tessera run --check`); sessions of the tests follow the same rules',
	},
	{
		what: 'The executor (`verify/prover/executor.ts`, `world.ts`, `address.ts`)',
		why: 'it gives WebAssembly, the tables and the machine functions their meaning as formulas; its list of what counts as a hazard is complete only as far as we know',
		instead:
			'its formulas are compiled and held against V8: results, memory, requests and instruction counts over random calls and states (`verify/prover/executor.test.ts`). A mistake in it tends to refute what is true; kernels with known mistakes must be refuted, with a state that V8 confirms',
	},
	{
		what: 'The simplifier (`verify/prover/build.ts`, `path.ts`)',
		why: 'formulas are rewritten as they are made; most statements are true at sight, and no solver ever sees them',
		instead:
			'random formulas must be worth what the operations say that they were made with, also where something is known on the way (`verify/prover/build.test.ts`); what solvers read must be worth what evaluation gives (`smtlib.test.ts`)',
	},
	{
		what: 'Which hypotheses are used (`verify/prover/instances.ts`), and lemmas',
		why: 'only invariants of the state before, their consequences and promises may be assumed: anything else that slips in could make a proof void',
		instead:
			'fewer hypotheses never make a proof wrong; `possible` would fail if they contradicted one another for that entry; lemmas are proved by both solvers before they are used',
	},
	{
		what: 'z3 and cvc5',
		why: 'a wrong "unsat" is a wrong proof. No proof certificates are checked',
		instead: 'two solvers of different origin must say `unsat` to every question; their versions are above',
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
			'of the kernel it need not be trusted, nor the optimiser (binaryen): the binary itself is proved. Specification and invariants run in V8 in the tests, where they must agree with the reference and the independent checker',
	},
	{
		what: 'V8, on hosted machines',
		why: 'it compiles kernel.wasm, and keeps its memory from the rest of the process',
		instead: 'the same random sequences in V8 and in native code give the same memory (`verify/differential/`)',
	},
	{
		what: 'wasm2c and clang, on ARM64',
		why: 'they compile kernel.wasm, and every component',
		instead: 'the same differential test; worst-case bounds are taken from the machine code itself',
	},
	{
		what: "The port's C and assembly (`machines/arm64/`), and the hosted machine (`machines/hosted/`)",
		why: 'they save registers, switch page tables, zero and copy memory, and confine components, as the kernel asks. Nothing of this machine code is proved',
		instead: 'conformance and hostile tests run on both machines',
	},
	{
		what: 'The worst cases',
		why: 'that the longest path through the machine code was found rests on the decoder and the analysis of loops in `verify/bounds/`; it counts instructions, not time, and none of machine functions',
		instead: 'a run under QEMU must never take more; loops without a bound are an error',
	},
	{
		what: 'The hardware, its firmware and devices, or QEMU',
		why: 'page tables, caches, the interrupt controller, the clock. There is no IOMMU: a device with DMA reaches all memory, and so does its driver (docs/decisions/005-dma-addresses.md)',
		instead: 'nothing here: timing channels of real processors are outside (docs/reference/covert-channels.md)',
	},
	{
		what: 'The tools around the proof',
		why: '`tools/build/gate.ts` decides what a kernel may contain, `machines/wasm/` decodes it, `tools/verify/` collects answers and writes this page; Node, the operating system and the packages of package-lock.json run them',
		instead:
			'tests give each rule of the gate a binary that breaks it; broken kernels must be reported as such; this page is written from what was found, and names the kernel by its digest',
	},
];
