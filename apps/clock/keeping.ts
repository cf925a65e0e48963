/** What the clock has been told, kept in the app's volume: a timer that runs and an alarm that is set are there again when the app has been restarted. */
import { SLOT_FILES, SLOT_RECEIVED } from '../../interfaces/display/slots.ts';
import { VOLUME_BYTES, VOLUME_PENDING, Volume } from '../../interfaces/files/volume.ts';
import { isTimeKnown, millisecondsNow } from '../../interfaces/sensors/daytime.ts';
import * as alarm from './alarm.ts';
import * as timer from './timer.ts';

const NAME: string = 'clock';
/** Number of BIT_STORE. */
const STORE_BIT: u32 = 1;
/**
 * "clck", and the form of what follows: u32 minute of the alarm, u32 1 it is on, u32 minutes of the timer, u64 when it ends (milliseconds since 1970; 0: it does not run),
 * u64 when the alarm goes off next (0: nobody knows, or it rings). Files of an earlier form end before that.
 */
const MAGIC: u32 = 0x6b636c63;
const RECORD_BYTES: u32 = 32;
const EARLIER_BYTES: u32 = 24;
const MINUTE_AT: u32 = 4;
const ON_AT: u32 = 8;
const LENGTH_AT: u32 = 12;
const ENDS_AT: u32 = 16;
const NEXT_AT: u32 = 24;
const RECORD: u32 = memory.data(32, 8) as u32;

const volume = changetype<Volume>(memory.data(VOLUME_BYTES, 8));
let read: bool = false;
/** What was read waits for the time of day. */
let waits: bool = false;
let changed: bool = false;

/** Begins to read. */
export function openKept(): void {
	volume.start(SLOT_FILES, SLOT_RECEIVED, STORE_BIT);
	finish(volume.load(NAME, RECORD, RECORD_BYTES));
}

/** The store has signalled. */
export function proceedKept(): void {
	if (volume.busy) finish(volume.proceed());
}

/** Something has changed. What was set before the file had been read stands. */
export function keep(): void {
	changed = true;
	waits = false;
	write();
}

function finish(result: i32): void {
	if (result === VOLUME_PENDING) return;
	if (!read) waits = result === 0 && isRecord(volume.length);
	read = true;
	takeKept();
	write();
}

function isRecord(length: u32): bool {
	return (length === RECORD_BYTES || length === EARLIER_BYTES) && load<u32>(RECORD) === MAGIC;
}

/** Takes what was read, as soon as the time of day is known. */
export function takeKept(): void {
	if (!waits || !isTimeKnown()) return;
	waits = false;
	if (!changed) take();
}

/** A timer whose end has passed meanwhile is over. */
function take(): void {
	alarm.resumeAlarm(load<u32>(RECORD, MINUTE_AT), load<u32>(RECORD, ON_AT) === 1, load<u64>(RECORD, NEXT_AT));
	timer.setLength(load<u32>(RECORD, LENGTH_AT));
	const ends = load<u64>(RECORD, ENDS_AT);
	if (ends !== 0) timer.goOn(<i64>(ends - millisecondsNow()));
}

function write(): void {
	if (!changed || !read || volume.busy) return;
	changed = false;
	store<u32>(RECORD, MAGIC);
	store<u32>(RECORD, alarm.alarmMinute, MINUTE_AT);
	store<u32>(RECORD, alarm.alarmOn ? 1 : 0, ON_AT);
	store<u32>(RECORD, timer.minutes(), LENGTH_AT);
	const left = <u64>(timer.remaining() / timer.MILLISECOND);
	store<u64>(RECORD, timer.isRunning() && isTimeKnown() ? millisecondsNow() + left : 0, ENDS_AT);
	store<u64>(RECORD, isTimeKnown() && !alarm.alarmRings ? alarm.nextAlarm() : 0, NEXT_AT);
	finish(volume.save(NAME, RECORD, RECORD_BYTES));
}
