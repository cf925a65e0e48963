/** What operations on a virtio device can give; closed. Zero is success. */

export const VIRTIO_OK: i32 = 0;
/** There is no device of the expected kind, or it speaks only the legacy protocol. */
export const VIRTIO_NO_DEVICE: i32 = 1;
/** The device does not accept the features without which the driver cannot work. */
export const VIRTIO_FEATURES: i32 = 2;
/** The device has no such queue, or only a smaller one. */
export const VIRTIO_NO_QUEUE: i32 = 3;
/** The kernel did not say where the queue's region lies: the driver lacks the right `address`. */
export const VIRTIO_NO_ADDRESS: i32 = 4;
/** The device has answered what was never asked. It must be reset before it is used again. */
export const VIRTIO_LIES: i32 = 5;
/** The device asks to be reset. */
export const VIRTIO_BROKEN: i32 = 6;
