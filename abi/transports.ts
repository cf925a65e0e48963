/** Where the transports of virtio devices are: on the ARM64 board where its device tree says, and on hosted machines there, too, and behind them. */
import { BOARD_NAME, BOARD_TRANSPORTS } from './board.ts';

/** Transports of the board. */
export const BOARD_SLOTS: number = BOARD_TRANSPORTS.length;
/** Hosted machines have so many more, for devices that the board does not have: sensors. */
const HOSTED_MORE = 40;
/** Transports of hosted machines. */
export const HOSTED_SLOTS: number = BOARD_SLOTS + HOSTED_MORE;
const REGISTERS_BYTES = 0x200;
const PAGE_BYTES = 4096;

/** Registers of a transport: physical address of the first, and the number of the interrupt line. */
export interface TransportPlace {
	readonly address: number;
	readonly line: number;
}

/** The first page, and the first line, behind those of a board's transports. */
function behind(transports: typeof BOARD_TRANSPORTS): TransportPlace {
	let end = 0;
	let last = 0;
	for (const [address, line] of transports) {
		end = Math.max(end, address + REGISTERS_BYTES);
		last = Math.max(last, line);
	}
	return { address: Math.ceil(end / PAGE_BYTES) * PAGE_BYTES, line: last + 1 };
}

/** Transport `slot`, 0..HOSTED_SLOTS - 1, of a board. Throws RangeError when there is none. */
export function transportPlace(slot: number, transports: typeof BOARD_TRANSPORTS = BOARD_TRANSPORTS): TransportPlace {
	const [address, line] = transports[slot] ?? [];
	if (address !== undefined && line !== undefined) return { address, line };
	const more = slot - transports.length;
	if (!(more >= 0 && more < HOSTED_MORE)) {
		throw new RangeError(
			`there is no transport ${slot}: ${BOARD_NAME} has ${transports.length}, hosted machines ${HOSTED_MORE} more`,
		);
	}
	const first = behind(transports);
	return { address: first.address + more * REGISTERS_BYTES, line: first.line + more };
}
