/** What the permission server, the keyboard, the powerbox and the clipboard call: interfaces/trusted. */
import { VISIBLE_WINDOW } from '../../interfaces/display/look.ts';
import { NEWS_ASKS } from '../../interfaces/pages/state.ts';
import {
	APP_NOBODY,
	BADGE_CLIPBOARD,
	BADGE_KEYBOARD,
	BADGE_PERMISSIONS,
	BADGE_POWERBOX,
} from '../../interfaces/trusted/answers.ts';
import * as service from '../../interfaces/trusted/server.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { answerApp, answerKind, answerValue, answerWhat, takeAnswer } from './answers.ts';
import { APPS, isOpen, NOBODY, purposeOf, setUse } from './apps.ts';
import { damageStrip } from './damaged.ts';
import { post } from './events.ts';
import { updateLayers } from './layers.ts';
import { addNews, removeNews, takeNotice } from './news.ts';
import { askedOf, keepQuestion } from './prompt.ts';
import { front, visibleOf } from './scene.ts';
import { finishSecret, lowerBy, raiseSheet, SHEET_KEYBOARD, sheetKind } from './sheet.ts';
import { switches } from './switches.ts';

/** One more than the largest CAPABILITY_*. */
const USES: u32 = 9;

@unmanaged
export class Trusted extends service.TrustedService {
	ask(badge: u32, length: u32, app: u32, capability: u32, held: u32): i32 {
		if (badge !== BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		if (<i32>app !== front || !isOpen(app)) return service.GONE;
		if (askedOf(app) !== 0) return service.BUSY;
		const status = keepQuestion(app, length, capability, held);
		if (status < 0) return status;
		updateLayers();
		return SUCCESS;
	}

	takeAnswer(badge: u32): i32 {
		if (!takeAnswer(badge)) return service.NOT_YOURS;
		service.setTakeAnswerKind(answerKind);
		service.setTakeAnswerApp(answerApp);
		service.setTakeAnswerWhat(answerWhat);
		service.setTakeAnswerValue(answerValue);
		return SUCCESS;
	}

	tell(badge: u32, app: u32, kind: u32, first: u32): i32 {
		if (badge < BADGE_PERMISSIONS || badge > BADGE_POWERBOX || app >= APPS) return service.NOT_YOURS;
		post(app, kind, first, 0);
		return SUCCESS;
	}

	inUse(badge: u32, app: u32, capability: u32, on: u32): i32 {
		if (badge !== BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		if (capability !== 0) {
			setUse(app, capability, on !== 0);
		} else {
			for (let other: u32 = 1; other < USES; other++) setUse(app, other, false);
		}
		damageStrip();
		return SUCCESS;
	}

	sheet(badge: u32, app: u32, up: u32): i32 {
		if (badge !== BADGE_KEYBOARD && badge !== BADGE_POWERBOX) return service.NOT_YOURS;
		if (up === 0) lowerBy(badge);
		else if (!raiseSheet(badge, app)) return service.GONE;
		return SUCCESS;
	}

	type(badge: u32, kind: u32, first: u32): i32 {
		if (badge !== BADGE_KEYBOARD) return service.NOT_YOURS;
		if (!isOpen(front) || purposeOf(front) === 0) return service.GONE;
		if (sheetKind > SHEET_KEYBOARD || askedOf(front) !== 0) return service.GONE;
		post(front, kind, first, 0);
		return SUCCESS;
	}

	front(badge: u32): i32 {
		if (badge < BADGE_PERMISSIONS || badge > BADGE_CLIPBOARD) return service.NOT_YOURS;
		service.setFrontResult(front === NOBODY ? APP_NOBODY : <u32>front);
		return SUCCESS;
	}

	switches(badge: u32): i32 {
		if (badge !== BADGE_PERMISSIONS) return service.NOT_YOURS;
		service.setSwitchesResult(switches());
		return SUCCESS;
	}

	postpone(badge: u32, app: u32, capability: u32, waits: u32): i32 {
		if (badge !== BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		if (waits !== 0) addNews(NEWS_ASKS, app, capability);
		else removeNews(NEWS_ASKS, app, capability);
		return SUCCESS;
	}

	finish(badge: u32, app: u32, length: u32): i32 {
		if (badge !== BADGE_KEYBOARD || app >= APPS) return service.NOT_YOURS;
		finishSecret(app, length);
		return SUCCESS;
	}

	notice(badge: u32, length: u32, app: u32, kind: u32): i32 {
		if (badge !== BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		return visibleOf(app) === VISIBLE_WINDOW ? SUCCESS : takeNotice(app, length, kind);
	}
}
