/** Hands a site out to browsers on this computer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { CommandError } from '../command.ts';
import type { Site } from './site.ts';

const ADDRESS = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.map': 'application/json',
	'.image': 'application/octet-stream',
};

export interface SiteServer {
	/** Address of the page, with a slash at the end. */
	readonly url: string;
	close(): void;
}

/** Serves each site below its name: `/<name>/`. Port 0 = any that is free. Throws CommandError when the port is taken. */
export async function serveSites(sites: ReadonlyMap<string, Site>, port: number): Promise<SiteServer> {
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', `http://${ADDRESS}`);
		const [, name = '', file = ''] = decodeURI(pathname).split('/');
		const contents = sites.get(name)?.get(file === '' ? 'index.html' : file);
		const type = TYPES[path.extname(file === '' ? 'index.html' : file)] ?? 'text/plain; charset=utf-8';
		response.setHeader('content-type', contents === undefined ? 'text/plain; charset=utf-8' : type);
		response.setHeader('cache-control', 'no-store');
		response.statusCode = contents === undefined ? 404 : 200;
		response.end(contents ?? 'There is no such file.\n');
	});
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	server.once('error', (error) => reject(new CommandError(`cannot serve on port ${port}: ${error.message}`)));
	server.listen(port, ADDRESS, resolve);
	await promise;
	const url = `http://${ADDRESS}:${(server.address() as AddressInfo).port}/`;
	return {
		url,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
