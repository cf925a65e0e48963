/** Says hello through the console, and ends the system. */

import { printText } from '../../interfaces/console/print.ts';
import { halt } from '../../sdk/control.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;

export function init(): void {
	const status = printText(SLOT_CONSOLE, 'Hello, world!');
	halt(SLOT_POWER, status === 0 ? 0 : 1);
}
