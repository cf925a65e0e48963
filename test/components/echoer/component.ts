import { printText } from '../../../interfaces/console/print.ts';
import { attach, attachResult, BROKEN } from '../../../interfaces/port/client.ts';
import {
	PORT_ANSWERS,
	PORT_DATA,
	PORT_ENTRIES,
	PORT_INCOMING,
	PORT_INCOMING_ENTRIES,
	PORT_REQUESTS,
	PORT_SESSION,
} from '../../../interfaces/port/queue.ts';
import { halt } from '../../../sdk/control.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_EMPTY, QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { load32, Memory1, store32 } from '../../../sdk/region/memory1.ts';
import { setAlarm } from '../../../sdk/time.ts';

const SLOT_CONSOLE: i32 = 1;
const SLOT_PORT: i32 = 2;
const SLOT_WAKE: i32 = 3;
const SLOT_POWER: i32 = 4;
const ALARM_BIT: i32 = 1;
/** Without news for so long, it is over. */
const PATIENCE: u64 = 240_000_000_000;
/** "end!" */
const END: u32 = 0x21646e65;

const requests = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
const answers = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
const incoming = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
let session: u32 = 0;
let next: u32 = 0;
let heard = false;

function open(): void {
	requests.open(PORT_REQUESTS, PORT_ENTRIES);
	answers.open(PORT_ANSWERS, PORT_ENTRIES);
	incoming.open(PORT_INCOMING, PORT_INCOMING_ENTRIES);
	const status = attach(SLOT_PORT);
	if (status === BROKEN) finish('there is no port, or it is broken', 1);
	if (status !== 0) return;
	session = attachResult();
	incoming.sleep();
	answers.sleep();
	printText(SLOT_CONSOLE, 'the port is open');
}

function finish(what: string, code: i32): void {
	printText(SLOT_CONSOLE, what);
	halt(SLOT_POWER, code);
}

/** Sends an entry's bytes back, from a place of their own. */
function echo(): void {
	if (incoming.word1 === END) finish('the end', 0);
	const at = PORT_DATA + (next++ % PORT_ENTRIES) * 16;
	store32(at, incoming.word1);
	store32(at + 4, incoming.word2);
	store32(at + 8, incoming.word3);
	requests.enqueue(at, incoming.word0, next, 0);
	if (requests.consumerSleeps()) notify(SLOT_WAKE);
}

export function init(): void {
	open();
	listen();
	setAlarm(PATIENCE, ALARM_BIT);
}

export function notified(bits: u32): void {
	if ((bits & ALARM_BIT) !== 0) {
		if (!heard) finish('nobody says anything', 2);
		heard = false;
		setAlarm(PATIENCE, ALARM_BIT);
	}
	if (session === 0 || load32(PORT_SESSION) !== session) open();
	listen();
}

/** Takes answers and bytes. Some may have come before this component said that it sleeps: then nobody wakes it for them. */
function listen(): void {
	if (session === 0) return;
	let status: i32;
	do {
		status = answers.dequeue();
		if (status === QUEUE_OK) heard = true;
	} while (status === QUEUE_OK || (status === QUEUE_EMPTY && !answers.sleep()));
	do {
		status = incoming.dequeue();
		if (status === QUEUE_OK) echo();
	} while (status === QUEUE_OK || (status === QUEUE_EMPTY && !incoming.sleep()));
	if (incoming.producerSleeps()) notify(SLOT_WAKE);
}
