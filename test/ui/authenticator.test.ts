/** The authenticator: codes that others compute, too, for secrets that are typed on the trusted keyboard and shown to nobody. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { before, test } from 'node:test';
import { EVENT_SECRET } from '../../interfaces/display/events.ts';
import { GADGET_SIGN_IN } from '../../interfaces/display/gadgets.ts';
import { openApp, type Phone, type Service } from './phone.ts';
import { Store } from './store.ts';

// Slots of the app.
const SECRETS = 3;
const CLIPBOARD = 4;
const FILES = 5;
const CIPHER = 7;
const CLOCK = 8;
// Methods of interfaces/cipher.
const SET_KEY = 1;
const MAC = 9;
/** RFC 6238, appendix B: "12345678901234567890", and the codes at these seconds since 1970. */
const SECRET = 'gezd gnbv gy3t qojq gezd gnbv gy3t qojq';
const SECONDS = 1_234_567_890;
const CODE = '005924';
const NEXT_CODE_AT = 1_234_567_890 + 30;

/** What the app can reach. */
class World {
	readonly services = new Map<number, Service>();
	readonly store = new Store(this.services);
	readonly copied: string[] = [];
	typed = '';
	seconds = SECONDS;
	private key = new Uint8Array(0);

	constructor() {
		this.services.set(FILES, this.store.root);
		this.services.set(SECRETS, (_method, _words, loan) => {
			new TextEncoder().encodeInto(this.typed, loan);
			return [0, this.typed.length];
		});
		this.services.set(CLIPBOARD, (_method, _words, loan) => {
			this.copied.push(new TextDecoder().decode(loan));
			return [0];
		});
		this.services.set(CLOCK, () => {
			const milliseconds = BigInt(this.seconds) * 1000n;
			return [0, Number(milliseconds & 0xffffffffn), Number(milliseconds >> 32n), 0, 0];
		});
		this.services.set(CIPHER, (method, _words, loan) => {
			if (method === SET_KEY) this.key = loan.slice();
			if (method === MAC) loan.set(createHmac('sha1', this.key).update(loan.subarray(32)).digest());
			return [0];
		});
	}

	open(): Promise<Phone> {
		return openApp('apps/authenticator', { services: this.services });
	}

	/** Adds an account as a person does: its name, the key gadget, the secret. */
	add(phone: Phone, name: string, secret: string): void {
		phone.press('Add account');
		phone.wait(600);
		phone.press('Name');
		phone.type(name);
		phone.wait(600);
		assert.equal(
			[...phone.gadgets.values()].some(([kind]) => kind === GADGET_SIGN_IN),
			true,
		);
		this.typed = secret;
		phone.event(EVENT_SECRET, secret.length);
		phone.wait(600);
	}
}

function codeOf(secret: string, seconds: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
	const digest = createHmac('sha1', secret).update(counter).digest();
	const value = digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7fffffff;
	return String(value % 1_000_000).padStart(6, '0');
}

let world: World;
let phone: Phone;
before(async () => {
	world = new World();
	phone = await world.open();
	world.add(phone, 'Example', SECRET);
});

test('an account shows the code of RFC 6238, and copies it', () => {
	phone.press(/Example/);
	phone.wait(600);
	assert(phone.has('005 924'), phone.window.nodes.map(({ name }) => name).join(' | '));
	phone.press('Copy code');
	assert.deepEqual(world.copied, [CODE]);
});

test('the next period has another code', () => {
	phone.wait(30_000);
	const code = codeOf('12345678901234567890', NEXT_CODE_AT);
	assert(phone.has(`${code.slice(0, 3)} ${code.slice(3)}`), phone.window.nodes.map(({ name }) => name).join(' | '));
});

test('what was typed is not shown, and is there after a restart', async () => {
	const shown = phone.window.nodes.map(({ name }) => name).join('\n');
	assert(!/gezd|12345678901234567890/i.test(shown));
	const again = await world.open();
	again.wait(600);
	assert(again.has(/Example/));
});

test('what is no secret is refused', async () => {
	const other = new World();
	const fresh = await other.open();
	other.add(fresh, 'Broken', 'this is 1 wrong!');
	assert(fresh.has(/That was no secret/));
	assert.equal(other.store.files.size, 0);
});

test('without a clock there are no codes, and the app says why', async () => {
	const dark = new World();
	dark.services.delete(CLOCK);
	const fresh = await dark.open();
	dark.add(fresh, 'Example', SECRET);
	assert(fresh.has(/does not know what time it is/));
});
