/** How the checker speaks: suggestions, lists, units. */

/** Edits (insert, delete, replace, swap neighbours) between two words. */
function distance(left: string, right: string): number {
	let beforeLast: number[] = [];
	let last = Array.from({ length: right.length + 1 }, (_, column) => column);
	for (let row = 1; row <= left.length; row++) {
		const current = [row];
		for (let column = 1; column <= right.length; column++) {
			const same = left[row - 1] === right[column - 1] ? 0 : 1;
			let best = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
			const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
			if (row > 1 && column > 1 && swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
			current.push(best);
		}
		beforeLast = last;
		last = current;
	}
	return last[right.length] ?? left.length;
}

/** The known word that was most likely meant, if any is near enough. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
	for (const candidate of known) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const edits = distance(word.toLowerCase(), candidate.toLowerCase());
		if (edits < bestDistance) [best, bestDistance] = [candidate, edits];
	}
	return best;
}

/** `; did you mean 'x'?`, or what there is to choose from. */
export function suggestion(word: string, known: Iterable<string>): string {
	const names = [...known];
	const meant = nearest(word, names);
	if (meant !== undefined) return `; did you mean '${meant}'?`;
	if (names.length === 0) return '; there are none';
	return `; there ${names.length === 1 ? 'is' : 'are'} ${list(names.slice(0, 8))}${names.length > 8 ? ', ...' : ''}`;
}

/** `'a', 'b' and 'c'` */
export function list(names: readonly string[]): string {
	const quoted = names.map((name) => `'${name}'`);
	if (quoted.length < 2) return quoted.join('');
	return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Nanoseconds in the unit that needs the fewest digits. */
export function duration(nanoseconds: number): string {
	if (nanoseconds >= 1_000_000_000 && nanoseconds % 1_000_000 === 0) return `${nanoseconds / 1_000_000_000} s`;
	if (nanoseconds >= 1_000_000 && nanoseconds % 1000 === 0) return `${nanoseconds / 1_000_000} ms`;
	if (nanoseconds >= 1000) return `${nanoseconds / 1000} us`;
	return `${nanoseconds} ns`;
}

/** Bytes, in KiB or MiB where that is exact. */
export function size(bytes: number): string {
	if (bytes >= 1 << 20 && bytes % (1 << 20) === 0) return `${bytes / (1 << 20)} MiB`;
	if (bytes >= 1024 && bytes % 1024 === 0) return `${bytes / 1024} KiB`;
	return `${bytes} bytes`;
}

/** A CPU share as percent of the machine. */
export function share(amount: number): string {
	return `${Math.round((amount * 10000) / 65536) / 100} %`;
}

export function hexadecimal(address: number): string {
	return `0x${address.toString(16)}`;
}
