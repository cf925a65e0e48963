/** How much RAM things take, in 4 KiB pages. */

import { PROCESS_BLOCK_PAGES } from '../../kernel/layout.ts';
import type { ComponentImage } from './types.ts';

export const PAGE_BYTES = 4096;
/** A WebAssembly page is sixteen of ours. */
export const PAGES_OF_WASM_PAGE = 16;
/** Pages that one level-3 table maps. */
const PAGES_OF_TABLE = 512;

/** A region's own pages, its level-2 table and its level-3 tables. */
export function regionFootprint(pages: number): number {
	return pages + 1 + Math.ceil(pages / PAGES_OF_TABLE);
}

/** A component's process block, memory 0 and, where the machine has it, native data and stack. */
export function componentFootprint(image: Pick<ComponentImage, 'memoryPages'>, nativePages: number): number {
	const native = nativePages === 0 ? 0 : regionFootprint(nativePages);
	return PROCESS_BLOCK_PAGES + regionFootprint(image.memoryPages * PAGES_OF_WASM_PAGE) + native;
}
