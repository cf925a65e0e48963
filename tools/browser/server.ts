/** Hands a site out to browsers on this computer. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { brotliCompressSync, constants } from 'node:zlib';
import { CommandError } from '../command.ts';
import type { Site } from './site.ts';

const ADDRESS = '127.0.0.1';
const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.map': 'application/json',
	'.image': 'application/octet-stream',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
};
/** Kinds of files that are compressed already. */
const DENSE: readonly string[] = ['.png', '.woff2'];
/** Of brotli: what is worth the while for a page that is handed out a few times. */
const QUALITY = 6;
const NOT_FOUND = Buffer.from('There is no such file.\n');

export interface SiteServer {
	/** Hears of requests for web sockets; without a listener they are refused. */
	onUpgrade(listener: (request: IncomingMessage, stream: Duplex, head: Buffer) => void): void;
	/** Address of the page, with a slash at the end. */
	readonly url: string;
	close(): void;
}

/** Serves each site below its name: `/<name>/`. Port 0 = any that is free. Throws CommandError when the port is taken. */
export async function serveSites(sites: ReadonlyMap<string, Site>, port: number): Promise<SiteServer> {
	const compressed = new Map<Uint8Array, Uint8Array>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', `http://${ADDRESS}`);
		const [, name = '', file = ''] = decodeURI(pathname).split('/');
		const wanted = file === '' ? 'index.html' : file;
		const contents = sites.get(name)?.get(wanted);
		const extension = contents === undefined ? '' : path.extname(wanted);
		response.setHeader('content-type', TYPES[extension] ?? 'text/plain; charset=utf-8');
		response.setHeader('cache-control', 'no-store');
		response.statusCode = contents === undefined ? 404 : 200;
		const accepts = (request.headers['accept-encoding'] ?? '').includes('br') && !DENSE.includes(extension);
		if (contents === undefined || !accepts) {
			response.end(contents ?? NOT_FOUND);
			return;
		}
		const small = compressed.get(contents) ?? compress(contents);
		compressed.set(contents, small);
		response.setHeader('content-encoding', 'br');
		response.end(small);
	});
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	server.once('error', (error) => reject(new CommandError(`cannot serve on port ${port}: ${error.message}`)));
	server.listen(port, ADDRESS, resolve);
	await promise;
	const url = `http://${ADDRESS}:${(server.address() as AddressInfo).port}/`;
	return {
		url,
		onUpgrade: (listener) => void server.on('upgrade', listener),
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** What goes over the wire for a file. */
export function compress(contents: Uint8Array): Uint8Array {
	return brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}
