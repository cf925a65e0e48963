/** Mistakes of the kind "unused": what is spoilt, and every word that the checker says about it. */

import type { Case } from './case.ts';

export const unused: readonly Case[] = [
	{
		what: 'an account is unused',
		spoil: (system) => {
			system.accounts.spare = { memory: 0, slots: 0, cpu: 0, ceiling: 1 };
		},
		says: [
			{
				severity: 'warning',
				place: 'accounts.spare (name)',
				message: "nobody uses the account 'spare'; what it has is lost to the others",
			},
		],
	},
	{
		what: 'a component is connected to nothing',
		spoil: (system, manifests) => {
			system.components.idle = {
				folder: 'apps/idle',
				manifest: { name: 'idle' },
				priority: 50,
				budget: 1000,
				period: 1_000_000,
			};
			manifests['apps/idle'] = { name: 'idle' };
		},
		says: [
			{
				severity: 'warning',
				place: 'components.idle (name)',
				message: "'idle' has no channel, region or grant: nothing it does can be seen",
			},
		],
	},
];
