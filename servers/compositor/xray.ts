/** X-Ray: who owns what is on the screen, and what it costs. Drawn over everything; no app is told. */
import { inspect, inspectMemory, inspectTime } from '../../interfaces/lifecycle/client.ts';
import { CAPTION, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { fillRectangle } from '../../sdk/graphics/fill.ts';
import { drawMark, markColour } from '../../sdk/graphics/marks.ts';
import { faded, rgb } from '../../sdk/graphics/pixel.ts';
import { fillRounded } from '../../sdk/graphics/shapes.ts';
import { Surface } from '../../sdk/graphics/surface.ts';
import { SYSTEM_PAPER } from '../../sdk/graphics/system-colours.ts';
import { drawWords, say } from '../../sdk/graphics/words.ts';
import { RegionMemory } from '../../sdk/region/memory.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { NOBODY, openAt, openCount, setName } from './apps.ts';
import { damagePanes, damageTree } from './damaged.ts';
import { paneHeight, px, screenWidth, stripHeight } from './geometry.ts';
import { coverHigh, coverRadius, coverWide, coverX, coverY, placeCover } from './home.ts';
import { front, OVERLAY_NONE, overlay } from './scene.ts';
import { SLOT_LIFECYCLE } from './slots.ts';

const TINT: u32 = 90;
const WHITE: u32 = 0xffffff;
const MICROSECONDS_IN_MILLISECOND: u64 = 1000;
export let xrayOn: bool = false;

export function showXray(on: bool): void {
	xrayOn = on;
	damagePanes();
	damageTree();
}

/** Draws it inside the surface's clip. */
export function drawXray<M extends RegionMemory>(surface: Surface<M>): void {
	if (!xrayOn) return;
	if (overlay !== OVERLAY_NONE) {
		drawSystem(surface);
	} else if (front !== NOBODY) {
		drawRegion(surface, front, 0, 0, screenWidth, paneHeight);
	} else {
		drawSystem(surface);
		for (let place: u32 = 0; place < openCount(); place++) {
			placeCover(place);
			drawRegion(surface, openAt(place), coverX, coverY, coverWide, coverHigh);
		}
	}
}

function drawSystem<M extends RegionMemory>(surface: Surface<M>): void {
	fillRectangle(surface, 0, stripHeight, screenWidth, paneHeight, faded(rgb(SYSTEM_PAPER), TINT));
	say('System: compositor');
	drawWords(surface, SMALL_STRONG, px(20), stripHeight + paneHeight - px(76), screenWidth, rgb(WHITE));
}

/** A rectangle of a pane that belongs to an app. */
function drawRegion<M extends RegionMemory>(
	surface: Surface<M>,
	app: u32,
	x: i32,
	y: i32,
	width: i32,
	height: i32,
): void {
	const top = y + stripHeight;
	fillRounded(surface, x, top, width, height, width < screenWidth ? coverRadius() : 0, faded(markColour(app), TINT));
	const middle = top + height / 2;
	fillRounded(surface, x + px(4), middle - px(40), width - px(8), px(80), px(12), faded(rgb(SYSTEM_PAPER), 220));
	drawMark(surface, app, x + px(18), middle - px(20), px(5));
	setName(app);
	drawWords(surface, SMALL_STRONG, x + px(30), middle - px(32), width - px(36), rgb(WHITE));
	const known = inspect(SLOT_LIFECYCLE, app) === 0;
	const memory = inspectMemory();
	const time = inspectTime();
	if (!known) return;
	clear();
	addNumber(memory);
	add(' KiB');
	drawWords(surface, CAPTION, x + px(12), middle - px(6), width - px(20), rgb(WHITE));
	clear();
	addNumber(time / MICROSECONDS_IN_MILLISECOND);
	add(' ms');
	drawWords(surface, CAPTION, x + px(12), middle + px(14), width - px(20), rgb(WHITE));
}
