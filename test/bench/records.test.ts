import assert from 'node:assert/strict';
import test from 'node:test';
import { parseRecord, parseRecords, samplesOf } from '../../tools/bench/records.ts';
import { TraceReader } from '../../tools/bench/trace.ts';

test('a line of the log is a record or nothing', () => {
	assert.deepEqual(parseRecord('B0500000000001f'), { kind: 0x42, phase: 5, value: 31 });
	assert.equal(parseRecord('hello: Hello'), undefined);
	assert.equal(parseRecord('B0500000000001f0'), undefined);
});

test('begin, end and start make a sample', () => {
	const log = 'B05000000000010\ntessera: something else\nE05000000000130\nS05000000000030\n';
	assert.deepEqual(samplesOf(parseRecords(log)), [{ phase: 5, iterations: 16, clock: 256, begin: 0, end: 1 }]);
});

test('a kernel call that failed spoils the bench', () => {
	assert.throws(() => samplesOf(parseRecords('F1a000000000005\n')), /phase 26: a kernel call of it returned -5/);
});

test('addresses are read from a trace, whatever the pieces it comes in', () => {
	const text =
		'Trace 0: 0x7fbfe0222f00 [0000000000004000/ffffff8040048b5c/00000121/ff020201] \nqemu: a warning\n' +
		'Trace 0: 0x7fbfe0223080 [0000000000004000/0000002000000014/00000121/ff020201] \n';
	for (const size of [1, 7, 80, 1000]) {
		const seen: [number, number][] = [];
		const reader = new TraceReader((high, low) => seen.push([high, low]));
		for (let at = 0; at < text.length; at += size) reader.feed(Buffer.from(text.slice(at, at + size)));
		assert.deepEqual(seen, [
			[0xffffff80, 0x40048b5c],
			[0x20, 0x14],
		]);
		assert.equal(reader.other, 'qemu: a warning\n');
	}
});
