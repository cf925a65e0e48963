/** Records that the bench components write (bench/components/record.ts): reads them, and pairs them to samples. */
import {
	PHASE_HOSTILE,
	RECORD_BEGIN,
	RECORD_BYTES,
	RECORD_END,
	RECORD_FAILED,
	RECORD_START,
} from '../../bench/phases.ts';
import { CommandError } from '../command.ts';

/** One record as it stands in the machine's log. */
export interface BenchRecord {
	/** RECORD_*. */
	readonly kind: number;
	/** PHASE_*. */
	readonly phase: number;
	readonly value: number;
}

/** One measurement of a phase. */
export interface Sample {
	readonly phase: number;
	/** How many operations it covers. */
	readonly iterations: number;
	/** Nanoseconds of the component's own clock, its cost included. */
	readonly clock: number;
	/** Which records begin and end it, in the order of the log. */
	readonly begin: number;
	readonly end: number;
}

const PATTERN = /^([A-Z])([0-9a-f]{2})([0-9a-f]{12})$/;

/** A line of the log as a record; undefined for any other line. */
export function parseRecord(line: string): BenchRecord | undefined {
	const match = PATTERN.exec(line);
	if (match === null || line.length !== RECORD_BYTES - 1) return undefined;
	const [, kind = '', phase = '', value = ''] = match;
	return { kind: kind.charCodeAt(0), phase: Number.parseInt(phase, 16), value: Number.parseInt(value, 16) };
}

/** All records of a log, in order. */
export function parseRecords(log: string): BenchRecord[] {
	return log
		.split('\n')
		.map(parseRecord)
		.filter((record) => record !== undefined);
}

/** Pairs begin, end and start. Throws when a kernel call of the bench failed: its figures would mean nothing. */
export function samplesOf(records: readonly BenchRecord[]): Sample[] {
	const samples: Sample[] = [];
	let begin: { index: number; record: BenchRecord } | undefined;
	let end: { index: number; record: BenchRecord } | undefined;
	for (const [index, record] of records.entries()) {
		if (record.kind === RECORD_FAILED) {
			throw new CommandError(
				`the bench cannot measure phase ${record.phase}: a kernel call of it returned ${-record.value}`,
			);
		}
		if (record.kind === RECORD_BEGIN) begin = { index, record };
		if (record.kind === RECORD_END) end = { index, record };
		if (record.kind !== RECORD_START || begin === undefined || end === undefined) continue;
		const { phase, value: iterations } = begin.record;
		if (phase !== record.phase || phase > PHASE_HOSTILE) continue;
		samples.push({ phase, iterations, clock: end.record.value - record.value, begin: begin.index, end: end.index });
	}
	return samples;
}
