/** X-Ray: who owns what is on the screen, what it costs, and a button that ends it. No app is told. */
import { ROLE_BUTTON, ROLE_TEXT } from '../../interfaces/display/nodes.ts';
import { inspect, inspectMemory, inspectTime } from '../../interfaces/lifecycle/client.ts';
import { ACTION_BACK, ACTION_CLOSE } from '../../interfaces/pages/actions.ts';
import * as covers from '../../interfaces/pages/covers.ts';
import * as form from '../../interfaces/pages/elements.ts';
import { CAPTION, SMALL_STRONG } from '../../sdk/graphics/face-numbers.ts';
import { add, addNumber, clear } from '../../sdk/text.ts';
import { SLOT_LIFECYCLE } from './slots.ts';
import { front, NOBODY, openAt, openCount } from './state.ts';
import * as page from './writer.ts';

const TINT: u32 = 90;
const LABEL: u32 = 220;
const LABEL_HIGH: i32 = 128;
const MICROSECONDS_IN_MILLISECOND: u64 = 1000;

export function describeXray(): void {
	page.target(0, 0, page.PAGE_WIDE, page.PAGE_HIGH);
	page.press(ROLE_BUTTON, ACTION_BACK, 0);
	page.say('Back');
	if (front() !== NOBODY) {
		describeRegion(front(), 0, 0, page.PAGE_WIDE, page.PAGE_HIGH, 0);
		return;
	}
	describeSystem();
	for (let place: u32 = 0; place < openCount(); place++) {
		covers.placeCover(place, openCount());
		describeRegion(openAt(place), covers.coverX, covers.coverY, covers.coverWide, covers.coverHigh, covers.coverRadius);
	}
}

function describeSystem(): void {
	page.fill(0, 0, page.PAGE_WIDE, page.PAGE_HIGH, form.COLOUR_PAPER, 0);
	page.setOpacity(TINT);
	page.words(SMALL_STRONG, 20, page.PAGE_HIGH - 44, page.PAGE_WIDE - 20, 20, form.COLOUR_WHITE);
	page.say('System: compositor and shell');
	page.tell(ROLE_TEXT);
}

/** A rectangle that belongs to an app. */
function describeRegion(app: u32, x: i32, y: i32, width: i32, height: i32, radius: u32): void {
	page.fill(x, y, width, height, form.COLOUR_MARK, radius);
	page.about(app);
	page.setOpacity(TINT);
	const top = y + (height - LABEL_HIGH) / 2;
	page.fill(x + 4, top, width - 8, LABEL_HIGH, form.COLOUR_PAPER, 12);
	page.setOpacity(LABEL);
	page.mark(app, x + 18, top + 18, 5);
	page.words(SMALL_STRONG, x + 30, top + 8, width - 36, 20, form.COLOUR_WHITE);
	page.named(app);
	describeCosts(app, x + 12, top + 30, width - 20);
	page.centred(SMALL_STRONG, x + 4, top + LABEL_HIGH - page.TARGET, width - 8, page.TARGET, form.COLOUR_WHITE);
	page.press(ROLE_BUTTON, ACTION_CLOSE, app);
	page.say('Close');
}

function describeCosts(app: u32, x: i32, y: i32, width: i32): void {
	if (inspect(SLOT_LIFECYCLE, app) !== 0) return;
	const memory = inspectMemory();
	const time = inspectTime();
	page.words(CAPTION, x, y, width, 18, form.COLOUR_WHITE);
	clear();
	addNumber(memory);
	add(' KiB');
	page.sayText();
	page.tell(ROLE_TEXT);
	page.words(CAPTION, x, y + 20, width, 18, form.COLOUR_WHITE);
	clear();
	addNumber(time / MICROSECONDS_IN_MILLISECOND);
	add(' ms');
	page.sayText();
	page.tell(ROLE_TEXT);
}
