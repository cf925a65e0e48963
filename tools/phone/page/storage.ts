/** What the page loads and keeps, so that it works without network from the second time on. */
import { element } from './element.ts';

/** The cache of this page; service-worker.ts has the rest of it. */
const CACHE = 'tessera';

/** The first of the images that there is, from the network if it can be, else as it was kept. Throws with a sentence for the person. */
export async function loadImage(names: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
	const [name = '', ...others] = names;
	const response = await fetch(new URL(name, document.baseURI)).catch(() => undefined);
	if (response?.status === 404 && others.length > 0) return loadImage(others);
	if (response === undefined)
		throw new Error('the phone cannot be loaded: there is no network, and it was not kept here');
	if (!response.ok) throw new Error(`the phone cannot be loaded (${response.status} ${response.statusText})`);
	const kept = response.clone();
	const bytes = new Uint8Array(await response.arrayBuffer());
	void keep(name, kept);
	return bytes;
}

async function keep(name: string, response: Response): Promise<void> {
	if (!('caches' in window)) return;
	const cache = await caches.open(CACHE);
	await cache.put(new URL(name, document.baseURI), response);
}

/** From now on the page needs no server. `independent` of window.phone settles then. */
export async function becomeIndependent(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	try {
		await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), { type: 'module' });
		await navigator.serviceWorker.ready;
		await navigator.storage?.persist?.();
	} catch (error) {
		element('notice').textContent = `This browser keeps the page for this time only (${(error as Error).message}).`;
	}
}
