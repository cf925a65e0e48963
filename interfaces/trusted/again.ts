/**
 * Calls to the compositor's side of the trusted path, each made again until it happens. One that comes when too little is left of the budget does not happen: what the user has decided or typed, and what
 * the strip says is in use, must not depend on that. For the servers of the trusted path, which have a budget of their own to wait for.
 */
import { isTooLate } from '../display/late.ts';
import * as trusted from './client.ts';

export function ask(gate: i32, reason: u32, length: u32, app: u32, capability: u32, held: u32): i32 {
	let status: i32;
	do status = trusted.ask(gate, reason, length, app, capability, held);
	while (isTooLate(status));
	return status;
}

export function takeAnswer(gate: i32): i32 {
	let status: i32;
	do status = trusted.takeAnswer(gate);
	while (isTooLate(status));
	return status;
}

export function tell(gate: i32, app: u32, kind: u32, first: u32): void {
	while (isTooLate(trusted.tell(gate, app, kind, first))) {}
}

export function inUse(gate: i32, app: u32, capability: u32, on: u32): void {
	while (isTooLate(trusted.inUse(gate, app, capability, on))) {}
}

export function sheet(gate: i32, app: u32, up: u32): i32 {
	let status: i32;
	do status = trusted.sheet(gate, app, up);
	while (isTooLate(status));
	return status;
}

export function type(gate: i32, kind: u32, first: u32): void {
	while (isTooLate(trusted.type(gate, kind, first))) {}
}

export function switches(gate: i32): i32 {
	let status: i32;
	do status = trusted.switches(gate);
	while (isTooLate(status));
	return status;
}

export function postpone(gate: i32, app: u32, capability: u32, waits: u32): void {
	while (isTooLate(trusted.postpone(gate, app, capability, waits))) {}
}

export function finish(gate: i32, app: u32, length: u32): void {
	while (isTooLate(trusted.finish(gate, app, length))) {}
}

export function notice(gate: i32, text: u32, length: u32, app: u32, kind: u32): void {
	while (isTooLate(trusted.notice(gate, text, length, app, kind))) {}
}
