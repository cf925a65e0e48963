/**
 * How long anything is waited for that an emulator or a browser must do first, milliseconds. It ends what hangs, and measures nothing: a slow, busy computer that has just
 * been set up must not reach it.
 */
export const PATIENCE_MILLISECONDS = 240_000;
