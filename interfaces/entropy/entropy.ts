import type { WriteBuffer } from '../types.ts';

/**
 * Random bytes from a device, each given out once.
 *
 * @memory 0
 * @error NOT_YET There are not so many bytes at the moment; ask again a little later.
 * @error BROKEN There is no such device, or it does not keep to its protocol.
 */
export interface Entropy {
	/**
	 * Fills a buffer with random bytes.
	 * @worstCase 100000
	 * @length buffer 1..256
	 * @throws NOT_YET
	 * @throws BROKEN
	 */
	fill(buffer: WriteBuffer): void;

	/**
	 * How the device is: 0, or VIRTIO_* of sdk/virtio/result.ts.
	 * @worstCase 10000
	 */
	condition(): u32;
}
