/** The constants of kernel/layout.ts and abi/ as a C header, so that they are written down once. */
import * as board from '../../abi/board.ts';
import * as boot from '../../abi/boot.ts';
import * as calls from '../../abi/calls.ts';
import * as component from '../../abi/component.ts';
import * as errors from '../../abi/errors.ts';
import * as rights from '../../abi/rights.ts';
import * as layout from '../../kernel/layout.ts';

/** Of the kernel call numbers the machine needs only these; the others have names that C code wants for itself. */
const CALLS_KEPT = /^CAUSE_/;

/** `layout.h`: one `#define` a constant. */
export function layoutHeader(): string {
	const kept = Object.fromEntries(Object.entries(calls).filter(([name]) => CALLS_KEPT.test(name)));
	const constants = { ...board, ...boot, ...component, ...errors, ...rights, ...layout, ...kept };
	const numbers = Object.entries(constants).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
	const lines = numbers.map(([name, value]) => `#define ${name} ${value < 0 ? `(${value})` : value}`);
	return `#pragma once\n${lines.join('\n')}\n`;
}
