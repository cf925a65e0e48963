/**
 * Keeps the page's files, so that it opens without network. What is newer on the network is taken for the next time, and used at once where the network is quick;
 * the page needs no more than the files that it began with.
 */
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;
/** Names of the files, put in when the page is built. */
declare const FILES: readonly string[];

const CACHE = 'tessera';
/** Milliseconds after which the network counts as absent. */
const NETWORK_MILLISECONDS = 3000;

self.addEventListener('install', (event) => {
	event.waitUntil(keepAll().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	if (event.request.method === 'GET' && new URL(event.request.url).origin === self.location.origin) {
		event.respondWith(answer(event.request));
	}
});

async function keepAll(): Promise<void> {
	const cache = await caches.open(CACHE);
	await cache.addAll(FILES);
}

async function answer(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = () => cache.match(request, { ignoreSearch: true });
	try {
		const response = await fetch(request, { signal: AbortSignal.timeout(NETWORK_MILLISECONDS) });
		if (response.ok) await cache.put(request, response.clone());
		return response;
	} catch (error) {
		const response = await kept();
		if (response === undefined) throw error;
		return response;
	}
}
