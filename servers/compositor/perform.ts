/** Does what a target of the system's own says (actions.ts): by a tap, or by name through the accessibility port. */
import { EVENT_COVER_ACTION } from '../../interfaces/display/events.ts';
import * as actions from '../../interfaces/pages/actions.ts';
import { CHOICE_HUE } from '../../interfaces/preferences/choices.ts';
import { ANSWER_POSTPONED, ANSWER_SWITCH, BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import { answerTo } from './answers.ts';
import { isOpen, NOBODY } from './apps.ts';
import { changeChoice } from './choose.ts';
import { damageOverlay } from './damaged.ts';
import { post } from './events.ts';
import { isModal, performLayer } from './layers.ts';
import { choice } from './look.ts';
import * as scene from './scene.ts';
import { saveSession } from './session.ts';
import { beginCeremony } from './sheet.ts';
import { isSwitchedOff, setSwitches, switches } from './switches.ts';

/** Does an action. While the phone is locked, only unlocking does anything; while the system asks something, only home does. */
export function perform(action: u32, argument: u32): void {
	if (scene.isLocked()) {
		if (action === actions.ACTION_UNLOCK || action === actions.ACTION_NOTICE) scene.hideOverlay(0);
		if (action === actions.ACTION_NOTICE) scene.openApp(argument);
		return;
	}
	if (performLayer(action, argument)) return;
	if (action === actions.ACTION_HOME) {
		scene.goHome(1, 0);
		scene.hideOverlay(0);
	} else if (action === actions.ACTION_BACK) {
		scene.hideOverlay(0);
	} else if (!isModal()) {
		performFree(action, argument);
	}
}

function performFree(action: u32, argument: u32): void {
	if (action === actions.ACTION_OPEN || action === actions.ACTION_NOTICE) scene.openApp(argument);
	else if (action === actions.ACTION_APPS) showApps();
	else if (action === actions.ACTION_MENU) toggle(scene.OVERLAY_MENU);
	else if (action === actions.ACTION_EVENTS) showEvents();
	else if (action === actions.ACTION_CLOSE) closeFront(argument);
	else if (action === actions.ACTION_LOCK) scene.lock();
	else if (action === actions.ACTION_COVER) pressCover(argument);
	else if (action === actions.ACTION_XRAY) toggle(scene.OVERLAY_XRAY);
	else performChoice(action, argument);
}

function performChoice(action: u32, argument: u32): void {
	if (action === actions.ACTION_HUE) changeChoice(CHOICE_HUE, argument);
	else if (action === actions.ACTION_CHOICE) changeChoice(argument, 1 - choice(argument));
	else if (action === actions.ACTION_SWITCH) flip(argument);
	else if (action === actions.ACTION_ASKED) askNow(argument & 0xff, argument >> 8);
}

/** As the swipe from the bottom edge: the apps, or the keyboard if the user has touched "sign in". */
function showApps(): void {
	if (beginCeremony()) scene.hideOverlay(0);
	else show(scene.OVERLAY_GRID);
}

function show(kind: u32): void {
	if (!scene.isShowing(kind)) scene.showOverlay(kind);
}

function toggle(kind: u32): void {
	if (scene.isShowing(kind)) scene.hideOverlay(0);
	else scene.showOverlay(kind);
}

function showEvents(): void {
	scene.goHome(1, 0);
	show(scene.OVERLAY_EVENTS);
}

function closeFront(app: i32): void {
	if (scene.overlay !== scene.OVERLAY_LOCK) scene.hideOverlay(0);
	scene.closeApp(app === NOBODY ? scene.front : app);
}

/** A cover's action runs without opening the app. */
function pressCover(argument: u32): void {
	const app = argument & 0xff;
	if (isOpen(app)) post(app, EVENT_COVER_ACTION, argument >> 8, 0);
}

/** A question that waited is to be asked now, with its app in front. */
function askNow(app: u32, capability: u32): void {
	scene.openApp(app);
	answerTo(BADGE_PERMISSIONS, ANSWER_POSTPONED, app, capability, 0);
}

/** Switches a capability off for everybody, or on again. */
function flip(capability: u32): void {
	const off = !isSwitchedOff(capability);
	setSwitches(switches() ^ (1 << capability));
	answerTo(BADGE_PERMISSIONS, ANSWER_SWITCH, 0, capability, off ? 1 : 0);
	damageOverlay();
	saveSession();
}
