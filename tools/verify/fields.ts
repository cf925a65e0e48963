/** Fields of the kernel's tables in words: their names, and what their numbers stand for. */

import * as calls from '../../abi/calls.ts';
import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';
import type { ShownField } from '../../verify/prover/goal.ts';

/** Fields with a number for each of a few cases, and the beginning of the constants' names. */
const CASES: Readonly<Record<string, readonly [constants: Readonly<Record<string, unknown>>, prefix: string]>> = {
	'CAPABILITY.KIND': [rights, 'KIND_'],
	'PROCESS.STATE': [calls, 'STATE_'],
	'PROCESS.ACTIVE': [layout, 'ACTIVE_'],
	'PROCESS.DEFERRED': [layout, 'DEFERRED_'],
	'REGION.STATE': [layout, 'EXTENT_'],
	'REGION.KIND': [layout, 'MEMORY_'],
	'GLOBAL.OUT_KIND': [layout, 'ENTER_'],
};

/** As `CAPABILITY[3, 17].RIGHTS`. */
export function fieldName({ table, row, field }: ShownField): string {
	return row === '' ? `${table}.${field}` : `${table}[${row}].${field}`;
}

/** The number, with the name of what it stands for if it has one. */
export function fieldValue({ table, field, value }: ShownField): string {
	const [constants, prefix] = CASES[`${table}.${field}`] ?? [{}, ''];
	const [name] = Object.entries(constants).find(([key, given]) => key.startsWith(prefix) && given === value) ?? [];
	return name === undefined ? `${value}` : `${value} (${name.slice(prefix.length).toLowerCase()})`;
}
