/** An app in this process with a volume, documents of the user, and a permission server that the test is. */

import * as events from '../../interfaces/display/events.ts';
import { SLOT_FILES, SLOT_PERMISSIONS } from '../../interfaces/display/slots.ts';
import { FIRST_SLOT } from '../../interfaces/permissions/capabilities.ts';
import { openApp, type Phone, type Service } from '../ui/phone.ts';
import { Store } from '../ui/store.ts';

/** How often an app is given time to come to rest. */
const ROUNDS = 40;
const ROUND_MILLISECONDS = 100;
const BIT_STORE = 2;

export interface TestApp {
	readonly phone: Phone;
	readonly volume: Store;
	/** Documents outside of the volume. */
	readonly documents: Store;
	/** What the app has asked the permission server: methods, in order. */
	readonly asked: number[];
	/** Gives it a capability in its slot. */
	give(capability: number, service: Service): void;
	/** Gives it a document, which is made when there is none. */
	giveDocument(name: string, bytes?: Uint8Array): void;
	/** Takes a capability back. */
	take(capability: number): void;
	/** Lets time pass, and the store signal. */
	rest(): void;
}

/** Starts an app. `answer` is what the permission server answers; `files` are in its volume. */
export async function openTestApp(folder: string, files: Iterable<readonly [string, Uint8Array]> = [], answer = 0) {
	const services = new Map<number, Service>();
	const volume = new Store(services);
	for (const [name, bytes] of files) volume.files.set(name, bytes);
	const asked: number[] = [];
	services.set(SLOT_FILES, volume.root);
	services.set(SLOT_PERMISSIONS, (method) => {
		asked.push(method);
		return [method === 1 ? answer : 0];
	});
	const phone = await openApp(folder, { services });
	const documents = new Store(services);
	const app: TestApp = {
		phone,
		volume,
		documents,
		asked,
		give: (capability, service) => {
			services.set(FIRST_SLOT + capability, service);
			phone.event(events.EVENT_GRANTED, capability);
		},
		giveDocument: (name, bytes) => {
			documents.lend(FIRST_SLOT + 5, name, bytes);
			phone.event(events.EVENT_GRANTED, 5);
		},
		take: (capability) => {
			services.delete(FIRST_SLOT + capability);
			phone.event(events.EVENT_TAKEN, capability);
		},
		rest: () => {
			for (let round = 0; round < ROUNDS; round++) {
				phone.wait(ROUND_MILLISECONDS);
				phone.raise(BIT_STORE);
			}
		},
	};
	app.rest();
	return app;
}
