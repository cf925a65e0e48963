/** A digest of kernel memory, to compare the states of two machines. */

const PAGE_BYTES = 4096;

/** SHA-256 over the pages that are not zero, each after its number: most of the kernel's 160 MiB never holds anything. */
export async function kernelDigest(memory: Uint8Array): Promise<string> {
	const words = new Int32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
	const parts: Uint8Array[] = [];
	for (let start = 0; start < memory.length; start += PAGE_BYTES) {
		if (isZero(words, start)) continue;
		parts.push(new TextEncoder().encode(`${start / PAGE_BYTES}:`), memory.subarray(start, start + PAGE_BYTES));
	}
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)));
	return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isZero(words: Int32Array, start: number): boolean {
	const end = (start + PAGE_BYTES) >> 2;
	for (let index = start >> 2; index < end; index++) {
		if (words[index] !== 0) return false;
	}
	return true;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let position = 0;
	for (const part of parts) {
		whole.set(part, position);
		position += part.length;
	}
	return whole;
}
