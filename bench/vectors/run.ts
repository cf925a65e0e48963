/**
 * What vectors would win in drawing: `node bench/vectors/run.ts [node|arm64] [--json]`. On Node nanoseconds, on ARM64 instructions under QEMU, both for each pixel,
 * with plain kernels and with those of bench/vectors/kernels.ts; both machines unless one is named.
 */
import { CHOICES } from './build.ts';
import { type Figures, renderTable } from './figures.ts';
import { measureArm64 } from './measure-arm64.ts';
import { measureNode } from './measure-node.ts';

const MACHINES = {
	node: { unit: 'nanoseconds', measure: measureNode },
	arm64: { unit: 'instructions', measure: measureArm64 },
} as const;
type Machine = keyof typeof MACHINES;

const words = process.argv.slice(2);
const named = (Object.keys(MACHINES) as Machine[]).filter((machine) => words.includes(machine));
const chosen = named.length > 0 ? named : (Object.keys(MACHINES) as Machine[]);
const result: Record<string, Record<string, Figures>> = {};
for (const machine of chosen) {
	const { unit, measure } = MACHINES[machine];
	const figures: Record<string, Figures> = {};
	for (const choice of CHOICES) figures[choice] = await measure(choice);
	result[machine] = figures;
	if (!words.includes('--json')) console.log(renderTable(unit, figures.plain ?? {}, figures.vectors ?? {}));
}
if (words.includes('--json')) console.log(JSON.stringify(result));
