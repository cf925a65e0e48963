/** Image files that are wrong in ways that their digest does not show. */
import { createHash } from 'node:crypto';

/** Where the part that the digest covers begins (docs/reference/04-hosted.md). */
export const BODY_OFFSET = 48;
const DIGEST_OFFSET = 16;

/** The file with the digest that its contents have now. */
export function withDigest(file: Uint8Array): Uint8Array {
	const whole = file.slice();
	whole.set(createHash('sha256').update(file.subarray(BODY_OFFSET)).digest(), DIGEST_OFFSET);
	return whole;
}
