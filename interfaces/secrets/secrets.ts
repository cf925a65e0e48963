import type { WriteBuffer } from '../types.ts';

/**
 * The trusted keyboard's side for an app: a secret that the user has typed for this app, and for no other. The badge says which.
 *
 * @memory 128
 * @error NOTHING No secret waits for this app.
 */
export interface Secrets {
	/**
	 * Takes the secret: its bytes (UTF-8), how many. It is wiped from the keyboard before this returns.
	 * @worstCase 20000
	 * @length secret 1..128
	 * @throws NOTHING
	 */
	take(secret: WriteBuffer): u32;
}
