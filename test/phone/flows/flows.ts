/** Everything that a person does with the phone, in the order in which one phone can go through it. */
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
