/** How large the phone is on the page: its own size where there is room, smaller where there is not, and all of a small screen. */
import { element } from './element.ts';
import { FINE } from './fine.ts';

export const POINTS_WIDTH = 390;
export const POINTS_HEIGHT = 844;
/** Bezel and air around the screen on a large page, CSS pixels, both sides together. */
const FRAME = 22 + 16;
/** On a page of less than this width the phone has no frame: style.css says the same. */
const NARROW = '(width < 34rem)';

/** Pixels of the phone to the point. */
export function pixelScale(): 1 | 2 {
	return window.devicePixelRatio >= FINE ? 2 : 1;
}

/** Keeps the phone as large as the page allows, from now on. */
export function followSize(): void {
	const stage = element('phone').parentElement as HTMLElement;
	const fit = () => {
		const factor = factorOn(stage);
		document.documentElement.style.setProperty('--screen-width', `${POINTS_WIDTH * factor}px`);
		document.documentElement.style.setProperty('--screen-height', `${POINTS_HEIGHT * factor}px`);
	};
	new ResizeObserver(fit).observe(stage);
	fit();
}

/** CSS pixels to the point. */
function factorOn({ clientWidth, clientHeight }: HTMLElement): number {
	const narrow = matchMedia(NARROW).matches;
	const frame = narrow ? 0 : FRAME;
	const factor = Math.min((clientWidth - frame) / POINTS_WIDTH, (clientHeight - frame) / POINTS_HEIGHT);
	return narrow ? factor : Math.min(1, factor);
}
