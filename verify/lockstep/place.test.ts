import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as layout from '../../kernel/layout.ts';
import { placeAt } from './place.ts';

const PLACES: readonly (readonly [number, string, number])[] = [
	[layout.GLOBAL_BASE + layout.GLOBAL_EPOCH_64 + 4, 'GLOBAL 0 EPOCH_64', 8],
	[layout.PROCESS_BASE + 7 * layout.PROCESS_STRIDE + layout.PROCESS_REMAINING, 'PROCESS 7 REMAINING', 4],
	[layout.FLOW_BASE + 65, 'FLOW 65 OPERATIONS_8', 1],
	[layout.TIMER_BASE + 8, 'TIMER 1 TIME_64', 8],
	[layout.GRANT_BASE + layout.GRANT_STRIDE - 4, 'GRANT 0 byte 28', 4],
	[
		layout.BLOCK_BASE + 3 * layout.BLOCK_STRIDE + layout.BLOCK_SLOTS + 5 * layout.CAPABILITY_STRIDE,
		'PROCESS 3 CAPABILITY 5 KIND',
		4,
	],
	[
		layout.BLOCK_BASE + 3 * layout.BLOCK_STRIDE + layout.BLOCK_MAPPINGS + layout.MAPPING_STRIDE + layout.MAPPING_GRANT,
		'PROCESS 3 MAPPING 1 GRANT',
		4,
	],
	[layout.BLOCK_BASE + 3 * layout.BLOCK_STRIDE + 64, 'PROCESS 3 first-level descriptor 8', 8],
	[layout.TABLES_BASE + 9 * layout.TABLES_STRIDE + 4096 + 16, 'REGION 9 page table 1 entry 2', 8],
];

for (const [address, name, width] of PLACES) {
	test(`address ${address} is ${name}`, () => {
		const place = placeAt(address);
		assert.equal(place.name, name);
		assert.equal(place.width, width);
		assert.ok(address >= place.address && address < place.address + width);
	});
}
