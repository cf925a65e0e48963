/*
 * The signalling of sdk/queue/: no wake-up is lost. One producer, one consumer, every interleaving of their accesses to
 * the region, bounded queue. A component sleeps by returning from its activation; a raised signal starts the next one.
 *
 * Checked: entries arrive in order and none is lost (assertions), and nobody sleeps for ever (no invalid end state: both
 * sides reach their end only when all entries have passed).
 *
 *   spin -a queue.pml && cc -O2 -o pan pan.c && ./pan            the protocol: no errors
 *   spin -DNO_RECHECK -a queue.pml ...                            without the second look after announcing sleep: deadlock
 *   spin -DCHECK_FIRST -a queue.pml ...                           the producer looks for sleepers before it publishes: deadlock
 */

#define CAPACITY 2
#define TOTAL 6

/* words of the region, each with one writer */
byte head, tail, consumerSleeps, producerSleeps;
byte entries[CAPACITY];
/* signals: pending bits, kept by the kernel */
bit consumerSignal, producerSignal;

inline wakeConsumer() {
	if
	:: consumerSleeps != consumerWoken -> consumerWoken = consumerSleeps; consumerSignal = 1
	:: else
	fi
}

inline wakeProducer() {
	if
	:: producerSleeps != producerWoken -> producerWoken = producerSleeps; producerSignal = 1
	:: else
	fi
}

active proctype Producer() {
	byte next, consumerWoken, mySleeps, seen;
	do
	:: next == TOTAL -> break
	:: else ->
		seen = head;
		if
		:: next - seen < CAPACITY ->
			entries[next % CAPACITY] = next;
			next++;
#ifdef CHECK_FIRST
			wakeConsumer();
			tail = next
#else
			tail = next;
			wakeConsumer()
#endif
		:: else ->
			mySleeps++;
			producerSleeps = mySleeps;
#ifndef NO_RECHECK
			seen = head;
			if
			:: next - seen < CAPACITY -> goto again
			:: else
			fi;
#endif
			producerSignal == 1 -> producerSignal = 0
		fi
again:		skip
	od
}

active proctype Consumer() {
	byte next, producerWoken, mySleeps, seen;
	do
	:: next == TOTAL -> break
	:: else ->
		seen = tail;
		if
		:: seen != next ->
			assert(seen - next <= CAPACITY);
			assert(entries[next % CAPACITY] == next);
			next++;
#ifdef CHECK_FIRST
			wakeProducer();
			head = next
#else
			head = next;
			wakeProducer()
#endif
		:: else ->
			mySleeps++;
			consumerSleeps = mySleeps;
#ifndef NO_RECHECK
			seen = tail;
			if
			:: seen != next -> goto again
			:: else
			fi;
#endif
			consumerSignal == 1 -> consumerSignal = 0
		fi
again:		skip
	od
}
