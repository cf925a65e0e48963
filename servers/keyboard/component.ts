/**
 * Keyboard: the only component that hears what is typed. Ordinary text goes to the app that is edited; a secret (R7) is kept here until the app that it was typed for fetches it, and then
 * wiped. The compositor decides when it is up and for whom; this component knows no names, draws no band, and holds nothing but its two Gates to it.
 */
import { event, eventFirst, eventKind, eventSecond } from '../../interfaces/display/client.ts';
import {
	EVENT_ACTIVATE,
	EVENT_EXPOSE,
	EVENT_LOOK,
	EVENT_NONE,
	EVENT_TOUCH_CANCEL,
	EVENT_TOUCH_DOWN,
	EVENT_TOUCH_MOVE,
	EVENT_TOUCH_UP,
} from '../../interfaces/display/events.ts';
import { isTooLate } from '../../interfaces/display/late.ts';
import * as service from '../../interfaces/secrets/server.ts';
import { takeAnswer } from '../../interfaces/trusted/again.ts';
import {
	ANSWER_AGAIN,
	ANSWER_DISMISSED,
	ANSWER_KEY,
	ANSWER_NONE,
	ANSWER_TYPE,
} from '../../interfaces/trusted/answers.ts';
import { takeAnswerApp, takeAnswerKind, takeAnswerValue, takeAnswerWhat } from '../../interfaces/trusted/client.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { hardwareKey } from './hardware.ts';
import { keyCount, keyMeaning } from './keys.ts';
import { fetchSecret } from './secret.ts';
import { BIT_EVENT, BIT_FORGET, BIT_REPEAT, SLOT_DISPLAY, SLOT_TRUSTED } from './slots.ts';
import { act, cancel, fall, forget, lift, press, repeat, rise, show, slide } from './typing.ts';

export function notified(bits: u32): void {
	if ((bits & BIT_EVENT) !== 0) {
		takeAnswers();
		takeEvents();
	}
	if ((bits & BIT_REPEAT) !== 0) repeat();
	if ((bits & BIT_FORGET) !== 0) forget();
}

function takeAnswers(): void {
	while (takeAnswer(SLOT_TRUSTED) === SUCCESS) {
		const kind = takeAnswerKind();
		if (kind === ANSWER_NONE) return;
		obey(kind, takeAnswerApp(), takeAnswerWhat(), takeAnswerValue());
	}
}

function obey(kind: u32, app: u32, what: u32, value: u32): void {
	if (kind === ANSWER_TYPE) rise(app, what, value !== 0);
	else if (kind === ANSWER_DISMISSED || kind === ANSWER_AGAIN) fall();
	else if (kind === ANSWER_KEY) hardwareKey(what, value !== 0);
}

function takeEvents(): void {
	let status: i32;
	do {
		status = event(SLOT_DISPLAY);
		if (status !== SUCCESS) continue;
		const kind = eventKind();
		if (kind === EVENT_NONE) return;
		hear(kind, eventFirst(), eventSecond());
	} while (status === SUCCESS || isTooLate(status));
}

function hear(kind: u32, first: u32, second: u32): void {
	const x = <i32>(<i16>(first & 0xffff));
	const y = <i32>(<i16>(first >> 16));
	if (kind === EVENT_TOUCH_DOWN) press(second, x, y);
	else if (kind === EVENT_TOUCH_MOVE) slide(second, x, y);
	else if (kind === EVENT_TOUCH_UP) lift(second);
	else if (kind === EVENT_TOUCH_CANCEL) cancel();
	else if (kind === EVENT_LOOK || kind === EVENT_EXPOSE) show();
	else if (kind === EVENT_ACTIVATE && first < keyCount()) act(keyMeaning(first));
}

@unmanaged
class Secrets extends service.SecretsService {
	take(badge: u32, room: u32): i32 {
		const bytes = fetchSecret(badge, room);
		if (bytes < 0) return bytes;
		if (bytes === 0) return service.NOTHING;
		service.setTakeResult(bytes);
		return SUCCESS;
	}
}

function serve(badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, w4: i32, w5: i32): i32 {
	return service.dispatchSecrets<Secrets>(badge, method, w0, w1, w2, w3, w4, w5);
}

export { serve as protected };
