/** A parent splits its account between two greedy children: each hits its own limit, and everything comes back in the end. */

import child from '../../apps/child/manifest.ts';
import parent from '../../apps/parent/manifest.ts';
import {
	ANN_ACCOUNT,
	ANN_EXTENT,
	ANN_ROWS,
	FAMILY_EXTENT,
	ROWS_EACH,
	TOM_ACCOUNT,
	TOM_EXTENT,
	TOM_ROWS,
} from '../../apps/parent/rows.ts';
import { consoleRoster, consoleServer } from '../console.ts';
import { defineSystem, kibibytes, milliseconds, percent } from '../define.ts';

const rowsFrom = (first: number): number[] => Array.from({ length: ROWS_EACH }, (_, index) => first + index);
const timing = { budget: milliseconds(30), period: milliseconds(300), worstCase: milliseconds(10) };

export default defineSystem({
	name: 'quota',
	description: 'a parent splits an account between greedy children',
	accounts: {
		family: {
			memory: kibibytes(256),
			slots: 64,
			cpu: percent(5),
			ceiling: 100,
			rows: {
				accounts: [TOM_ACCOUNT, ANN_ACCOUNT],
				regions: [FAMILY_EXTENT, TOM_EXTENT, ANN_EXTENT, ...rowsFrom(TOM_ROWS), ...rowsFrom(ANN_ROWS)],
			},
		},
	},
	components: {
		console: consoleServer,
		tom: { folder: 'apps/child', manifest: child, priority: 150, ...timing },
		ann: { folder: 'apps/child', manifest: child, priority: 150, ...timing },
		parent: {
			folder: 'apps/parent',
			manifest: parent,
			priority: 100,
			budget: milliseconds(60),
			period: milliseconds(300),
		},
	},
	regions: {
		consoleRoster,
	},
	channels: [
		{ kind: 'gate', from: { component: 'parent', as: 'console' }, to: 'console', badge: 1 },
		{ kind: 'gate', from: { component: 'parent', as: 'tom' }, to: 'tom', badge: 1 },
		{ kind: 'gate', from: { component: 'parent', as: 'ann' }, to: 'ann', badge: 1 },
	],
	grants: [
		{ to: { component: 'console', as: 'log' }, control: ['log'] },
		{ to: { component: 'parent', as: 'power' }, control: ['halt'] },
		{ to: { component: 'parent', as: 'family' }, account: 'family', rights: ['spend', 'split', 'copy', 'transfer'] },
	],
	expect: {
		exitCode: 0,
		log: [
			'parent: the family has 64 pages, 64 slots, 3276/65536 of the CPU',
			'parent: a purse for tom: 0',
			'parent: a purse for ann: 0',
			'parent: the family has 16 pages, 32 slots, 2276/65536 of the CPU',
			'parent: tom made 5 regions, then got -6',
			"parent: out of ann's purse tom made 0 regions, then got -5",
			'parent: ann made 10 regions, then got -6',
			"parent: ann's purse taken back: 0",
			"parent: tom's purse taken back: 0",
			'parent: afterwards tom made 0 regions, then got -1',
			'parent: the family has 64 pages, 64 slots, 3276/65536 of the CPU',
		],
	},
});
