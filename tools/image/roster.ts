/** Makes the roster of a component (abi/roster.ts says what that is). */

import {
	ROSTER_BACK_OFF,
	ROSTER_BADGES,
	ROSTER_BYTES,
	ROSTER_CHILDREN,
	ROSTER_CODE,
	ROSTER_COMPONENTS,
	ROSTER_ENTRY_BYTES,
	ROSTER_KERNEL,
	ROSTER_KERNEL_CODE,
	ROSTER_LIMIT,
	ROSTER_MEMORY,
	ROSTER_NAME,
	ROSTER_PROCESS,
	ROSTER_QUOTA,
} from '../../abi/roster.ts';
import type { Model } from '../check/model.ts';
import type { ComponentImage, SystemImage } from './types.ts';

const KIBIBYTES_IN_PAGE = 64;

/** What rosters tell of: the system as it is described, and the binaries in it. */
export interface RosterSources {
	readonly model: Model;
	readonly kernel: SystemImage['kernel'];
	/** Folder of a component -> its image. */
	readonly images: ReadonlyMap<string, ComponentImage>;
}

/** Who calls `component`, and whose faults it handles. */
export function makeRoster(sources: RosterSources, component: string): Uint8Array {
	const { model, kernel } = sources;
	const bytes = new Uint8Array(ROSTER_BYTES);
	const view = new DataView(bytes.buffer);
	for (const gate of model.gates) {
		if (gate.to !== component || gate.badge >= ROSTER_BADGES) continue;
		writeClient(sources, view, gate.badge, gate.from.component);
		view.setUint32(gate.badge * ROSTER_ENTRY_BYTES + ROSTER_QUOTA, gate.quota, true);
	}
	for (const [name, { faultHandler }] of model.components) {
		if (faultHandler?.component === component) writeChild(sources, view, faultHandler.badge, component, name);
	}
	bytes.set(Uint8Array.fromHex(kernel.sha256), ROSTER_KERNEL);
	view.setUint32(ROSTER_KERNEL_CODE, kernel.wasm.length, true);
	view.setUint32(ROSTER_COMPONENTS, model.components.size, true);
	return bytes;
}

/** Name and code, which every entry has. */
function writeClient({ model, images }: RosterSources, view: DataView, entry: number, name: string): void {
	const place = entry * ROSTER_ENTRY_BYTES;
	new TextEncoder().encodeInto(name, new Uint8Array(view.buffer, place + ROSTER_NAME));
	const folder = model.components.get(name)?.folder ?? '';
	view.setUint32(place + ROSTER_CODE, images.get(folder)?.wasm.length ?? 0, true);
}

function writeChild(sources: RosterSources, view: DataView, badge: number, handler: string, name: string): void {
	const entry = ROSTER_CHILDREN + badge;
	const place = entry * ROSTER_ENTRY_BYTES;
	const component = sources.model.components.get(name);
	writeClient(sources, view, entry, name);
	view.setUint32(place + ROSTER_PROCESS, processSlot(sources.model, handler, name), true);
	view.setUint32(place + ROSTER_LIMIT, component?.restart?.limit ?? 0, true);
	view.setUint32(place + ROSTER_BACK_OFF, component?.restart?.backOff ?? 0, true);
	view.setUint32(place + ROSTER_MEMORY, (component?.manifest?.memoryPages ?? 1) * KIBIBYTES_IN_PAGE, true);
}

/** The slot in which `holder` finds the Process capability for `process`; 0 = it has none. */
function processSlot(model: Model, holder: string, process: string): number {
	const grant = model.grants.find(
		(one) => one.kind === 'process' && one.process === process && one.to.component === holder,
	);
	if (grant === undefined) return 0;
	return model.components.get(holder)?.manifest?.capabilities.get(grant.to.as) ?? 0;
}
