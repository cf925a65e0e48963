/**
 * Shell: what home, the app grid, the top menu, the events, the lock screen and X-Ray look like. It describes them to the compositor, which draws them and does what is pressed; so the shell sees no pixel and no touch, and
 * nothing waits for it.
 */
import * as form from '../../interfaces/pages/elements.ts';
import { alarmed, armAlarm, MILLISECOND, refreshTime, setTimer, takeTimer } from '../../sdk/timers.ts';
import { askClock } from './day.ts';
import { describeEvents } from './events.ts';
import { describeGrid } from './grid.ts';
import { describeHome } from './home.ts';
import { describeLock } from './lock.ts';
import { describeMenu } from './menu.ts';
import { BIT_ALARM } from './slots.ts';
import { pageShown, readState } from './state.ts';
import { beginPage, endPage } from './writer.ts';
import { describeXray } from './xray.ts';

/** The compositor is asked again so long after it did not answer. */
const RETRY: u64 = 20 * MILLISECOND;
const TIMER_RETRY: u32 = 0;
const TIMER_CLOCK: u32 = 1;

export function init(): void {
	refreshTime();
	tellTime();
	describeAll();
	armAlarm(BIT_ALARM);
}

export function notified(bits: u32): void {
	refreshTime();
	if ((bits & BIT_ALARM) !== 0) alarmed();
	takeTimer(TIMER_RETRY);
	if (takeTimer(TIMER_CLOCK)) tellTime();
	describeAll();
	armAlarm(BIT_ALARM);
}

function tellTime(): void {
	setTimer(TIMER_CLOCK, askClock() * MILLISECOND);
}

/** Home first: it is what is seen most. */
function describeAll(): void {
	if (!readState()) {
		setTimer(TIMER_RETRY, RETRY);
		return;
	}
	for (let page: u32 = form.PAGE_HOME; page < form.PAGES; page++) {
		beginPage();
		describePage(page);
		if (!endPage(page)) setTimer(TIMER_RETRY, RETRY);
	}
}

function describePage(page: u32): void {
	if (page === form.PAGE_HOME) describeHome();
	else if (page === form.PAGE_GRID) describeGrid();
	else if (page === form.PAGE_MENU) describeMenu();
	else if (page === form.PAGE_EVENTS) describeEvents();
	else if (page === form.PAGE_LOCK) describeLock();
	else if (pageShown() === form.PAGE_XRAY) describeXray();
}
