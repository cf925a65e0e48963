/** All faces at both scales, chosen when the component runs. A component that needs one scale imports its faces directly. */

import { BODY as BODY_1 } from '../../../build/fonts/scale1/body.ts';
import { BODY_STRONG as BODY_STRONG_1 } from '../../../build/fonts/scale1/body-strong.ts';
import { CAPTION as CAPTION_1 } from '../../../build/fonts/scale1/caption.ts';
import { CAPTION_STRONG as CAPTION_STRONG_1 } from '../../../build/fonts/scale1/caption-strong.ts';
import { CLOCK as CLOCK_1 } from '../../../build/fonts/scale1/clock.ts';
import { HERO as HERO_1 } from '../../../build/fonts/scale1/hero.ts';
import { LARGE_TITLE as LARGE_TITLE_1 } from '../../../build/fonts/scale1/large-title.ts';
import { SMALL as SMALL_1 } from '../../../build/fonts/scale1/small.ts';
import { SMALL_STRONG as SMALL_STRONG_1 } from '../../../build/fonts/scale1/small-strong.ts';
import { TITLE as TITLE_1 } from '../../../build/fonts/scale1/title.ts';
import { BODY as BODY_2 } from '../../../build/fonts/scale2/body.ts';
import { BODY_STRONG as BODY_STRONG_2 } from '../../../build/fonts/scale2/body-strong.ts';
import { CAPTION as CAPTION_2 } from '../../../build/fonts/scale2/caption.ts';
import { CAPTION_STRONG as CAPTION_STRONG_2 } from '../../../build/fonts/scale2/caption-strong.ts';
import { CLOCK as CLOCK_2 } from '../../../build/fonts/scale2/clock.ts';
import { HERO as HERO_2 } from '../../../build/fonts/scale2/hero.ts';
import { LARGE_TITLE as LARGE_TITLE_2 } from '../../../build/fonts/scale2/large-title.ts';
import { SMALL as SMALL_2 } from '../../../build/fonts/scale2/small.ts';
import { SMALL_STRONG as SMALL_STRONG_2 } from '../../../build/fonts/scale2/small-strong.ts';
import { TITLE as TITLE_2 } from '../../../build/fonts/scale2/title.ts';

export function caption(scale: i32): u32 {
	return scale === 1 ? CAPTION_1 : CAPTION_2;
}

export function captionStrong(scale: i32): u32 {
	return scale === 1 ? CAPTION_STRONG_1 : CAPTION_STRONG_2;
}

export function small(scale: i32): u32 {
	return scale === 1 ? SMALL_1 : SMALL_2;
}

export function smallStrong(scale: i32): u32 {
	return scale === 1 ? SMALL_STRONG_1 : SMALL_STRONG_2;
}

export function body(scale: i32): u32 {
	return scale === 1 ? BODY_1 : BODY_2;
}

export function bodyStrong(scale: i32): u32 {
	return scale === 1 ? BODY_STRONG_1 : BODY_STRONG_2;
}

export function title(scale: i32): u32 {
	return scale === 1 ? TITLE_1 : TITLE_2;
}

export function largeTitle(scale: i32): u32 {
	return scale === 1 ? LARGE_TITLE_1 : LARGE_TITLE_2;
}

export function hero(scale: i32): u32 {
	return scale === 1 ? HERO_1 : HERO_2;
}

export function clock(scale: i32): u32 {
	return scale === 1 ? CLOCK_1 : CLOCK_2;
}
