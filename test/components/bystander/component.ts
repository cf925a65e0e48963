/** An innocent bystander: every millisecond it asks the server something, checks the answer, and tells the warden. */
import { RESULT_WORDS } from '../../../abi/component.ts';
import { BUDGET } from '../../../abi/errors.ts';
import { call0, call4 } from '../../../sdk/kernel.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { ASK, answerTo, TICK } from '../hostile/authority.ts';

const WARDEN: i32 = 1;
const ANSWERER: i32 = 2;
/** A gate to the hostile component, if this bystander is so careless as to call it. */
const STRANGER: i32 = 3;
const BIT_ALARM: i32 = 1;
const MILLISECOND: u64 = 1_000_000;

let question: i32 = 0;

export function init(): void {
	setAlarm(MILLISECOND, BIT_ALARM);
}

export function notified(bits: u32): void {
	if ((bits & BIT_ALARM) === 0) return;
	setAlarm(MILLISECOND, BIT_ALARM);
	question++;
	const status = call4(ANSWERER, ASK, question, 0, 0, 0);
	const right = status === 1 && load<i32>(RESULT_WORDS) === answerTo(question);
	// Short of budget it gets no answer this time, which is not a wrong one.
	call4(WARDEN, TICK, right || status === BUDGET ? 1 : 0, 0, 0, 0);
	call0(STRANGER, 0);
}
