/** `tessera check`: every mistake of a system, or a drawing of it. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { PROJECT_ROOT } from '../build/assembly.ts';
import { CommandError, printJson } from '../command.ts';
import { type CheckResult, checkSystem, systemFile } from './check.ts';
import { drawDot } from './draw/dot.ts';
import { systemGraph } from './draw/graph.ts';
import { drawSvg } from './draw/svg.ts';
import type { Model } from './model.ts';
import { renderFindings, summary } from './render.ts';

interface CheckOptions {
	readonly json?: true;
	readonly draw?: string | true;
	readonly dot?: true;
}

export function registerCheck(program: Command): void {
	program
		.command('check')
		.argument('<system>', 'name of a folder in systems/, or a path to a system.ts')
		.option('--json', 'print the findings as JSON: { file, ok, findings: [{ severity, file, line, column, message }] }')
		.option('--draw [file]', 'draw the system as SVG (build/<system>.svg unless a file is given)')
		.option('--dot', 'print the graph of the system in the language of Graphviz')
		.description('check a system file and report every mistake, with what to write instead')
		.action(check);
}

async function check(system: string, options: CheckOptions): Promise<void> {
	const result = await checkSystem(systemFile(system));
	const { file, findings, model } = result;
	if (options.json) printJson({ file, ok: model !== undefined, findings });
	else if (findings.length > 0) console.error(renderFindings(result));
	if (model === undefined) throw new CommandError(`${file}: ${summary(findings)}`);
	if (!options.json && !options.dot) console.log(`${file}: ${summary(findings)}`);
	if (options.dot) console.log(drawDot(systemGraph(model)));
	if (options.draw !== undefined) await draw(result, model, options.draw);
}

async function draw({ file }: CheckResult, model: Model, target: string | true): Promise<void> {
	const given =
		target === true ? path.join(PROJECT_ROOT, 'build', `${model.description.name}.svg`) : path.resolve(target);
	await mkdir(path.dirname(given), { recursive: true });
	await writeFile(given, drawSvg(systemGraph(model)));
	console.error(`tessera: ${file} is drawn in ${path.relative(process.cwd(), given)}`);
}
