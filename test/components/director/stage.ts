/** What the director has to work with: its table, its rows, and kernel calls in a convenient form. */
import { IDENTIFY } from '../../../abi/calls.ts';
import { RESULT_WORDS } from '../../../abi/component.ts';
import { system } from '../../../sdk/kernel.ts';

// ---- what init has put into the director's table -----------------------------------------------------------------------
export const CONTROL: i32 = 1;
/** The root account. */
export const ACCOUNT: i32 = 2;
/** The director's own process. */
export const SELF: i32 = 3;
export const IMAGE_SUBJECT: i32 = 8;
export const IMAGE_USHER: i32 = 9;
/** Behind the image in slot s, in slot s + SIZES, a gate whose badge tells how much memory it needs on this machine. */
const SIZES: i32 = 8;
/** Raises BIT_USHER of the director; a copy of it is the usher's. */
export const SIGNAL_USHER: i32 = 6;

// ---- what the areas use as they like, and leave empty ---------------------------------------------------------------------
export const SCRATCH: i32 = 200;
/** A slot of the table that stays empty, and numbers that are no slots. */
export const EMPTY: i32 = 255;
export const BEYOND: i32 = 256;

// ---- rows that nobody else uses ---------------------------------------------------------------------------------------------
export const ROW_GRANT: i32 = 100;
export const ROW_ACCOUNT: i32 = 50;
export const ROW_REGION: i32 = 500;
/** A row number behind the end of every table. */
export const ROW_NONE: i32 = 5000;

// ---- bits that reach the director ---------------------------------------------------------------------------------------------
export const BIT_USHER: u32 = 1;
export const BIT_ALARM: u32 = 2;
/** For the areas. */
export const BIT_FIRST: u32 = 4;

/** What `abi/boot.ts` calls ROW_FREE_RAM. */
export const FREE_RAM: i32 = 1;

/** A kernel call. */
export function sys(number: i32, a0: i32 = 0, a1: i32 = 0, a2: i32 = 0, a3: i32 = 0, a4: i32 = 0, a5: i32 = 0): i32 {
	return system(number, a0, a1, a2, a3, a4, a5);
}

/** Result word `index` of the last call. */
export function word(index: u32): i32 {
	return load<i32>(RESULT_WORDS + (index << 2));
}

/** The 4 KiB pages that a process of this image needs as its own memory. */
export function memoryPages(image: i32): i32 {
	sys(IDENTIFY, image + SIZES);
	return word(0) & 0xffff;
}

/** The same for native data and stack; 0 on a machine that needs none. */
export function nativePages(image: i32): i32 {
	sys(IDENTIFY, image + SIZES);
	return word(0) >> 16;
}

/** A 4 KiB page that is RAM: QEMU's machine begins it at 1 GiB and needs native memory, a hosted machine at its second page. */
export function ramPage(): i32 {
	return nativePages(IMAGE_SUBJECT) === 0 ? 2 : 0x40400;
}

// ---- how a step of an area ends ------------------------------------------------------------------------------------------------
/** Go on with the next step at once. */
export const NEXT: i32 = 0;
/** Go on when everybody else has finished. */
export const IDLE: i32 = 1;
/** Go on at the director's next alarm, which the step has set. */
export const SLEEP: i32 = 2;
/** The area is done. */
export const END: i32 = 3;
