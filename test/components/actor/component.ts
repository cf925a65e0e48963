/** The script: one step after the other, with time in between for an app's alarm and for an hour to pass. */
import { newest } from '../../../interfaces/camera/client.ts';
import { copy as copyText, offered, offeredResult, paste, pasteResult } from '../../../interfaces/clipboard/client.ts';
import { GADGET_PASTE, GADGET_SHUTTER } from '../../../interfaces/display/gadgets.ts';
import { show as showNotice, withdraw } from '../../../interfaces/notices/client.ts';
import { NOTICE_PLAIN } from '../../../interfaces/notices/kinds.ts';
import {
	CAPABILITY_CAMERA,
	CAPABILITY_LOCATION,
	CAPABILITY_MICROPHONE,
	CAPABILITY_NOTIFY,
	CAPABILITY_PASTE,
	CAPABILITY_PICTURE,
	FIRST_SLOT,
	GRANT_ALWAYS,
	GRANT_ASK,
	GRANT_NEVER,
	GRANT_ONCE,
	GRANT_OPEN,
} from '../../../interfaces/permissions/capabilities.ts';
import {
	change,
	history,
	historyResult,
	inspect,
	inspectUses,
	request,
} from '../../../interfaces/permissions/client.ts';
import {
	ANSWER_AGAIN,
	ANSWER_GADGET,
	ANSWER_LEFT,
	ANSWER_POSTPONED,
	ANSWER_PROMPT,
	ANSWER_SWITCH,
} from '../../../interfaces/trusted/answers.ts';
import { copy, remove } from '../../../sdk/capability.ts';
import { halt } from '../../../sdk/control.ts';
import { restart, stop } from '../../../sdk/process.ts';
import { add, clear, pointer, size } from '../../../sdk/text.ts';
import { setAlarm } from '../../../sdk/time.ts';
import { bringToFront, say, sayAsked, sayNoticed, sayShown, sayTold, sayUse, userDoes } from './report.ts';

const SLOT_PERMISSIONS: i32 = 2;
const SLOT_CLIPBOARD: i32 = 4;
const SLOT_POWER: i32 = 7;
const SLOT_SETTINGS: i32 = 8;
const SLOT_SERVER: i32 = 9;
const SLOT_NEIGHBOUR: i32 = 10;
const SLOT_NEIGHBOUR_CLIPBOARD: i32 = 11;
const FREE: i32 = 35;
const ME: i32 = 3;
const NEIGHBOUR: i32 = 4;
const ALARM_BIT: i32 = 4;
const MILLISECOND: u64 = 1_000_000;
const HOUR: u64 = 3_600_000_000_000;
const BUFFER: u32 = memory.data(1024, 8) as u32;
let step: i32 = 0;

export function init(): void {
	setAlarm(MILLISECOND, ALARM_BIT);
}

export function notified(bits: u32): void {
	if ((bits & ALARM_BIT) === 0) return;
	step++;
	setAlarm(60 * MILLISECOND, ALARM_BIT);
	perform(step);
}

function perform(number: i32): void {
	if (number === 1) once();
	else if (number === 2) stale();
	else if (number === 3) again();
	else if (number === 4) budget();
	else if (number === 5) nextHour();
	else if (number === 6) never();
	else if (number === 7) always();
	else if (number === 8) dangerous();
	else if (number === 9) picture();
	else if (number === 10) clipboard();
	else if (number === 11) authority();
	else if (number === 12) lostServer();
	else if (number === 13) notices();
	else if (number === 14) silenced();
	else halt(SLOT_POWER, 0);
}

function ask(gate: i32, capability: u32): i32 {
	clear();
	add('to look');
	return request(gate, pointer(), size(), capability);
}

function answerWith(grant: u32): void {
	userDoes(ANSWER_PROMPT, ME, CAPABILITY_CAMERA, grant);
}

function empty(capability: u32): void {
	remove(FIRST_SLOT + <i32>capability);
}

/** Absent, asked, given once, gone with the front. */
function once(): void {
	bringToFront(ME);
	sayUse('camera before: ', CAPABILITY_CAMERA);
	answerWith(GRANT_ONCE);
	sayUse('unasked answer: ', CAPABILITY_CAMERA);
	say('request: ', ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA));
	sayAsked();
	answerWith(GRANT_ONCE);
	sayUse('given once: ', CAPABILITY_CAMERA);
	say('copied: ', copy(FIRST_SLOT + <i32>CAPABILITY_CAMERA, FREE, 255, 0));
	sayShown(ME);
	sayTold(ME);
	userDoes(ANSWER_LEFT, ME, 0, 0);
	sayUse('after leaving: ', CAPABILITY_CAMERA);
	sayShown(ME);
	sayTold(ME);
}

/** Given again while something dead is still in the slot. */
function stale(): void {
	ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	answerWith(GRANT_OPEN);
	sayUse('slot not emptied: ', CAPABILITY_CAMERA);
	sayTold(ME);
	empty(CAPABILITY_CAMERA);
}

function again(): void {
	sayUse('emptied: ', CAPABILITY_CAMERA);
	userDoes(ANSWER_LEFT, ME, 0, 0);
	sayUse('left, still open: ', CAPABILITY_CAMERA);
	userDoes(ANSWER_LEFT, ME, 0, 1);
	sayUse('closed: ', CAPABILITY_CAMERA);
	empty(CAPABILITY_CAMERA);
}

/** Three prompts an hour; the fourth waits until the user opens it. */
function budget(): void {
	say('third: ', ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA));
	answerWith(GRANT_ASK);
	sayTold(ME);
	say('fourth: ', ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA));
	sayAsked();
	sayShown(ME);
	userDoes(ANSWER_POSTPONED, ME, CAPABILITY_CAMERA, 0);
	sayAsked();
	sayShown(ME);
	answerWith(GRANT_ASK);
	setAlarm(HOUR, ALARM_BIT);
}

function nextHour(): void {
	say('an hour later: ', ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA));
	sayAsked();
	say('neighbour behind: ', ask(SLOT_NEIGHBOUR, CAPABILITY_CAMERA));
	sayAsked();
	sayShown(NEIGHBOUR);
	answerWith(GRANT_NEVER);
}

function never(): void {
	say('never: ', ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA));
	say('no such device: ', ask(SLOT_PERMISSIONS, CAPABILITY_MICROPHONE));
	sayAsked();
	change(SLOT_SETTINGS, ME, CAPABILITY_CAMERA, GRANT_ALWAYS);
}

/** Allowed for good, until settings or the switch say otherwise. */
function always(): void {
	ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	sayUse('always: ', CAPABILITY_CAMERA);
	change(SLOT_SETTINGS, ME, CAPABILITY_CAMERA, GRANT_ASK);
	sayUse('taken by settings: ', CAPABILITY_CAMERA);
	empty(CAPABILITY_CAMERA);
	change(SLOT_SETTINGS, ME, CAPABILITY_CAMERA, GRANT_ALWAYS);
	ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	userDoes(ANSWER_SWITCH, 0, CAPABILITY_CAMERA, 1);
	sayUse('switched off: ', CAPABILITY_CAMERA);
	empty(CAPABILITY_CAMERA);
	ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	sayUse('asked while off: ', CAPABILITY_CAMERA);
	userDoes(ANSWER_SWITCH, 0, CAPABILITY_CAMERA, 0);
	sayAsked();
}

function dangerous(): void {
	ask(SLOT_PERMISSIONS, CAPABILITY_LOCATION);
	sayAsked();
	userDoes(ANSWER_PROMPT, ME, CAPABILITY_LOCATION, GRANT_NEVER);
}

/** One picture for one touch. */
function picture(): void {
	const slot = FIRST_SLOT + <i32>CAPABILITY_PICTURE;
	say('request a picture: ', ask(SLOT_PERMISSIONS, CAPABILITY_PICTURE));
	say('untouched: ', newest(slot));
	userDoes(ANSWER_GADGET, ME, GADGET_SHUTTER, 0);
	say('picture: ', newest(slot));
	say('another: ', newest(slot));
	userDoes(ANSWER_LEFT, ME, 0, 0);
	say('after leaving: ', newest(slot));
}

function touchPaste(): void {
	empty(CAPABILITY_PASTE);
	userDoes(ANSWER_GADGET, ME, GADGET_PASTE, 0);
}

function sayPaste(what: string): void {
	const status = paste(FIRST_SLOT + <i32>CAPABILITY_PASTE, BUFFER, 1024);
	say(what, status === 0 ? <i32>pasteResult() : -status);
}

function clipboard(): void {
	clear();
	add('a word');
	say('copy from behind: ', copyText(SLOT_NEIGHBOUR_CLIPBOARD, pointer(), size()));
	touchPaste();
	sayPaste('nothing to paste: ');
	clear();
	add('a word');
	copyText(SLOT_CLIPBOARD, pointer(), size());
	offered(SLOT_NEIGHBOUR_CLIPBOARD);
	say('something is there: ', offeredResult());
	say('without a grant: ', paste(SLOT_CLIPBOARD, BUFFER, 1024));
	touchPaste();
	sayPaste('pasted: ');
	sayPaste('twice: ');
	touchPaste();
	clear();
	add('another');
	copyText(SLOT_CLIPBOARD, pointer(), size());
	sayPaste('what was copied afterwards: ');
	userDoes(ANSWER_LEFT, ME, 0, 1);
}

function authority(): void {
	say('inspect: ', inspect(SLOT_NEIGHBOUR, ME, CAPABILITY_CAMERA));
	say('change: ', change(SLOT_NEIGHBOUR, ME, CAPABILITY_CAMERA, GRANT_ALWAYS));
	say('history: ', history(SLOT_NEIGHBOUR, BUFFER, 1024, 0));
	inspect(SLOT_SETTINGS, ME, CAPABILITY_CAMERA);
	say('uses: ', inspectUses());
	history(SLOT_SETTINGS, BUFFER, 1024, 0);
	say('things that happened: ', historyResult());
	empty(CAPABILITY_CAMERA);
	ask(SLOT_PERMISSIONS, CAPABILITY_CAMERA);
	sayUse('held: ', CAPABILITY_CAMERA);
}

/** The server dies: what it gave must not outlive it. */
function lostServer(): void {
	stop(SLOT_SERVER);
	restart(SLOT_SERVER);
	sayUse('after its restart: ', CAPABILITY_CAMERA);
	sayShown(ME);
	sayTold(ME);
}

function notice(what: string): void {
	clear();
	add('tea');
	say(what, showNotice(FIRST_SLOT + <i32>CAPABILITY_NOTIFY, pointer(), size(), NOTICE_PLAIN));
}

/** Absent, asked, given until settings say otherwise; five at once, and no more. */
function notices(): void {
	notice('notice before: ');
	ask(SLOT_PERMISSIONS, CAPABILITY_NOTIFY);
	userDoes(ANSWER_PROMPT, ME, CAPABILITY_NOTIFY, GRANT_ALWAYS);
	for (let time: i32 = 0; time < 5; time++) notice('notice: ');
	notice('one too many: ');
	sayNoticed();
	withdraw(FIRST_SLOT + <i32>CAPABILITY_NOTIFY);
	sayNoticed();
	userDoes(ANSWER_AGAIN, 0, 0, 0);
	sayNoticed();
	setAlarm(HOUR, ALARM_BIT);
}

/** An hour later it may speak again; then it is silenced, and what it said is gone with the capability. */
function silenced(): void {
	notice('an hour later: ');
	userDoes(ANSWER_AGAIN, 0, 0, 0);
	sayNoticed();
	change(SLOT_SETTINGS, ME, CAPABILITY_NOTIFY, GRANT_NEVER);
	sayNoticed();
	notice('silenced: ');
	say('asked again: ', ask(SLOT_PERMISSIONS, CAPABILITY_NOTIFY));
}
