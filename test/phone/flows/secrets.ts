/** The authenticator: a secret is typed where only the system hears it. */
import type { Walk } from '../walk.ts';

/** An account is added, by the sign-in gadget and the swipe's tap, and shows a code. */
export async function authenticator(walk: Walk): Promise<void> {
	await walk.open('Authenticator');
	await walk.show('authenticator-empty');
	await walk.press('Add account');
	await walk.press('Name');
	await walk.type('Example');
	await walk.wait(600);
	await walk.show('sign-in');
	await walk.press('Sign in');
	await walk.show('ceremony-waits');
	await walk.menu('Apps');
	await walk.see('Password for Authenticator');
	await walk.show('keyboard-secret');
	await walk.type('gezdgnbvgy3tqojqgezdgnbvgy3tqojq');
	await walk.show('keyboard-secret-typed');
	await walk.press('Done');
	await walk.see(/^Example/);
	await walk.show('authenticator');
	await walk.press(/^Example/);
	await walk.see(/^\d{3} \d{3}$/);
	await walk.show('authenticator-code');
	await walk.press('Copy code');
	await walk.see('Copied.');
	await walk.press('Back');
}
