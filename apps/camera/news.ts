/** What has come of what the user did last, in one line. */

import { place } from '../../sdk/ui/layout.ts';
import { lineOf, TEXT_SMALL } from '../../sdk/ui/metrics.ts';
import { px } from '../../sdk/ui/screen.ts';
import * as ui from '../../sdk/ui/ui.ts';

export const NEWS_NONE: u32 = 0;
export const NEWS_TAKING: u32 = 1;
export const NEWS_KEEPING: u32 = 2;
export const NEWS_KEPT: u32 = 3;
export const NEWS_NO_ROOM: u32 = 4;
export const NEWS_NO_CAMERA: u32 = 5;
export const NEWS_NOT_KEPT: u32 = 6;
export const NEWS_SHARING: u32 = 7;
export const NEWS_SHARED: u32 = 8;
export const NEWS_NOT_SHARED: u32 = 9;
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
		case NEWS_TAKING:
			return 'Taking the picture';
		case NEWS_KEEPING:
			return 'Keeping the picture';
		case NEWS_KEPT:
			return 'The picture is kept';
		case NEWS_NO_ROOM:
			return 'No room: the picture was not kept';
		case NEWS_NO_CAMERA:
			return 'The camera did not answer';
		case NEWS_NOT_KEPT:
			return 'The picture could not be kept';
		case NEWS_SHARING:
			return 'Saving to your files';
		case NEWS_SHARED:
			return 'Saved to your files';
		case NEWS_NOT_SHARED:
			return 'It could not be saved to your files';
		case NEWS_NOT_DELETED:
			return 'It could not be deleted';
		default:
			return '';
	}
}
