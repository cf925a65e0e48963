/** Page tables of regions as the hardware reads them (Arm ARM D8.3): one level 2 table, and a level 3 table for each 512 pages. */
import { MEMORY_DEVICE, MEMORY_IMAGE } from '../../kernel/layout.ts';

/** Entries of a table. */
export const TABLE_ENTRIES: u32 = 512;
const TABLE: u64 = 3;
const PAGE: u64 = 3;
const DEVICE: u64 = 1 << 2;
const USER: u64 = 1 << 6;
const READ_ONLY: u64 = 1 << 7;
const INNER_SHAREABLE: u64 = 3 << 8;
const ACCESSED: u64 = 1 << 10;
const NOT_GLOBAL: u64 = 1 << 11;
const NO_PRIVILEGED_EXECUTE: u64 = (<u64>1) << 53;
const NO_EXECUTE: u64 = (<u64>1) << 54;

/** Tables of a region: 1 + ⌈pages/512⌉ pages. */
export function tablePages(pages: u32): u32 {
	return 1 + (pages + TABLE_ENTRIES - 1) / TABLE_ENTRIES;
}

/** Level 2 entry for the level 3 table in physical page `page`. */
export function tableDescriptor(page: u32): u64 {
	return ((<u64>page) << 12) | TABLE;
}

/** Level 3 entry for physical page `page`: an image is executable and read-only, anything else writable and never executable. */
export function pageDescriptor(page: u32, kind: u32): u64 {
	const rights = kind === MEMORY_IMAGE ? READ_ONLY : NO_EXECUTE;
	const device: u64 = kind === MEMORY_DEVICE ? DEVICE : 0;
	const common = PAGE | USER | INNER_SHAREABLE | ACCESSED | NOT_GLOBAL | NO_PRIVILEGED_EXECUTE;
	return ((<u64>page) << 12) | common | rights | device;
}
