/** Prints what the conformance suite says on one machine: `npm run conformance -- node`, or `arm64`. */
import { MACHINES, runOn } from '../support/run.ts';
import { buildStage } from '../support/stage.ts';
import { CONFORMANCE } from './stage.ts';

const machine = MACHINES.find((name) => name === (process.argv[2] ?? 'node'));
if (machine === undefined) {
	console.error(`there is no machine '${process.argv[2]}': it is one of ${MACHINES.join(', ')}`);
	process.exit(2);
}
const { exitCode, lines } = await runOn(machine, await buildStage(CONFORMANCE));
console.log(lines.join('\n'));
process.exitCode = exitCode ?? 1;
