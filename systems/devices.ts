/** Where the virtio transports of the reference machine are: transport `slot`, 0..31. */
import { VIRTIO_ADDRESS, VIRTIO_LINE, VIRTIO_STRIDE } from '../abi/virtio.ts';

const PAGE_BYTES = 4096;

/** Address of the page of registers; a driver that is to have it for itself takes the first slot of eight: 0, 8, 16 or 24. */
export const virtioPage = (slot: number): number =>
	Math.floor((VIRTIO_ADDRESS + slot * VIRTIO_STRIDE) / PAGE_BYTES) * PAGE_BYTES;
export const virtioLine = (slot: number): number => VIRTIO_LINE + slot;
export const VIRTIO_PAGE_BYTES: number = PAGE_BYTES;
