/** What the page loads and keeps, so that it works without network from the second time on. */
import { element } from './element.ts';

/** The cache of this page; service-worker.ts has the rest of it. */
const CACHE = 'tessera';

/** The image that the phone runs, until it is kept. */
let used: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined;

/** The first of the images that there is, from the network if it can be, else as it was kept. Throws with a sentence for the person. */
export async function loadImage(names: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
	const [name = '', ...others] = names;
	const response = await fetch(new URL(name, document.baseURI)).catch(() => undefined);
	if (response?.status === 404 && others.length > 0) return loadImage(others);
	if (response === undefined)
		throw new Error('the phone cannot be loaded: there is no network, and it was not kept here');
	if (!response.ok) throw new Error(`the phone cannot be loaded (${response.status} ${response.statusText})`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	used = { name, bytes: bytes.slice() };
	return bytes;
}

/** The image in use is kept once the phone is shown: until then the disk and the processor are needed for that. */
async function keepImage(): Promise<void> {
	if (used === undefined || !('caches' in window)) return;
	const { name, bytes } = used;
	used = undefined;
	const cache = await caches.open(CACHE);
	const headers = { 'content-type': 'application/octet-stream' };
	await cache.put(new URL(name, document.baseURI), new Response(bytes, { headers }));
}

/** From now on the page needs no server. `independent` of window.phone settles then. */
export async function becomeIndependent(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), { type: 'module' });
		await navigator.serviceWorker.ready;
		await keepImage();
		await navigator.storage?.persist?.();
	} catch (error) {
		element('notice').textContent = `This browser keeps the page for this time only (${(error as Error).message}).`;
	}
}
