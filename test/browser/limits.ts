/** Systems that come to the end of what an engine has. */
import { RIGHT_READ, RIGHT_WRITE } from '../../abi/rights.ts';
import { component, type TestSystem } from '../hosted/support.ts';

/** 64-bit variables in one frame. */
const VARIABLES = 400;
const PROCESSES = 40;
/** Regions that each process has for itself; with its own memory that is more than the 124 memories of Chromium in all. */
const REGIONS = 3;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** One component that recurses without end and calls the kernel at every level, all its variables alive. */
export function largeFrames(): TestSystem {
	const variables = numbers(VARIABLES).map((index) => index + 1);
	const wasm = component(`
		(func $deeper (param i32) (result i64) (local ${variables.map(() => 'i64').join(' ')})
			${variables.map((index) => `(local.set ${index} (i64.extend_i32_u (i32.add (local.get 0) (i32.const ${index}))))`).join('\n')}
			(drop (call $notify (i32.const 9)))
			(call $deeper (i32.add (local.get 0) (i32.const 1)))
			${variables.map((index) => `(i64.add (local.get ${index}))`).join('\n')})
		(func (export "init") (drop (call $deeper (i32.const 1))))`);
	return { processes: [{ name: 'deep', wasm, priority: 40, budget: 100_000_000, period: 200_000_000 }] };
}

/** Processes that do nothing, each with regions of its own. */
export function manyMemories(): TestSystem {
	const imports = numbers(REGIONS).map((index) => `(import "memory" "${index + 1}" (memory 0))`);
	const wasm = component('(func (export "init"))', imports.join(' '));
	const regionOf = (process: number, index: number) => `region ${process * REGIONS + index}`;
	return {
		regions: numbers(PROCESSES * REGIONS).map((index) => regionOf(0, index)),
		processes: numbers(PROCESSES).map((process) => ({
			name: `process ${process}`,
			wasm,
			priority: 40,
			budget: 10_000,
			memories: Object.fromEntries(
				numbers(REGIONS).map((index) => [
					index + 1,
					{ region: regionOf(process, index), rights: RIGHT_READ | RIGHT_WRITE },
				]),
			),
		})),
	};
}
