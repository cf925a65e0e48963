/** What goes through the queue: the numbers from 1 to COUNT. */
export const COUNT: u32 = 1000;
/** Much less, so that the queue is full now and then. */
export const CAPACITY: u32 = 16;
