/** Says hello through the console, and ends the system. */
import { halt } from '../../sdk/control.ts';
import { printText } from '../../servers/console/client.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_POWER: i32 = 2;

export function init(): void {
	const status = printText(SLOT_CONSOLE, 'Hello, world!');
	halt(SLOT_POWER, status === 0 ? 0 : 1);
}
