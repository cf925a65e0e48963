/** Starts, hears signals, and does nothing. */
export function init(): void {}

export function notified(_bits: i32): void {}
