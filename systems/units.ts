/** Units for system files: every time is in nanoseconds, every size in bytes, every share in 1/65536 of the machine. */

export const microseconds = (count: number): number => count * 1000;
export const milliseconds = (count: number): number => count * 1_000_000;
export const seconds = (count: number): number => count * 1_000_000_000;
export const kibibytes = (count: number): number => count * 1024;
export const mebibytes = (count: number): number => count * 1024 * 1024;
/** Percent of the machine's CPU time, rounded down to the kernel's unit. */
export const percent = (count: number): number => Math.floor((count * 65536) / 100);
