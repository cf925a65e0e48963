/** The compositor's side of the trusted path without a screen: it keeps what it is told, and hands on what the script says that the user does. */

import * as camera from '../../../interfaces/camera/server.ts';
import { CAPABILITIES } from '../../../interfaces/permissions/capabilities.ts';
import * as sensors from '../../../interfaces/sensors/server.ts';
import { ANSWER_SWITCH } from '../../../interfaces/trusted/answers.ts';
import * as service from '../../../interfaces/trusted/server.ts';
import { makeGate, replyCapability } from '../../../sdk/capability.ts';
import { SUCCESS } from '../../../sdk/interface.ts';
import { notify } from '../../../sdk/kernel.ts';
import { answer, setWord } from '../../../sdk/message.ts';
import { ASKED, BADGE_CAMERA, BADGE_PICTURE, BADGE_SENSOR, DO, FRONT, NOTICED, SHOWN, TOLD } from './protocol.ts';

const SLOT_PERMISSIONS: i32 = 1;
const SLOT_LENT: i32 = 8;
const APPS: u32 = 32;
const SCRIPT: i32 = 1;

/** One answer that waits: kind, app, what, value. */
let kind: i32 = 0;
let who: i32 = 0;
let what: i32 = 0;
let value: i32 = 0;
let inFront: u32 = 0;
let off: u32 = 0;
let asked: i32 = 0;
let askedApp: i32 = 0;
let askedFor: i32 = 0;
let askedHeld: i32 = 0;
let reason: i32 = 0;
let lent: i32 = 0;
let noticed: i32 = 0;
let noticedApp: i32 = 0;
let noticedKind: i32 = 0;
let noticedBytes: i32 = 0;
const USES: u32 = memory.data(128, 8) as u32;
const WAITS: u32 = memory.data(128, 8) as u32;
/** Of each app: how many events, kind and first word of the last. */
const EVENTS: u32 = memory.data(384, 8) as u32;

function setBit(table: u32, app: u32, bit: u32, on: u32): void {
	const place = table + 4 * app;
	if (bit === 0) store<u32>(place, 0);
	else if (on !== 0) store<u32>(place, load<u32>(place) | (1 << bit));
	else store<u32>(place, load<u32>(place) & ~((<u32>1) << bit));
}

@unmanaged
class Trusted extends service.TrustedService {
	ask(_badge: u32, length: u32, app: u32, capability: u32, held: u32): i32 {
		if (app !== inFront) return service.GONE;
		asked++;
		askedApp = app;
		askedFor = capability;
		askedHeld = held;
		reason = length;
		return SUCCESS;
	}

	takeAnswer(_badge: u32): i32 {
		service.setTakeAnswerKind(kind);
		service.setTakeAnswerApp(who);
		service.setTakeAnswerWhat(what);
		service.setTakeAnswerValue(value);
		kind = 0;
		return SUCCESS;
	}

	tell(_badge: u32, app: u32, event: u32, first: u32): i32 {
		const place = EVENTS + 12 * (app % APPS);
		store<u32>(place, load<u32>(place) + 1);
		store<u32>(place + 4, event);
		store<u32>(place + 8, first);
		return SUCCESS;
	}

	inUse(_badge: u32, app: u32, capability: u32, on: u32): i32 {
		setBit(USES, app % APPS, capability % CAPABILITIES, on);
		return SUCCESS;
	}

	front(_badge: u32): i32 {
		service.setFrontResult(inFront);
		return SUCCESS;
	}

	switches(_badge: u32): i32 {
		service.setSwitchesResult(off);
		return SUCCESS;
	}

	postpone(_badge: u32, app: u32, capability: u32, waits: u32): i32 {
		setBit(WAITS, app % APPS, capability, waits);
		return SUCCESS;
	}

	notice(_badge: u32, length: u32, app: u32, kind: u32): i32 {
		noticed++;
		noticedApp = app;
		noticedKind = kind;
		noticedBytes = length;
		return SUCCESS;
	}
}

@unmanaged
class Sensor extends sensors.SensorsService {
	value(_badge: u32): i32 {
		sensors.setValueFirst(42);
		return SUCCESS;
	}
}

@unmanaged
class Camera extends camera.CameraService {
	newest(badge: u32): i32 {
		if (<i32>badge !== BADGE_PICTURE + lent) return camera.SPENT;
		camera.setNewestNumber(lent);
		lent++;
		return SUCCESS;
	}

	lend(_badge: u32): i32 {
		makeGate(0, SLOT_LENT, BADGE_PICTURE + lent);
		return replyCapability(SLOT_LENT, 1);
	}
}

function act(w0: i32, w1: i32, w2: i32, w3: i32): i32 {
	kind = w0;
	who = w1;
	what = w2;
	value = w3;
	if (w0 === <i32>ANSWER_SWITCH) off = w3 !== 0 ? 1 << w2 : 0;
	notify(SLOT_PERMISSIONS);
	return answer(0, 0);
}

function tellAsked(): i32 {
	setWord(0, asked);
	setWord(1, askedApp);
	setWord(2, askedFor);
	setWord(3, askedHeld);
	setWord(4, reason);
	return answer(0, 5);
}

function tellNoticed(): i32 {
	setWord(0, noticed);
	setWord(1, noticedApp);
	setWord(2, noticedKind);
	setWord(3, noticedBytes);
	return answer(0, 4);
}

function script(method: i32, w0: i32, w1: i32, w2: i32, w3: i32): i32 {
	if (method === DO) return act(w0, w1, w2, w3);
	if (method === ASKED) return tellAsked();
	if (method === NOTICED) return tellNoticed();
	if (method === FRONT) {
		inFront = w0;
		return answer(0, 0);
	}
	if (method === SHOWN) {
		setWord(0, load<i32>(USES + 4 * w0));
		setWord(1, load<i32>(WAITS + 4 * w0));
		return answer(0, 2);
	}
	if (method !== TOLD) return answer(1, 0);
	for (let index: u32 = 0; index < 3; index++) setWord(index, load<i32>(EVENTS + 12 * <u32>w0 + 4 * index));
	return answer(0, 3);
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	if (badge === SCRIPT) return script(method, w0, w1, w2, w3);
	if (badge >= BADGE_SENSOR && badge < BADGE_CAMERA)
		return sensors.dispatchSensors<Sensor>(badge, method, w0, w1, w2, w3, w4, w5);
	if (badge >= BADGE_CAMERA) return camera.dispatchCamera<Camera>(badge, method, w0, w1, w2, w3, w4, w5);
	return service.dispatchTrusted<Trusted>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
