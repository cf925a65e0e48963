/** What the description says about the file system: the system's own folder, and that of each component. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { SystemDescription } from '../description.ts';
import type { Report } from '../report.ts';
import { nearest } from '../words.ts';

/** Where components live, relative to the checkout. */
const HOMES = ['apps', 'servers', 'drivers', 'test/components', 'examples'];
/** Rows 1..255 of the process table; init has row 1. */
const COMPONENTS_MOST = 254;

/** The default exports of the components' manifest.ts, as plain data, by folder. */
export type Manifests = Readonly<Record<string, unknown>>;

/** Where a system file is. */
export interface Place {
	/** The checkout. */
	readonly root: string;
	/** Name of the folder that gives the system its name; none for a file that is not called system.ts. */
	readonly folder?: string;
}

export function checkFolders(
	system: SystemDescription,
	raw: unknown,
	manifests: Manifests,
	place: Place,
	report: Report,
): void {
	if (system.name !== '' && place.folder !== undefined && system.name !== place.folder) {
		report.error(
			['name'],
			`the system is called '${system.name}', but its folder '${place.folder}'; write name: '${place.folder}'`,
		);
	}
	if (system.components.size === 0) {
		report.error(
			['components'],
			'a system has at least one component; add one: { name: { folder, manifest, priority, ... } }',
		);
	}
	if (system.components.size > COMPONENTS_MOST) {
		report.error(
			['components'],
			`there are ${system.components.size} components; the kernel has room for ${COMPONENTS_MOST}`,
		);
	}
	const written = (raw as { components?: Record<string, { manifest?: unknown }> }).components ?? {};
	for (const [name, { folder, path: at }] of system.components) {
		if (folder === '') continue;
		if (!Object.hasOwn(manifests, folder)) {
			report.error(
				[...at, 'folder'],
				`there is no component in '${folder}' (no ${folder}/manifest.ts)${similar(folder, place.root)}`,
			);
		} else if (!isDeepStrictEqual(manifests[folder], written[name]?.manifest)) {
			report.error(
				[...at, 'manifest'],
				`this is not the manifest of '${folder}'; import it from '${folder}/manifest.ts'`,
			);
		}
	}
}

function similar(folder: string, root: string): string {
	const known = HOMES.flatMap((home) => entries(path.join(root, home)).map((name) => `${home}/${name}`));
	const meant = nearest(folder, known);
	return meant === undefined ? '; make it, or name the folder of one that exists' : `; did you mean '${meant}'?`;
}

function entries(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
