/** What has come of what the user did last, in one line. */

import { place } from '../../sdk/ui/layout.ts';
import { lineOf, TEXT_SMALL } from '../../sdk/ui/metrics.ts';
import { px } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';

export const NEWS_NONE: u32 = 0;
export const NEWS_KEEPING: u32 = 1;
export const NEWS_KEPT: u32 = 2;
export const NEWS_NO_ROOM: u32 = 3;
export const NEWS_NOT_KEPT: u32 = 4;
export const NEWS_SAVING: u32 = 5;
export const NEWS_SAVED: u32 = 6;
export const NEWS_NOT_SAVED: u32 = 7;
export const NEWS_RENAMED: u32 = 8;
export const NEWS_NOT_RENAMED: u32 = 9;
export const NEWS_NOT_DELETED: u32 = 10;

export let news: u32 = NEWS_NONE;

export function tell(what: u32): void {
	news = what;
}

/** The line, or its place when there is nothing to say: what is below stays where it is. */
export function newsLine(): void {
	if (news !== NEWS_NONE) ui.caption(newsText());
	else place(lineOf(TEXT_SMALL) + px(4));
}

function newsText(): string {
	switch (news) {
		case NEWS_KEEPING:
			return 'Keeping a copy';
		case NEWS_KEPT:
			return 'A copy is kept';
		case NEWS_NO_ROOM:
			return 'No room: it was not kept';
		case NEWS_NOT_KEPT:
			return 'It could not be kept';
		case NEWS_SAVING:
			return 'Saving to your files';
		case NEWS_SAVED:
			return 'Saved to your files';
		case NEWS_NOT_SAVED:
			return 'It could not be saved to your files';
		case NEWS_RENAMED:
			return 'It has its new name';
		case NEWS_NOT_RENAMED:
			return 'It could not be renamed';
		default:
			return 'It could not be deleted';
	}
}
