/** What the permission server, the keyboard and the powerbox call: interfaces/trusted. */
import { APP_NOBODY, BADGE_KEYBOARD, BADGE_PERMISSIONS } from '../../interfaces/trusted/answers.ts';
import * as service from '../../interfaces/trusted/server.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { answerApp, answerKind, answerValue, answerWhat, takeAnswer } from './answers.ts';
import { APPS, isOpen, NOBODY, purposeOf, setUse } from './apps.ts';
import { damageOverlay, damageStrip } from './damaged.ts';
import { post } from './events.ts';
import { addNews, NEWS_ASKS, removeNews } from './events-page.ts';
import { front } from './scene.ts';
import { switches } from './switches.ts';

@unmanaged
export class Trusted extends service.TrustedService {
	ask(_badge: u32, _length: u32, _app: u32, _capability: u32, _held: u32): i32 {
		return service.NOT_YOURS;
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
		if (badge < BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		post(app, kind, first, 0);
		return SUCCESS;
	}

	inUse(badge: u32, app: u32, capability: u32, on: u32): i32 {
		if (badge !== BADGE_PERMISSIONS || app >= APPS) return service.NOT_YOURS;
		setUse(app, capability, on !== 0);
		damageStrip();
		return SUCCESS;
	}

	sheet(_badge: u32, _app: u32, _up: u32): i32 {
		return service.NOT_YOURS;
	}

	type(badge: u32, kind: u32, first: u32): i32 {
		if (badge !== BADGE_KEYBOARD) return service.NOT_YOURS;
		if (!isOpen(front) || purposeOf(front) === 0) return service.GONE;
		post(front, kind, first, 0);
		return SUCCESS;
	}

	front(badge: u32): i32 {
		if (badge < BADGE_PERMISSIONS) return service.NOT_YOURS;
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
		damageOverlay();
		return SUCCESS;
	}

	finish(_badge: u32, _app: u32, _length: u32): i32 {
		return service.NOT_YOURS;
	}
}
