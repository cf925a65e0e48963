/** What the user has done, as the compositor tells it: prompts answered, gadgets pressed, apps left and closed, switches. */
import { lend as lendPicture } from '../../interfaces/camera/client.ts';
import { lend as lendPaste } from '../../interfaces/clipboard/client.ts';
import { GADGET_PASTE, GADGET_SHUTTER } from '../../interfaces/display/gadgets.ts';
import {
	CAPABILITIES,
	CAPABILITY_PASTE,
	CAPABILITY_PICTURE,
	GRANT_ALWAYS,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../interfaces/permissions/capabilities.ts';
import { HISTORY_DENIED, HISTORY_USED } from '../../interfaces/permissions/history.ts';
import { switches, takeAnswer } from '../../interfaces/trusted/again.ts';
import {
	ANSWER_AGAIN,
	ANSWER_GADGET,
	ANSWER_LEFT,
	ANSWER_NONE,
	ANSWER_POSTPONED,
	ANSWER_PROMPT,
	ANSWER_SWITCH,
} from '../../interfaces/trusted/answers.ts';
import {
	switchesResult,
	takeAnswerApp,
	takeAnswerKind,
	takeAnswerValue,
	takeAnswerWhat,
} from '../../interfaces/trusted/client.ts';
import { remove } from '../../sdk/capability.ts';
import { SUCCESS } from '../../sdk/interface.ts';
import { exists, give, hasSource, takeBackEnded, takeBackFromAll, tell, tellAll } from './grants.ts';
import { note } from './history.ts';
import { forgetNotice, noticeAgain } from './notices.ts';
import { askAgain, isShown, openPostponed, settle, settleAll } from './questions.ts';
import { FIRST_SOURCE, SLOT_ARRIVED, SLOT_CLIPBOARD, SLOT_PICTURES, SLOT_TRUSTED } from './slots.ts';
import { APPS, choiceOf, setChoice } from './table.ts';

/** What is switched off for everybody, as 1 << CAPABILITY_*. */
let off: u32 = 0;

/** Whether the user has switched it off for everybody. */
export function isOff(capability: u32): bool {
	return (off & (1 << capability)) !== 0;
}

/** Asks the compositor how the switches stand. */
export function readSwitches(): void {
	if (switches(SLOT_TRUSTED) === SUCCESS) off = switchesResult();
}

/** Takes all answers that are there. */
export function takeAnswers(): void {
	while (takeAnswer(SLOT_TRUSTED) === SUCCESS) {
		const kind = takeAnswerKind();
		if (kind === ANSWER_NONE) return;
		obey(kind, takeAnswerApp(), takeAnswerWhat(), takeAnswerValue());
	}
}

function obey(kind: u32, app: u32, what: u32, value: u32): void {
	if (kind === ANSWER_SWITCH) {
		throwSwitch(what, value !== 0);
		return;
	}
	if (kind === ANSWER_AGAIN) {
		beginAgain(value !== 0);
		return;
	}
	if (!exists(app)) return;
	if (kind === ANSWER_LEFT) leave(app, value !== 0);
	else if (kind === ANSWER_PROMPT && what < CAPABILITIES) answerPrompt(app, what, value);
	else if (kind === ANSWER_POSTPONED && what < CAPABILITIES) openPostponed(app, what);
	else if (kind === ANSWER_GADGET) obeyGadget(app, what);
}

/** The compositor has forgotten what it was told. When answers were lost, nobody knows who has left the front since: everything is taken back. */
function beginAgain(lost: bool): void {
	readSwitches();
	for (let app: u32 = 0; app < APPS; app++) {
		if (lost) takeBackEnded(app, true);
		askAgain(app);
		noticeAgain(app);
		tellAll(app);
	}
	for (let capability: u32 = 1; capability < CAPABILITIES; capability++) {
		if (isOff(capability)) takeBackFromAll(capability);
	}
}

function throwSwitch(capability: u32, nowOff: bool): void {
	if (capability === 0 || capability >= CAPABILITIES) return;
	if (nowOff) {
		off |= 1 << capability;
		takeBackFromAll(capability);
	} else {
		off &= ~((<u32>1) << capability);
	}
}

function leave(app: u32, closed: bool): void {
	if (!closed) forgetNotice(app);
	takeBackEnded(app, closed);
	if (closed) settleAll(app);
}

/** An answer counts only for a question that this server has on the screen: whatever else comes is refused. */
function answerPrompt(app: u32, capability: u32, value: u32): void {
	const wasShown = isShown(app, capability);
	if (wasShown) settle(app, capability);
	if (value === GRANT_NEVER) setChoice(app, capability, GRANT_NEVER);
	const allowed = value === GRANT_ONCE || value === GRANT_OPEN || value === GRANT_ALWAYS;
	if (wasShown && allowed && !isOff(capability) && hasSource(capability)) {
		if (value === GRANT_ALWAYS) setChoice(app, capability, GRANT_ALWAYS);
		give(app, capability, value, FIRST_SOURCE + <i32>capability);
		return;
	}
	note(app, capability, HISTORY_DENIED);
	tell(app, capability);
}

/** The user's own tap is the grant: what it yields is good for once. */
function obeyGadget(app: u32, gadget: u32): void {
	const capability = gadget === GADGET_SHUTTER ? CAPABILITY_PICTURE : gadget === GADGET_PASTE ? CAPABILITY_PASTE : 0;
	if (capability === 0) return;
	remove(SLOT_ARRIVED);
	if (choiceOf(app, capability) === GRANT_NEVER || !lendFor(app, capability)) {
		note(app, capability, HISTORY_DENIED);
		tell(app, capability);
		return;
	}
	note(app, capability, HISTORY_USED);
	give(app, capability, GRANT_ONCE, SLOT_ARRIVED);
}

/** Gets the Gate that is good for once; false: there is nothing, or it is switched off. */
function lendFor(app: u32, capability: u32): bool {
	if (isOff(capability)) return false;
	if (capability === CAPABILITY_PASTE) return lendPaste(SLOT_CLIPBOARD, app, SLOT_ARRIVED) === SUCCESS;
	return lendPicture(SLOT_PICTURES, SLOT_ARRIVED) === SUCCESS;
}
