/**
 * Explores configurations and prints a line of JSON for each:
 *
 *   node verify/model/run.ts [--configuration name] [--states number] [--rest every] [--invariants every] [--everything every] [--out folder]
 *
 * A state that breaks a statement ends the search: its trace is printed, and written to a file that `tessera run --replay` plays.
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { CONFIGURATIONS } from './configurations/all.ts';
import { printTrace } from './print.ts';
import { search } from './search.ts';
import { traceOf, writeTrace } from './trace.ts';
import { buildWorld, loadBinaries } from './world.ts';

const { values: options } = parseArgs({
	options: {
		configuration: { type: 'string' },
		states: { type: 'string', default: '1000000' },
		rest: { type: 'string', default: '1' },
		invariants: { type: 'string', default: '20' },
		everything: { type: 'string', default: '10000' },
		out: { type: 'string', default: 'build/model' },
	},
});

const binaries = await loadBinaries();
const chosen = CONFIGURATIONS.filter(
	({ name }) => options.configuration === undefined || options.configuration === name,
);
if (chosen.length === 0) {
	throw new Error(
		`there is no configuration '${options.configuration}': ${CONFIGURATIONS.map(({ name }) => name).join(', ')}`,
	);
}

for (const configuration of chosen) {
	const world = buildWorld(configuration, binaries);
	const outcome = search(world, {
		states: Number(options.states),
		restEvery: Number(options.rest),
		invariantsEvery: Number(options.invariants),
		everythingEvery: Number(options.everything),
		progress: (states, depth) => console.error(`${configuration.name}: ${states} states, depth ${depth}`),
	});
	const { found, ...figures } = outcome;
	console.log(
		JSON.stringify({ configuration: configuration.name, ...figures, violations: found === undefined ? 0 : 1 }),
	);
	if (found === undefined) continue;
	const trace = traceOf(buildWorld(configuration, binaries), binaries.sha256, found);
	const file = path.join(options.out, `${configuration.name}.json`);
	writeTrace(file, trace);
	console.log(`violated: ${found.statement}`);
	printTrace(trace, buildWorld(configuration, binaries), console.log);
	console.log(`the trace is in ${file}: npx tessera run --replay ${file}`);
	process.exitCode = 1;
}
