/**
 * Blocking programs (priority below BLOCKING_PRIORITIES): entered through JavaScript Promise Integration, so that a kernel call can
 * suspend the whole program. They run only from the base of the dispatch loop, which waits until the program gives the processor back.
 */
import { ENTER_FAULTED, ENTER_INIT, ENTER_NOTIFIED, ENTER_PROTECTED, ENTER_RESULT } from '../../../kernel/layout.ts';
import type { Core } from './core.ts';
import { containFault, continues, finishActivation, replyDeferred } from './dispatch.ts';
import type { ComponentImports } from './imports.ts';
import { MachineError } from './kernel.ts';
import type { Protected } from './passage.ts';
import { type CallWords, type HostedProcess, STALE } from './process.ts';
import { withdrawMemories } from './withdraw.ts';
import { DEPTH, OUT_ARGUMENT, OUT_LIMIT } from './words.ts';

/** Thrown out of a call whose server is a blocking program: the base of the dispatch loop enters it. */
export const PROGRAM_ENTRY = Symbol('the server is a blocking program');

/** The same functions, able to suspend the program that calls them. */
export function suspending(imports: ComponentImports): ComponentImports {
	const { clock, ...others } = imports;
	const wrapped = Object.entries(others).map(([name, value]) => [name, new WebAssembly.Suspending(value)]);
	return { ...(Object.fromEntries(wrapped) as unknown as Omit<ComponentImports, 'clock'>), clock };
}

/** Stands for the protected procedures of a blocking program: leaves the call to the base of the dispatch loop. */
export function programProcedures(core: Core): Protected {
	return (_badge, method, w0, w1, w2, w3, w4, w5) => {
		const server = core.executing();
		core.callerOf(server.row).deferred.set([method, w0, w1, w2, w3, w4, w5]);
		core.putBack(server.row, ENTER_PROTECTED);
		throw PROGRAM_ENTRY;
	};
}

/** The program gives the processor back in the middle of a kernel call; the promise gives the call's result once it goes on. */
export function parkProgram(core: Core, process: HostedProcess, status: number): Promise<number> {
	return new Promise((resolve) => {
		process.parked = { status, resolve };
		core.programGaveUp();
	});
}

/** Enters or continues a program, and returns when it has finished, blocked or been preempted. */
export async function runProgram(core: Core, process: HostedProcess): Promise<void> {
	const gaveUp = new Promise<void>((resolve, reject) => {
		core.programGaveUp = resolve;
		core.programBroke = reject;
	});
	core.meter[DEPTH] = 0;
	core.clock.start(core.globals[OUT_LIMIT] as number);
	const argument = core.globals[OUT_ARGUMENT] as number;
	if (continues(core.kind)) unpark(core, process, argument);
	else void activation(core, process, core.kind, argument);
	await gaveUp;
	core.clock.settle();
}

function unpark(core: Core, process: HostedProcess, argument: number): void {
	const { parked } = process;
	if (parked === undefined)
		throw new MachineError(`the kernel resumes process ${process.row}, which waits for nothing`);
	process.parked = undefined;
	try {
		if (process.attention === STALE) withdrawMemories(core, process);
		parked.resolve(core.kind === ENTER_RESULT ? argument : parked.status);
	} catch (error) {
		containFault(core, process, error);
		core.programGaveUp();
	}
}

/** A whole activation, from entry to return; suspended as often as the program likes. */
async function activation(core: Core, process: HostedProcess, kind: number, argument: number): Promise<void> {
	try {
		await runEntry(core, process, kind, argument);
	} catch (error) {
		try {
			containFault(core, process, error);
		} catch (final) {
			core.programBroke(final);
			return;
		}
	}
	core.programGaveUp();
}

async function runEntry(core: Core, process: HostedProcess, kind: number, argument: number): Promise<void> {
	const instance = core.refresh(process);
	if (kind === ENTER_PROTECTED) {
		const words = core.callerOf(process.row).deferred as unknown as CallWords;
		replyDeferred(core, process, await instance.serveProgram(argument, words));
		return;
	}
	if (kind === ENTER_INIT) await instance.runProgramEntry('init', argument);
	else if (kind === ENTER_NOTIFIED) await instance.runProgramEntry('notified', argument);
	else if (kind === ENTER_FAULTED) await instance.runProgramEntry('faulted', argument);
	finishActivation(core);
}
