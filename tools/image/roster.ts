/** Makes the roster of a component (servers/roster.ts says what that is). */

import {
	ROSTER_BACK_OFF,
	ROSTER_BADGES,
	ROSTER_BYTES,
	ROSTER_CHILDREN,
	ROSTER_ENTRY_BYTES,
	ROSTER_LIMIT,
	ROSTER_MEMORY,
	ROSTER_NAME,
	ROSTER_PROCESS,
	ROSTER_QUOTA,
} from '../../servers/roster.ts';
import type { Model } from '../check/model.ts';

const KIBIBYTES_IN_PAGE = 64;

/** Who calls `component`, and whose faults it handles. */
export function makeRoster(model: Model, component: string): Uint8Array {
	const bytes = new Uint8Array(ROSTER_BYTES);
	for (const gate of model.gates) {
		if (gate.to !== component || gate.badge >= ROSTER_BADGES) continue;
		writeName(bytes, gate.badge, gate.from.component);
		new DataView(bytes.buffer).setUint32(gate.badge * ROSTER_ENTRY_BYTES + ROSTER_QUOTA, gate.quota, true);
	}
	for (const [name, { faultHandler }] of model.components) {
		if (faultHandler?.component === component) writeChild(model, bytes, faultHandler.badge, component, name);
	}
	return bytes;
}

function writeName(bytes: Uint8Array, entry: number, name: string): void {
	new TextEncoder().encodeInto(name, bytes.subarray(entry * ROSTER_ENTRY_BYTES + ROSTER_NAME));
}

function writeChild(model: Model, bytes: Uint8Array, badge: number, handler: string, name: string): void {
	const entry = ROSTER_CHILDREN + badge;
	const view = new DataView(bytes.buffer, entry * ROSTER_ENTRY_BYTES, ROSTER_ENTRY_BYTES);
	const restart = model.components.get(name)?.restart;
	writeName(bytes, entry, name);
	view.setUint32(ROSTER_PROCESS, processSlot(model, handler, name), true);
	view.setUint32(ROSTER_LIMIT, restart?.limit ?? 0, true);
	view.setUint32(ROSTER_BACK_OFF, restart?.backOff ?? 0, true);
	view.setUint32(ROSTER_MEMORY, (model.components.get(name)?.manifest?.memoryPages ?? 1) * KIBIBYTES_IN_PAGE, true);
}

/** The slot in which `holder` finds the Process capability for `process`; 0 = it has none. */
function processSlot(model: Model, holder: string, process: string): number {
	const grant = model.grants.find(
		(one) => one.kind === 'process' && one.process === process && one.to.component === holder,
	);
	if (grant === undefined) return 0;
	return model.components.get(holder)?.manifest?.capabilities.get(grant.to.as) ?? 0;
}
