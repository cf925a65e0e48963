/**
 * Compositor: the one component between apps and the display. It has all pixels and all touches, and gives each app its own. Apps push pixels; nothing is ever fetched from them, and nothing
 * waits for them.
 */
import { RESULT_WORDS } from '../../abi/component.ts';
import { dispatchDisplay } from '../../interfaces/display/server.ts';
import { dispatchPages } from '../../interfaces/pages/server.ts';
import { dispatchPreferences } from '../../interfaces/preferences/server.ts';
import { dispatchTrusted } from '../../interfaces/trusted/server.ts';
import { UNKNOWN_METHOD } from '../../sdk/interface.ts';
import { answer } from '../../sdk/message.ts';
import { updateBanner } from './banner.ts';
import { damageAll, damageHome, damageOverlay, damageStrip } from './damaged.ts';
import { readSensors } from './daytime.ts';
import { Display } from './display.ts';
import { beginActivation, drawFrame, wantFrame } from './frame.ts';
import { pauseGesture } from './gesture.ts';
import { fadeHints } from './hints.ts';
import { holdPower, inputReady, openInput, takeInput } from './input.ts';
import { proceedKeeping, startKeeping, writeChoices } from './keep.ts';
import { isModal, layersStarted, layerTick } from './layers.ts';
import { computeColours, setDefaultChoices } from './look.ts';
import { openPanes } from './panes.ts';
import { port } from './port.ts';
import { Preferences } from './preferences.ts';
import { takeRequests } from './requests.ts';
import { restoreSession, watchApps } from './restore.ts';
import { OVERLAY_LOCK, overlay } from './scene.ts';
import { openScreen, panel, screenReady } from './screen.ts';
import { loadSession } from './session.ts';
import { Pages, tellShell } from './shell.ts';
import * as slots from './slots.ts';
import * as timers from './timers.ts';
import { replay } from './touch.ts';
import { publish, wantTree } from './tree.ts';
import { Trusted } from './trusted.ts';

/** A driver that did not answer is asked again after so long. */
const RETRY: u64 = 20 * timers.MILLISECOND;
let started: bool = false;

export function init(): void {
	timers.refreshTime();
	setDefaultChoices();
	openPort();
	connect();
	timers.armAlarm(slots.BIT_ALARM);
}

function openPort(): void {
	port.open(slots.SLOT_PORT, slots.SLOT_PORT_SIGNAL);
}

/** Begins sessions with the drivers that are ready; the others are asked again. */
function connect(): void {
	if (!screenReady()) connectScreen();
	if (!inputReady()) openInput();
	if (!screenReady() || !inputReady()) timers.setTimer(timers.TIMER_RETRY, RETRY);
}

function connectScreen(): void {
	if (!openScreen()) return;
	if (!started) {
		if (!openPanes()) return;
		started = true;
		const known = loadSession();
		computeColours();
		readSensors();
		damageHome();
		damageStrip();
		if (known) restoreSession();
		layersStarted();
		startKeeping(known);
	}
	damageAll();
	drawFrame();
}

export function notified(bits: u32): void {
	timers.refreshTime();
	if ((bits & slots.BIT_ALARM) !== 0) timers.alarmed();
	beginActivation();
	if (!screenReady() || !inputReady()) connect();
	takeInput();
	panel.settle();
	if (!port.isServed()) openPort();
	port.settle();
	takeRequests();
	if ((bits & slots.BIT_LIFECYCLE) !== 0) watchApps();
	if ((bits & slots.BIT_STORE) !== 0) proceedKeeping();
	tick();
	drawFrame();
	publish();
	tellShell();
	timers.armAlarm(slots.BIT_ALARM);
}

/** Does what is due. */
function tick(): void {
	if (timers.takeTimer(timers.TIMER_RETRY)) connect();
	if (timers.takeTimer(timers.TIMER_REPLAY)) replay();
	if (timers.takeTimer(timers.TIMER_PAUSE)) pauseGesture();
	if (timers.takeTimer(timers.TIMER_POWER)) holdPower();
	if (timers.takeTimer(timers.TIMER_CLOCK)) showTime();
	if (timers.takeTimer(timers.TIMER_HINTS)) fadeHints();
	if (timers.takeTimer(timers.TIMER_KEEP)) writeChoices();
	timers.takeTimer(timers.TIMER_FRAME);
	timers.takeTimer(timers.TIMER_TREE);
	layerTick();
	updateBanner(!isModal());
}

function showTime(): void {
	readSensors();
	damageStrip();
	if (overlay === OVERLAY_LOCK) damageOverlay();
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	timers.refreshTime();
	beginActivation();
	const result = dispatch(badge, method, w0, w1, w2, w3, w4, w5);
	wake();
	return result;
}

/** Whatever the call has changed is drawn in an activation of the compositor's own: the caller does not pay for it, and cannot hurry it. */
function wake(): void {
	const kept0 = load<u64>(RESULT_WORDS);
	const kept1 = load<u64>(RESULT_WORDS, 8);
	const kept2 = load<u64>(RESULT_WORDS, 16);
	wantFrame();
	wantTree();
	tellShell();
	timers.armAlarm(slots.BIT_ALARM);
	store<u64>(RESULT_WORDS, kept0);
	store<u64>(RESULT_WORDS, kept1, 8);
	store<u64>(RESULT_WORDS, kept2, 16);
}

/** The badge tells which interface, and who calls. */
function dispatch(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	const client = badge % slots.BADGE_INTERFACE;
	const which = badge / slots.BADGE_INTERFACE;
	if (which === slots.INTERFACE_DISPLAY) return dispatchDisplay<Display>(client, method, w0, w1, w2, w3, w4, w5);
	if (which === slots.INTERFACE_TRUSTED) return dispatchTrusted<Trusted>(client, method, w0, w1, w2, w3, w4, w5);
	if (which === slots.INTERFACE_PAGES) return dispatchPages<Pages>(client, method, w0, w1, w2, w3, w4, w5);
	if (which !== slots.INTERFACE_PREFERENCES) return answer(UNKNOWN_METHOD, 0);
	return dispatchPreferences<Preferences>(client, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
