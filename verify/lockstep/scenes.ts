/** What random steps seldom bring about by themselves: calls to servers that are throttled half-way, so that they wait for them to finish. */

import * as call from '../../abi/calls.ts';
import * as layout from '../../kernel/layout.ts';
import type { Dice } from '../../test/kernel/arguments.ts';
import type { Session } from '../../test/kernel/session.ts';
import {
	CLIENT,
	DRIVER,
	gateOf,
	INIT,
	lineOf,
	MIDDLE,
	OTHER_CLIENT,
	PERIOD,
	processSlot,
	SERVER,
} from '../../test/kernel/world.ts';

const SERVERS = [MIDDLE, DRIVER, SERVER];
const CLIENTS = [CLIENT, OTHER_CLIENT];
/** Nanoseconds: a client's budget covers it several times, beside the worst case. */
const SMALL_BUDGET = 150_000;
/** Never an overrun fault. */
const ENDLESS = 255;

/** Gives the servers of the test system, which is idle, small budgets and endless patience. */
export function impoverish(session: Session): void {
	session.activate(INIT);
	for (const row of SERVERS) {
		session.system(call.PROCESS_CONFIGURE, processSlot(row), call.CONFIGURE_BUDGET, SMALL_BUDGET, PERIOD);
		session.system(call.PROCESS_CONFIGURE, processSlot(row), call.CONFIGURE_PATIENCE, ENDLESS);
	}
	session.end();
}

/** Wakes a server if nobody executes, uses its budget up, wakes a client and lets that call it; as far as the state of the system allows. */
export function callThrottled(session: Session, dice: Dice): void {
	const server = dice.pick(SERVERS);
	if (session.current === 0) session.interrupt(lineOf(server));
	if (session.current === server && isOwn(session)) session.expire();
	if (session.current === 0) session.interrupt(lineOf(dice.pick(CLIENTS)));
	if (!CLIENTS.includes(session.current) || !isOwn(session)) return;
	if (dice.oneIn(2)) session.call(gateOf(server));
	else session.callWith(gateOf(server), 0);
}

/** Is the executing process in an activation of its own? */
function isOwn(session: Session): boolean {
	return session.kernel.process(session.current, layout.PROCESS_ACTIVE) === layout.ACTIVE_OWN;
}
