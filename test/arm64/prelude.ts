/** What the components of toy systems share: imports, a memory, printing and stopping, in WebAssembly text. */
import { SLOT_CONTROL } from '../../abi/boot.ts';
import { HALT, LOG } from '../../abi/calls.ts';

const IMPORTS = `
	(import "kernel" "system" (func $system (param i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "call0" (func $call0 (param i32 i32) (result i32)))
	(import "kernel" "call4" (func $call4 (param i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "call6" (func $call6 (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "callWith" (func $callWith
		(param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
	(import "kernel" "notify" (func $notify (param i32) (result i32)))
	(import "kernel" "clock" (func $clock (result i64)))
	(import "kernel" "wait" (func $wait (result i32)))
	(import "kernel" "batch" (func $batch (param i32 i32) (result i32)))
	(memory $own 1 1) (export "memory" (memory $own))`;

const FUNCTIONS = `
	(func $put (param $character i32) (drop (call $system (i32.const ${LOG}) (i32.const ${SLOT_CONTROL}) (i32.const 1)
		(local.get $character) (i32.const 0) (i32.const 0) (i32.const 0))))
	(func $halt (param $code i32) (drop (call $system (i32.const ${HALT}) (i32.const ${SLOT_CONTROL})
		(local.get $code) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0))))
	(func $print (param $value i32)
		(if (i32.lt_s (local.get $value) (i32.const 0)) (then
			(call $put (i32.const 45)) (local.set $value (i32.sub (i32.const 0) (local.get $value)))))
		(if (i32.ge_u (local.get $value) (i32.const 10)) (then (call $print (i32.div_u (local.get $value) (i32.const 10)))))
		(call $put (i32.add (i32.const 48) (i32.rem_u (local.get $value) (i32.const 10)))))
	(func $line (param $value i32) (call $print (local.get $value)) (call $put (i32.const 10)))`;

/** A component: the prelude and `body`. It prints with \$line, \$print and \$put, and stops the machine with \$halt. */
export function component(body: string, imports = ''): string {
	return `(module ${imports} ${IMPORTS} ${FUNCTIONS} ${body})`;
}

/** Text of a `system` call. */
export function system(...parameters: readonly (number | string)[]): string {
	const padded = [...parameters, 0, 0, 0, 0, 0, 0].slice(0, 7);
	return `(call $system ${padded.map((value) => (typeof value === 'number' ? `(i32.const ${value})` : value)).join(' ')})`;
}
