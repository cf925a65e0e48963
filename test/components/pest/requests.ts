/** What nobody should find in memory that a driver shares with its client: requests that mean nothing, and queues that cannot be. */
import { QUEUE_ENTRIES, QUEUE_ENTRY_BYTES, QUEUE_HEAD, QUEUE_TAIL } from '../../../sdk/queue/layout.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { Memory2 } from '../../../sdk/region/memory2.ts';
import { Memory3 } from '../../../sdk/region/memory3.ts';
import { Memory4 } from '../../../sdk/region/memory4.ts';
import { awkward, random } from '../hostile/random.ts';

/** Queues lie at multiples of this, four at most, and have so many entries or more. */
const QUEUE_STRIDE: u32 = 0x1000;
const QUEUES: u32 = 4;
const ENTRIES: u32 = 16;
/** Of every region that is shared. */
const REGION_WORDS: u32 = 0x4000;
const HEADER_WORDS: u32 = 32;

function peek(region: u32, at: u32): u32 {
	if (region === 0) return changetype<Memory1>(0).load32(at);
	if (region === 1) return changetype<Memory2>(0).load32(at);
	return region === 2 ? changetype<Memory3>(0).load32(at) : changetype<Memory4>(0).load32(at);
}

function poke(region: u32, at: u32, value: u32): void {
	if (region === 0) changetype<Memory1>(0).store32(at, value);
	else if (region === 1) changetype<Memory2>(0).store32(at, value);
	else if (region === 2) changetype<Memory3>(0).store32(at, value);
	else changetype<Memory4>(0).store32(at, value);
}

/** Words as requests have them: awkward ones, two small numbers in one word, and places around those where data begins and regions end. */
function word(): u32 {
	const choice = random() % 6;
	if (choice < 2) return (random() % 6) | ((random() % 12) << 8);
	if (choice === 2) return (random() % 80) | ((random() % 80) << 16);
	if (choice === 3) return (1 << (14 + (random() % 4))) - (random() % 3) * 256;
	return awkward();
}

/** Puts a request into the driver's queue as the protocol wants it. */
export function request(region: u32): void {
	const head = peek(region, QUEUE_HEAD);
	const entry = QUEUE_ENTRIES + (head % ENTRIES) * QUEUE_ENTRY_BYTES;
	for (let at: u32 = 0; at < QUEUE_ENTRY_BYTES; at += 4) poke(region, entry + at, word());
	poke(region, QUEUE_TAIL, head + 1);
}

/** Empties the queues, before a session begins. */
export function empty(region: u32): void {
	for (let queue: u32 = 0; queue < QUEUES * QUEUE_STRIDE; queue += QUEUE_STRIDE) poke(region, queue + QUEUE_TAIL, 0);
}

/** Writes a word where it pleases: most often into the head of a queue. */
export function scribble(region: u32): void {
	const head = (random() % QUEUES) * QUEUE_STRIDE + 4 * (random() % HEADER_WORDS);
	poke(region, random() % 3 === 0 ? 4 * (random() % REGION_WORDS) : head, awkward());
}
