/** Grants under grants: copies of copies of a signal, two rows that are revoked and used again in any order, also one under the other both ways. */

import * as call from '../../../abi/calls.ts';
import { asks, deletes, interrupts, notifies } from '../actions.ts';
import type { Configuration } from '../configuration.ts';

const HOLDER = { row: 2, name: 'holder' };
const RECEIVER = { row: 3, name: 'receiver' };
const [LINE_HOLDER, LINE_RECEIVER] = [40, 41];
const [ACCOUNT, SIGNAL] = [2, 4];
/** Slots for copies: every one can be made of every other, under either grant. */
const COPIES = [5, 6, 7];
const GRANTS = [1, 2];

export const grants: Configuration = {
	name: 'grants',
	says: 'copies of copies under two grants that are revoked and used again, in any order',
	canSuspend: true,
	timed: false,
	faults: false,
	grants: GRANTS,
	regions: [],
	build: (builder) => {
		builder.process({ ...HOLDER, priority: 100 });
		builder.process({ ...RECEIVER, priority: 200 });
		builder.signal(RECEIVER.row, 1, { holder: HOLDER.row, slot: SIGNAL });
		builder.account({ holder: HOLDER.row, slot: ACCOUNT });
		builder.line(LINE_HOLDER, HOLDER.row, 1);
		builder.line(LINE_RECEIVER, RECEIVER.row, 2);
	},
	actions: [
		...interrupts(LINE_HOLDER, HOLDER.name),
		...interrupts(LINE_RECEIVER, RECEIVER.name),
		...COPIES.flatMap((to) =>
			[SIGNAL, ...COPIES]
				.filter((from) => from !== to)
				.flatMap((from) =>
					[0, ...GRANTS].map((grant) =>
						asks(HOLDER, `copies ${from} to ${to} under grant ${grant}`, call.COPY, [from, to, 255, grant], [from]),
					),
				),
		),
		...COPIES.flatMap((slot) => [deletes(HOLDER, slot), ...notifies(HOLDER, slot, `${RECEIVER.name} by slot ${slot}`)]),
		...GRANTS.map((grant) => asks(HOLDER, `revokes grant ${grant}`, call.REVOKE, [ACCOUNT, grant], [ACCOUNT])),
	],
};
