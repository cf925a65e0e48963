/** Which apps run: after a restart of the compositor, and whenever lifecycle says that something has changed. */
import { EVENT_EXPOSE } from '../../interfaces/display/events.ts';
import { inspect, inspectState } from '../../interfaces/lifecycle/client.ts';
import { APP_CLOSED, APP_FAILED, APP_OPEN } from '../../interfaces/lifecycle/states.ts';
import { APPS, exists, hasFailed, isOpen, opened } from './apps.ts';
import { post } from './events.ts';
import { coversChanged } from './home.ts';
import { appFailed, forgetApp, restoreFront, tellAll } from './scene.ts';
import { sessionApp, sessionCount, sessionFront } from './session.ts';
import { SLOT_LIFECYCLE } from './slots.ts';

const UNKNOWN: u32 = 255;

function stateOf(app: u32): u32 {
	return inspect(SLOT_LIFECYCLE, app) === 0 ? inspectState() : UNKNOWN;
}

/** Goes on with the session of before: the same apps in the same order, each of which has to draw again. */
export function restoreSession(): void {
	for (let place: u32 = 0; place < sessionCount(); place++) {
		const app = sessionApp(place);
		if (!exists(app) || isOpen(app) || stateOf(app) !== APP_OPEN || !opened(app)) continue;
		post(app, EVENT_EXPOSE, 3, 0);
	}
	restoreFront(sessionFront());
	tellAll();
}

/** Something has changed about the apps: who has failed says so on its cover, who is gone has none. */
export function watchApps(): void {
	for (let app: u32 = 0; app < APPS; app++) {
		if (!exists(app)) continue;
		const state = stateOf(app);
		if (isOpen(app) && state === APP_FAILED) appFailed(app);
		else if (isOpen(app) && state === APP_CLOSED && !hasFailed(app)) forgetApp(app);
		else if (!isOpen(app) && state === APP_OPEN) noticeApp(app);
	}
}

/** Somebody else has opened an app. */
function noticeApp(app: u32): void {
	if (!opened(app)) return;
	post(app, EVENT_EXPOSE, 2, 0);
	coversChanged();
}
