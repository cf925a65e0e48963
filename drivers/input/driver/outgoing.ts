/** Events on their way to the client: kept here while its queue is full, where a movement takes the place of an older one of the same finger. */
import { INPUT_ENTRIES, INPUT_KEY, INPUT_QUEUE, INPUT_TOUCH_MOVE } from '../../../interfaces/input/queue.ts';
import { QUEUE_FULL, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory3 } from '../../../sdk/region/memory3.ts';
import { now } from '../../../sdk/time.ts';

const NANOSECONDS_IN_MILLISECOND: i64 = 1_000_000;
/** Of the first word. */
const KIND: u32 = 0xff;
const ENTRY_BYTES: u32 = 16;
const ENTRIES: u32 = 64;
const KEPT: u32 = memory.data(1024, 8) as u32;
/** Events that one event of a device can make: of each finger two. */
const LARGEST: u32 = 20;

const queue = changetype<Producer<Memory3>>(memory.data(PRODUCER_BYTES, 8));
/** Kept are entries `first` .. `end` - 1, modulo ENTRIES. */
let first: u32 = 0;
let end: u32 = 0;

/** Begins anew with an empty queue. */
export function openOutgoing(): void {
	queue.open(INPUT_QUEUE, INPUT_ENTRIES);
	first = 0;
	end = 0;
}

/** Is there room for whatever the next event of a device brings? */
export function hasRoom(): bool {
	return end - first <= ENTRIES - LARGEST;
}

/** Keeps an event, which comes now; `hasRoom` has said so. */
export function put(word0: u32, word1: u32, word2: u32): void {
	const older = (word0 & KIND) === INPUT_TOUCH_MOVE ? movement(word0) : end;
	const at = place(older);
	store<u32>(at, word0);
	store<u32>(at + 4, word1);
	store<u32>(at + 8, word2);
	store<u32>(at + 12, <u32>(now() / NANOSECONDS_IN_MILLISECOND));
	if (older === end) end++;
}

/** The kept movement of the same finger that nothing else of that finger follows, or `end`. */
function movement(word0: u32): u32 {
	for (let each = end; each !== first; each--) {
		const other = load<u32>(place(each - 1));
		if (other === word0) return each - 1;
		if ((other & KIND) !== INPUT_KEY && other >> 8 === word0 >> 8) return end;
	}
	return end;
}

/** Moves as much as possible into the client's queue. True: wake it. */
export function send(): bool {
	while (first !== end) {
		const at = place(first);
		const status = queue.enqueue(load<u32>(at), load<u32>(at + 4), load<u32>(at + 8), load<u32>(at + 12));
		if (status === QUEUE_OK) first++;
		else if (status !== QUEUE_FULL || queue.sleep()) break;
	}
	return queue.consumerSleeps();
}

function place(entry: u32): u32 {
	return KEPT + (entry % ENTRIES) * ENTRY_BYTES;
}
