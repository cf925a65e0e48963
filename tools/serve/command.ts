import type { Command } from 'commander';
import { serveSites } from '../browser/server.ts';
import { buildSite } from '../browser/site.ts';
import { CommandError, progress } from '../command.ts';
import { buildSystem } from '../image/build.ts';

const HELP = `
The page boots the system in the browser and needs no server any more once it is loaded. Ctrl-C ends the server.
Page parameters: ?deterministic, ?seed=<number>, ?watchdog=<milliseconds>.
To put the same files on another server: npx tessera build <system> --machine browser.

Examples:
  npx tessera serve pingpong
  npx tessera serve systems/hello/system.ts --port 9000`;

const PORT = '8080';
const PORT_LAST = 65_535;

/** `tessera serve`. */
export function registerServe(program: Command): void {
	program
		.command('serve')
		.argument('<system>', 'name of a folder in systems/, or a path to a system.ts')
		.option('--port <number>', 'TCP port on this computer, 0 = any that is free', PORT)
		.description('serve the page that runs a system in the browser')
		.addHelpText('after', HELP)
		.action(serve);
}

async function serve(system: string, options: { port: string }): Promise<void> {
	const port = Number(options.port);
	if (options.port === '' || !Number.isInteger(port) || port < 0 || port > PORT_LAST) {
		throw new CommandError(`--port takes a whole number from 0 to ${PORT_LAST}, not ${options.port}`);
	}
	progress(`building ${system}`);
	const image = await buildSystem(system);
	const { url } = await serveSites(new Map([[image.name, await buildSite(image)]]), port);
	console.log(`${url}${image.name}/`);
}
