/** The screen: its driver, and the framebuffer. What is drawn there is on the screen once it has been shown. */
import { PANEL_BYTES, Panel } from '../../interfaces/screen/panel.ts';
import { SCREEN_PIXELS } from '../../interfaces/screen/queue.ts';
import { SURFACE_BYTES, Surface } from '../../sdk/graphics/surface.ts';
import { Memory1 } from '../../sdk/region/memory1.ts';
import { setScreen } from './geometry.ts';
import { SLOT_SCREEN, SLOT_SCREEN_SIGNAL } from './slots.ts';

export const panel = changetype<Panel<Memory1>>(memory.data(PANEL_BYTES, 8));
export const framebuffer = changetype<Surface<Memory1>>(memory.data(SURFACE_BYTES, 4));
let connected: bool = false;

/** Begins a session; false: the driver is not ready, try again later. */
export function openScreen(): bool {
	connected = panel.open(SLOT_SCREEN, SLOT_SCREEN_SIGNAL) === 0 && setScreen(panel.width, panel.height);
	if (connected) framebuffer.open(SCREEN_PIXELS, panel.width, panel.height);
	return connected;
}

/** Whether the driver serves the session that was begun last. */
export function screenReady(): bool {
	return connected && panel.isServed();
}
