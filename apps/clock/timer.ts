/** A countdown. */
import { now } from '../../sdk/time.ts';

export const MILLISECOND: i64 = 1_000_000;
export const SECOND: i64 = 1_000_000_000;
const MINUTE: i64 = 60 * SECOND;
const LONGEST: i64 = 24 * 60 * MINUTE;

/** Nanoseconds that it is set to, and that are left while it does not run. */
let length: i64 = 5 * MINUTE;
let left: i64 = 0;
/** When it ends, nanoseconds since boot; 0: it does not run. */
let endsAt: i64 = 0;
/** Its time has passed, and nobody has said that they know. */
export let isOver: bool = false;

export function isRunning(): bool {
	return endsAt !== 0;
}

/** Begun, and stopped before its end. */
export function isPaused(): bool {
	return left !== 0;
}

/** Nanoseconds that are left, or that it is set to. */
export function remaining(): i64 {
	if (isOver) return 0;
	if (isRunning()) return max<i64>(0, endsAt - now());
	return isPaused() ? left : length;
}

/** Makes it longer or shorter by whole minutes, while it does not run. */
export function lengthen(minutes: i64): void {
	length = min(LONGEST, max(MINUTE, length + minutes * MINUTE));
	left = 0;
	isOver = false;
}

/** Whether it is set to so many minutes. */
export function isSetTo(minutes: i64): bool {
	return length === minutes * MINUTE;
}

/** Sets it to so many minutes. */
export function setLength(minutes: i64): void {
	length = min(LONGEST, max(MINUTE, minutes * MINUTE));
	left = 0;
	isOver = false;
}

export function begin(): void {
	endsAt = now() + (isPaused() ? left : length);
	left = 0;
	isOver = false;
}

/** Minutes that it is set to. */
export function minutes(): u32 {
	return <u32>(length / MINUTE);
}

/** Was begun in an earlier life of the app, and has so many milliseconds to go; none: it has ended meanwhile. */
export function goOn(milliseconds: i64): void {
	endsAt = now() + max<i64>(0, min(LONGEST, milliseconds * MILLISECOND));
}

export function pause(): void {
	left = remaining();
	endsAt = 0;
}

/** As it was before it was begun. */
export function reset(): void {
	left = 0;
	endsAt = 0;
	isOver = false;
}

/** Whether it ends now. */
export function check(): bool {
	if (!isRunning() || now() < endsAt) return false;
	endsAt = 0;
	isOver = true;
	return true;
}
