/** What has come of what the user did last, in one line. */

import { place } from './layout.ts';
import { lineOf, TEXT_SMALL } from './metrics.ts';
import { px } from './screen.ts';
import { caption } from './text.ts';

let said: string = '';

/** Says it in place of what was said before; '': nothing any more. */
export function tell(news: string): void {
	said = news;
}

/** Whether there is something to say. */
export function hasNews(): bool {
	return said.length > 0;
}

/** The line, or its place when there is nothing to say: what is below stays where it is. */
export function newsLine(): void {
	if (hasNews()) caption(said);
	else place(lineOf(TEXT_SMALL) + px(4));
}
