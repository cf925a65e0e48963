/** A digest of kernel memory, to compare the states of two machines. */
import { createHash } from 'node:crypto';

const PAGE_BYTES = 4096;
const ZERO_PAGE = new Uint8Array(PAGE_BYTES);

/** SHA-256 over the pages that are not zero, each with its number: most of the kernel's 160 MiB never holds anything. */
export function kernelDigest(memory: Uint8Array): string {
	const hash = createHash('sha256');
	for (let start = 0; start < memory.length; start += PAGE_BYTES) {
		const page = memory.subarray(start, start + PAGE_BYTES);
		if (Buffer.compare(page, ZERO_PAGE) === 0) continue;
		hash.update(`${start / PAGE_BYTES}:`).update(page);
	}
	return hash.digest('hex');
}
