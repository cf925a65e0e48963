/**
 * Calls to the compositor, as often as it takes. One that comes when too little is left of the budget does not happen; what the user has decided, and what the strip says is in use, must not depend on that.
 */
import { isTooLate } from '../../interfaces/display/late.ts';
import * as trusted from '../../interfaces/trusted/client.ts';
import { SLOT_TRUSTED } from './slots.ts';

export function ask(reason: u32, length: u32, app: u32, capability: u32, held: u32): i32 {
	let status: i32;
	do status = trusted.ask(SLOT_TRUSTED, reason, length, app, capability, held);
	while (isTooLate(status));
	return status;
}

export function takeAnswer(): i32 {
	let status: i32;
	do status = trusted.takeAnswer(SLOT_TRUSTED);
	while (isTooLate(status));
	return status;
}

export function tell(app: u32, kind: u32, first: u32): void {
	while (isTooLate(trusted.tell(SLOT_TRUSTED, app, kind, first))) {}
}

export function inUse(app: u32, capability: u32, on: u32): void {
	while (isTooLate(trusted.inUse(SLOT_TRUSTED, app, capability, on))) {}
}

export function switches(): i32 {
	let status: i32;
	do status = trusted.switches(SLOT_TRUSTED);
	while (isTooLate(status));
	return status;
}

export function postpone(app: u32, capability: u32, waits: u32): void {
	while (isTooLate(trusted.postpone(SLOT_TRUSTED, app, capability, waits))) {}
}

export function notice(text: u32, length: u32, app: u32, kind: u32): void {
	while (isTooLate(trusted.notice(SLOT_TRUSTED, text, length, app, kind))) {}
}
