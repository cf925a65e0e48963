/** What the device tree of the machine must have, so that the system can run there: the devices that drivers get, where the builder believes them to be. */

import { BOARD_CLOCK } from '../../abi/board.ts';
import { MANIFEST_EXPECT } from '../../abi/boot.ts';
import { BOARD_SLOTS, transportPlace } from '../../abi/transports.ts';
import { regionPages } from '../check/model.ts';
import { PAGE_BYTES } from './footprint.ts';
import type { Site } from './layout.ts';

/** Bytes of a kind that a record has room for. */
const KIND_BYTES = 16;
const ANY_LINE = 0;
const TRANSPORTS = Array.from({ length: BOARD_SLOTS }, (_, slot) => transportPlace(slot));

/** The words of a record of four words of text: as far as it goes, zeros behind. */
function kindWords(kind: string): number[] {
	const bytes = new Uint8Array(KIND_BYTES);
	new TextEncoder().encodeInto(kind, bytes);
	const view = new DataView(bytes.buffer);
	return [0, 4, 8, 12].map((at) => view.getUint32(at, true));
}

/** Writes the records that init compares with the tree, before it makes anything. */
export function expectDevices({ model, write, lineOf }: Site): void {
	const lines = new Set(model.grants.flatMap((grant) => (grant.kind === 'interrupt' ? [grant.interrupt] : [])));
	for (const region of model.regions.values()) {
		const { device: first, path } = region;
		if (first === undefined) continue;
		write.line = lineOf([...path, 'device']);
		const end = first + regionPages(region) * PAGE_BYTES;
		if (first === BOARD_CLOCK) write.call(MANIFEST_EXPECT, first, ANY_LINE, ...kindWords('arm,pl031'));
		for (const { address, line } of TRANSPORTS) {
			const used = address >= first && address < end && lines.has(line);
			if (used) write.call(MANIFEST_EXPECT, address, line, ...kindWords('virtio,mmio'));
		}
	}
}
