/** What the shell calls: interfaces/pages. It is told what there is to show when that has changed. */

import * as service from '../../interfaces/pages/server.ts';
import * as form from '../../interfaces/pages/state.ts';
import { CHOICE_SEAL, CHOICES } from '../../interfaces/preferences/choices.ts';
import { BADGE_SHELL } from '../../interfaces/trusted/answers.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { notify } from '../../sdk/kernel.ts';
import { writeLoan } from '../../sdk/loan.ts';
import { APPS, coverAction, hasFailed, isOpen, openAt, openCount } from './apps.ts';
import { shellStale, shellTold } from './damaged.ts';
import { CHOICE_VALUES } from './look.ts';
import { newsCount, newsWord } from './news.ts';
import { takePage } from './pages.ts';
import { front, overlay } from './scene.ts';
import { SLOT_SHELL } from './slots.ts';
import { switches } from './switches.ts';

const STATE: u32 = memory.data(256, 4) as u32;
const TOLD: u32 = memory.data(256, 4) as u32;

/** Wakes the shell if there is something else to show. */
export function tellShell(): void {
	if (!shellStale) return;
	shellTold();
	writeState();
	if (memory.compare(STATE, TOLD, form.STATE_BYTES) === 0) return;
	memory.copy(TOLD, STATE, form.STATE_BYTES);
	notify(SLOT_SHELL);
}

function writeState(): void {
	store<u8>(STATE, <u8>front, form.STATE_FRONT);
	store<u8>(STATE, <u8>openCount(), form.STATE_COUNT);
	store<u8>(STATE, <u8>newsCount, form.STATE_NEWS_COUNT);
	store<u8>(STATE, <u8>overlay, form.STATE_PAGE);
	store<u32>(STATE, switches(), form.STATE_SWITCHES);
	memory.copy(STATE + form.STATE_CHOICES, CHOICE_VALUES, 4 * CHOICES);
	store<u32>(STATE + form.STATE_CHOICES + 4 * CHOICE_SEAL, 0);
	for (let index: u32 = 0; index < form.NEWS_MOST; index++) {
		store<u32>(STATE + form.STATE_NEWS + 4 * index, index < newsCount ? newsWord(index) : 0);
	}
	for (let place: u32 = 0; place < openCount(); place++) store<u8>(STATE + form.STATE_ORDER + place, <u8>openAt(place));
	for (let app: u32 = 0; app < APPS; app++) writeApp(app, STATE + form.STATE_APPS + form.STATE_APP_BYTES * app);
}

function writeApp(app: u32, row: u32): void {
	const flags = (isOpen(app) ? form.APP_IS_OPEN : 0) | (hasFailed(app) ? form.APP_HAS_FAILED : 0);
	store<u8>(row, <u8>flags, form.STATE_APP_FLAGS);
	store<u8>(row, <u8>coverAction(app, 0), form.STATE_APP_ACTIONS);
	store<u8>(row, <u8>coverAction(app, 1), form.STATE_APP_ACTIONS + 1);
}

@unmanaged
export class Pages extends service.PagesService {
	state(badge: u32, _length: u32): i32 {
		if (badge !== BADGE_SHELL) return service.NOT_YOURS;
		writeState();
		return writeLoan(0, STATE, form.STATE_BYTES);
	}

	describe(badge: u32, length: u32, page: u32): i32 {
		if (badge !== BADGE_SHELL) return service.NOT_YOURS;
		return takePage(page, length) ? SUCCESS : service.BAD_ELEMENT;
	}
}
