/** A client that asks the block driver for what it must not have, in every way it can; at last an honest read, which must still work. */
import { attach } from '../../../interfaces/block/client.ts';
import { DISK_BYTES, DISK_PENDING, Disk } from '../../../interfaces/block/disk.ts';
import {
	BLOCK_ANSWERS,
	BLOCK_DATA,
	BLOCK_ENTRIES,
	BLOCK_REGION_BYTES,
	BLOCK_REQUESTS,
	OPERATION_READ,
	OPERATION_WRITE,
} from '../../../interfaces/block/queue.ts';
import { printLine } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_OK, QUEUE_TAIL } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory1, store32 } from '../../../sdk/region/memory1.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_BLOCK: i32 = 2;
const SLOT_WAKE: i32 = 3;
const SLOT_POWER: i32 = 4;
const NOTHING: i32 = -1;
const ONE: u32 = 1 << 8;
const EIGHT: u32 = 8 << 8;
const LAST_SECTOR: u32 = BLOCK_REGION_BYTES - 512;
const IMPOSSIBLE: u32 = 1000;

const requests = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
const answers = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
const disk = changetype<Disk<Memory1>>(memory.data(DISK_BYTES, 8));

function say(what: string, result: i32): void {
	clear();
	add(what);
	addNumber(result);
	printLine(SLOT_CONSOLE);
}

function begin(): void {
	requests.open(BLOCK_REQUESTS, BLOCK_ENTRIES);
	answers.open(BLOCK_ANSWERS, BLOCK_ENTRIES);
	attach(SLOT_BLOCK);
}

/** The driver has the higher priority: what it refuses, it has refused when `notify` returns. */
function attempt(what: string, operation: u32, sector: u32, offset: u32): void {
	requests.enqueue(operation, sector, offset, 0);
	notify(SLOT_WAKE);
	say(what, answers.dequeue() === QUEUE_OK ? <i32>answers.word1 : NOTHING);
}

function grab(): void {
	attempt('an unknown operation: ', ONE | 7, 0, BLOCK_DATA);
	attempt('no sectors: ', OPERATION_READ, 0, BLOCK_DATA);
	attempt('too many sectors: ', (9 << 8) | OPERATION_READ, 0, BLOCK_DATA);
	attempt('very many sectors: ', 0xffffff00 | OPERATION_READ, 0, BLOCK_DATA);
	attempt('into the queues: ', ONE | OPERATION_READ, 0, BLOCK_DATA - 4);
	attempt('over the end of the region: ', EIGHT | OPERATION_READ, 0, LAST_SECTOR);
	attempt('far behind the region: ', ONE | OPERATION_WRITE, 0, 0xfffffe00);
	attempt('over the end of the disk: ', EIGHT | OPERATION_WRITE, 60, BLOCK_DATA);
	attempt('a sector that wraps: ', EIGHT | OPERATION_WRITE, 0xfffffff9, BLOCK_DATA);
}

/** More requests than it takes answers, of two sessions; then an index that cannot be. */
function flood(): void {
	for (let count: u32 = 0; count < 4 * BLOCK_ENTRIES; count++) {
		requests.enqueue(ONE | OPERATION_READ, count % 64, BLOCK_DATA, count);
		notify(SLOT_WAKE);
	}
	begin();
	store32(BLOCK_REQUESTS + QUEUE_TAIL, IMPOSSIBLE);
	notify(SLOT_WAKE);
	say('an impossible index: ', answers.dequeue() === QUEUE_OK ? <i32>answers.word1 : NOTHING);
}

export function init(): void {
	begin();
	grab();
	flood();
	say('an honest session: ', disk.open(SLOT_BLOCK, SLOT_WAKE));
	disk.ask(OPERATION_READ, 63, 1, LAST_SECTOR);
}

export function notified(_bits: u32): void {
	const result = disk.poll();
	if (result === DISK_PENDING) return;
	say('an honest read: ', result);
	halt(SLOT_POWER, 0);
}
