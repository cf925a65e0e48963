import { answer, setWord } from '../../../sdk/message.ts';
import { CONSUMER_BYTES, Consumer } from '../../../sdk/queue/consumer.ts';
import { PRODUCER_BYTES, Producer } from '../../../sdk/queue/producer.ts';
import { Memory1 } from '../../../sdk/region/memory1.ts';

const producer = changetype<Producer<Memory1>>(memory.data(PRODUCER_BYTES, 8));
const consumer = changetype<Consumer<Memory1>>(memory.data(CONSUMER_BYTES, 8));

/** Methods, for the test. */
const OPEN_PRODUCER: i32 = 1;
const OPEN_CONSUMER: i32 = 2;
const ENQUEUE: i32 = 3;
const DEQUEUE: i32 = 4;
const CONSUMER_SLEEPS: i32 = 5;
const PRODUCER_SLEEPS: i32 = 6;
const CONSUMER_SLEEP: i32 = 7;
const PRODUCER_SLEEP: i32 = 8;
const MEASURE: i32 = 9;

function serve(_badge: i32, method: i32, w0: i32, w1: i32, w2: i32, w3: i32, _w4: i32, _w5: i32): i32 {
	switch (method) {
		case OPEN_PRODUCER:
			return producer.open(w0, w1);
		case OPEN_CONSUMER:
			return consumer.open(w0, w1);
		case ENQUEUE:
			return producer.enqueue(w0, w1, w2, w3);
		case DEQUEUE:
			return take();
		case CONSUMER_SLEEPS:
			return i32(producer.consumerSleeps());
		case PRODUCER_SLEEPS:
			return i32(consumer.producerSleeps());
		case CONSUMER_SLEEP:
			return i32(consumer.sleep());
		case PRODUCER_SLEEP:
			return i32(producer.sleep());
		case MEASURE:
			return measure(w0);
		default:
			return -1;
	}
}

export { serve as protected };

function take(): i32 {
	const status = consumer.dequeue();
	if (status !== 0) return answer(status, 0);
	setWord(0, consumer.word0);
	setWord(1, consumer.word1);
	setWord(2, consumer.word2);
	setWord(3, consumer.word3);
	return answer(status, 4);
}

/** Passes `count` entries through, and returns the sum of what came out. */
function measure(count: i32): i32 {
	let sum: u32 = 0;
	for (let i: i32 = 0; i < count; i++) {
		producer.enqueue(i, 2, 3, 4);
		consumer.dequeue();
		sum += consumer.word0;
	}
	return sum;
}
