/** Where the devices of the board are that drivers get, as its device tree has it (abi/board.ts). */
import { BOARD_CLOCK } from '../abi/board.ts';
import { transportPlace } from '../abi/transports.ts';
import { kibibytes } from './units.ts';

const PAGE_BYTES = 4096;

/** Address of the page with a transport's registers; a driver that is to have it for itself takes the first of the eight in a page: 0, 8, 16 or 24. */
export const virtioPage = (slot: number): number => Math.floor(transportPlace(slot).address / PAGE_BYTES) * PAGE_BYTES;
export const virtioLine = (slot: number): number => transportPlace(slot).line;
export const VIRTIO_PAGE_BYTES: number = PAGE_BYTES;
/** Address of the real-time clock's page. */
export const CLOCK_PAGE: number = BOARD_CLOCK;
export const CLOCK_PAGE_BYTES: number = PAGE_BYTES;

/** The registers of the transport in a slot, mapped by its driver. */
export const registersOf = <const Name extends string>(component: Name, slot: number) =>
	({
		device: virtioPage(slot),
		size: VIRTIO_PAGE_BYTES,
		maps: [{ component, as: 'registers', rights: ['read', 'write'] }],
	}) as const;

/** Memory that a driver shares with its device. */
export const queueOf = <const Name extends string>(component: Name) =>
	({ size: kibibytes(64), maps: [{ component, as: 'queue', rights: ['read', 'write'] }] }) as const;
