/** Says hello through the console, and ends the system. */
import { HALT } from '../../abi/calls.ts';
import { system } from '../../sdk/kernel.ts';
import { printLine } from '../../servers/console/client.ts';
import { addText } from '../../servers/text.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;

export function init(): void {
	addText('Hello, world!');
	const status = printLine(SLOT_CONSOLE);
	system(HALT, SLOT_POWER, status === 0 ? 0 : 1, 0, 0, 0, 0);
}
