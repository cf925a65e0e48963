/** How much a channel can carry, from how often each symbol that was sent was received as each other. */

/** Counts of what was received, by what was sent: `counts[sent][received]`. */
export type ChannelCounts = readonly (readonly number[])[];

const ROUNDS_MOST = 10_000;
/** Bits by which the bounds of the result may differ. */
const PRECISION = 1e-6;

/**
 * Capacity in bits for each use of the channel: the most that any choice of symbols carries. Blahut and Arimoto, IEEE Transactions on Information Theory
 * 18 (1972). Counts of a finite number of uses give a little too much, never too little, on average.
 */
export function capacityOf(counts: ChannelCounts): number {
	const sent = counts.filter((row) => sum(row) > 0);
	if (sent.length === 0) return 0;
	const channel = sent.map((row) => row.map((count) => count / sum(row)));
	let input = channel.map(() => 1 / channel.length);
	for (let round = 0; round < ROUNDS_MOST; round++) {
		const information = informationOf(channel, input);
		const weights = information.map((bits, symbol) => (input[symbol] ?? 0) * 2 ** bits);
		const total = sum(weights);
		const lower = Math.log2(total);
		input = weights.map((weight) => weight / total);
		if (Math.max(...information) - lower < PRECISION) return Math.max(0, lower);
	}
	throw new Error('the capacity does not converge');
}

/** Of each symbol: what receiving it tells, in bits, when symbols are chosen as in `input`. */
function informationOf(channel: readonly (readonly number[])[], input: readonly number[]): number[] {
	const output = (channel[0] ?? []).map((_, received) =>
		sum(channel.map((row, symbol) => (input[symbol] ?? 0) * (row[received] ?? 0))),
	);
	return channel.map((row) =>
		sum(row.map((chance, received) => (chance === 0 ? 0 : chance * Math.log2(chance / (output[received] ?? 1))))),
	);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
