/** The one window that has pixels: whose it is, and what it says to those who cannot see it. */
import { EVENT_EXPOSE } from '../../interfaces/display/events.ts';
import { TITLE } from '../../sdk/graphics/face-numbers.ts';
import { drawMark } from '../../sdk/graphics/marks.ts';
import { drawWordsIn } from '../../sdk/graphics/words.ts';
import { NOBODY, setName } from './apps.ts';
import { post } from './events.ts';
import { paneHeight, px, screenWidth } from './geometry.ts';
import { ambience } from './look.ts';
import { forgetNodes, NODES_WINDOW } from './nodes.ts';
import { PANE_WINDOW, pane, wipe } from './panes.ts';

/** Whose pixels the window's picture has; NOBODY: no app's. */
export let windowApp: i32 = NOBODY;

/** The picture becomes that of an app. Of whoever had it before nothing is left; the app is asked to draw. */
export function takeWindow(app: u32): void {
	if (windowApp === <i32>app) return;
	windowApp = app;
	forgetNodes(NODES_WINDOW);
	drawSplash(app);
	post(app, EVENT_EXPOSE, 1, 0);
}

/** The picture belongs to nobody. */
export function forgetWindow(): void {
	windowApp = NOBODY;
	forgetNodes(NODES_WINDOW);
	wipe(pane(PANE_WINDOW), ambience.surface1);
}

/** What an app shows until it has drawn. */
function drawSplash(app: u32): void {
	const window = pane(PANE_WINDOW);
	wipe(window, ambience.surface1);
	const middle = paneHeight / 2;
	drawMark(window, app, screenWidth / 2, middle - px(44), px(14));
	setName(app);
	drawWordsIn(window, TITLE, 0, middle - px(14), screenWidth, px(28), ambience.text2);
}
