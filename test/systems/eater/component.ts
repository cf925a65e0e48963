/** Takes numbers out of a queue, sleeps whenever it is empty, and says what they add up to. */
import { printLine } from '../../../interfaces/console/print.ts';
import { halt } from '../../../sdk/control.ts';
import { notify } from '../../../sdk/kernel.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { QUEUE_OK } from '../../../sdk/queue/layout.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';
import { add, addNumber, clear } from '../../../sdk/text.ts';
import { CAPACITY, COUNT } from '../feeder/numbers.ts';

const SLOT_WAKE: i32 = 1;
const SLOT_CONSOLE: i32 = 2;
const SLOT_POWER: i32 = 3;
const queue = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));
let taken: u32 = 0;
let sum: u32 = 0;
let rounds: u32 = 0;

/** Until there is nothing left. */
function eat(): void {
	rounds++;
	while (true) {
		if (queue.dequeue() === QUEUE_OK) {
			taken++;
			sum += queue.word0;
		} else if (queue.sleep()) {
			break;
		}
	}
	if (queue.producerSleeps()) notify(SLOT_WAKE);
	if (taken === COUNT) finish();
}

function finish(): void {
	clear();
	addNumber(taken);
	add(' numbers, their sum is ');
	addNumber(sum);
	// It cannot have taken more at a time than the queue holds.
	add(rounds > COUNT / CAPACITY ? ', in many rounds' : ', in impossibly few rounds');
	printLine(SLOT_CONSOLE);
	halt(SLOT_POWER, 0);
}

export function init(): void {
	queue.open(0, CAPACITY);
	eat();
}

export function notified(_bits: u32): void {
	eat();
}
