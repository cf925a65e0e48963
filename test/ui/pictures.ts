/** Golden pictures of the toolkit: which ones, and how each is made. */

import type { Picture } from '../graphics/golden.ts';
import { type Look, openApp } from './phone.ts';

export const GALLERY = 'test/components/gallery';

export const PICTURES: Readonly<Record<string, { readonly look: Look; readonly press?: string }>> = {
	'dark-1x': { look: {} },
	'dark-2x': { look: { scale: 2 } },
	'light-1x': { look: { dark: false, hue: 140 } },
	'contrast-1x': { look: { contrast: true, text: 3 } },
	'sheet-1x': { look: {}, press: 'Sheet' },
};

/** The picture as it is drawn now. */
export async function drawPicture(name: string): Promise<Picture> {
	const { look = {}, press } = PICTURES[name] ?? {};
	const phone = await openApp(GALLERY, look);
	if (press !== undefined) phone.press(press);
	return phone.picture();
}
