/** Everything that a person does with the phone, in the order in which one phone can go through it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Walk } from '../walk.ts';
import { camera, files } from './files.ts';
import { impostor, overlay, thief } from './hostile.ts';
import { covers, log } from './open-apps.ts';
import { authenticator } from './secrets.ts';
import { permissions, settings } from './settings.ts';
import { choices, places, xray } from './system.ts';
import { calculator, clock, notes } from './writing.ts';

export const FLOWS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
	places,
	choices,
	notes,
	calculator,
	clock,
	authenticator,
	camera,
	files,
	settings,
	permissions,
	log,
	thief,
	overlay,
	impostor,
	covers,
	xray,
};

/** A test for each flow, on one phone; when one has failed, nobody knows where the phone is, and the others fail at once. */
export function goThrough(walk: () => Walk): void {
	let failed: string | undefined;
	for (const [name, flow] of Object.entries(FLOWS)) {
		test(name, async () => {
			assert.equal(failed, undefined, 'a flow before has failed');
			failed = name;
			await flow(walk());
			failed = undefined;
		});
	}
}
