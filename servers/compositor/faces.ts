/** The faces of the system's own text, at the screen's scale. */
import { BODY as BODY_1 } from '../../build/fonts/scale1/body.ts';
import { BODY_STRONG as BODY_STRONG_1 } from '../../build/fonts/scale1/body-strong.ts';
import { CAPTION as CAPTION_1 } from '../../build/fonts/scale1/caption.ts';
import { CAPTION_STRONG as CAPTION_STRONG_1 } from '../../build/fonts/scale1/caption-strong.ts';
import { CLOCK as CLOCK_1 } from '../../build/fonts/scale1/clock.ts';
import { SMALL as SMALL_1 } from '../../build/fonts/scale1/small.ts';
import { SMALL_STRONG as SMALL_STRONG_1 } from '../../build/fonts/scale1/small-strong.ts';
import { TITLE as TITLE_1 } from '../../build/fonts/scale1/title.ts';

export function caption(): u32 {
	return CAPTION_1;
}

export function captionStrong(): u32 {
	return CAPTION_STRONG_1;
}

export function small(): u32 {
	return SMALL_1;
}

export function smallStrong(): u32 {
	return SMALL_STRONG_1;
}

export function body(): u32 {
	return BODY_1;
}

export function bodyStrong(): u32 {
	return BODY_STRONG_1;
}

export function title(): u32 {
	return TITLE_1;
}

export function clock(): u32 {
	return CLOCK_1;
}
